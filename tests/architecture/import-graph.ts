import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { projectRoot } from "./source-tree";

export type Edge = { readonly from: string; readonly to: string };
export type Graph = { readonly modules: readonly string[]; readonly edges: readonly Edge[] };

const graphOf = async (baseDir: string): Promise<Graph> => {
  const fileName = join(baseDir, "tsconfig.json");
  const { output } = await cruise(
    ["src"],
    { baseDir, tsPreCompilationDeps: true, doNotFollow: { path: "node_modules" }, exclude: { path: "platform/db/generated" }, tsConfig: { fileName } },
    {},
    { tsConfig: extractTsConfig(fileName) },
  );
  const seen = (output as ICruiseResult).modules.filter(({ source }) => source.startsWith("src/"));
  return {
    modules: seen.map(({ source }) => source),
    edges: seen.flatMap(({ source, dependencies }) => dependencies.filter(({ resolved }) => resolved.startsWith("src/")).map(({ resolved }) => ({ from: source, to: resolved }))),
  };
};

let real: Promise<Graph> | undefined;
/** Who imports whom in src, types included, as dependency-cruiser sees it with the project's own paths. */
export const importGraph = (): Promise<Graph> => (real ??= graphOf(projectRoot));

/** The same for files that are written to a directory of their own and taken away again. */
export const plantedGraph = async (files: Record<string, string>): Promise<Graph> => {
  const root = mkdtempSync(join(tmpdir(), "planted-"));
  try {
    const tsconfig = JSON.stringify({ compilerOptions: { module: "esnext", moduleResolution: "bundler", paths: { "@/*": ["./src/*"] } }, include: ["src"] });
    for (const [path, text] of Object.entries({ ...files, "tsconfig.json": tsconfig })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    process.chdir(root); // paths of a tsconfig are looked for from the working directory
    return await graphOf(root);
  } finally {
    process.chdir(projectRoot);
    rmSync(root, { recursive: true, force: true });
  }
};
