import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { floors } from "@/modules/floors";
import { downstairs, floorOf } from "./floor-rule";
import { importGraph } from "./import-graph";
import { isTest, projectRoot, treeOf } from "./source-tree";

describe("the floors", () => {
  it("are seen: the graph holds every source file of the app and most of its imports", async () => {
    const graph = await importGraph();
    expect(graph.modules.length).toBeGreaterThan(250);
    const seen = new Set(graph.modules);
    expect(treeOf("src").map(({ path }) => path).filter((path) => !seen.has(path) && !path.endsWith(".d.ts") && !isTest(path))).toEqual([]);
    const edges = new Set(graph.edges.map(({ from, to }) => `${from} → ${to}`));
    const read = treeOf("src").filter(({ path }) => !path.endsWith(".d.ts")).flatMap(({ path, imports }) => imports.filter(({ to }) => to?.match(/^src\/.*\.tsx?$/) && !to.includes("/generated/") && !to.endsWith(".d.ts")).map(({ to }) => `${path} → ${to}`));
    expect(read.length).toBeGreaterThan(1_000);
    expect(read.filter((edge) => !edges.has(edge))).toEqual([]);
  });

  it("list every module folder once, and only words that a module may be called", () => {
    const folders = readdirSync(join(projectRoot, "src/modules"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.filter((name) => !floorOf.has(name))).toEqual([]);
    expect(floors.flat().length).toBe(floorOf.size);
  });

  it("are imported downstairs only", async () => {
    expect(downstairs(await importGraph())).toEqual([]);
  });

  it("keep the kernel to its closed list", () => {
    const words = new Set(["money", "currency", "country", "ratio", "id", "time", "result"]);
    const foreign = treeOf("src/kernel").map(({ path }) => path.replace(/^src\/kernel\/(.*?)(\.test)?\.ts$/, "$1")).filter((name) => !words.has(name));
    expect(foreign).toEqual([]);
  });
});

describe("programs beside the app", () => {
  it("share nothing with it: tools do not import src, and src imports neither tools, scripts, tests nor the seed", () => {
    const strays = [...treeOf("tools").filter(({ imports }) => imports.some(({ to }) => to?.startsWith("src/"))), ...treeOf("src").filter(({ imports }) => imports.some(({ to }) => to && !to.startsWith("src/") && /^(tools|scripts|tests|prisma)\//.test(to)))];
    expect(strays.filter(({ path }) => !isTest(path)).map(({ path }) => path)).toEqual([]);
  });
});
