import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "./source-tree";

const words = ["listing", "merchant", "shopper", "market", "storefront", "consignment", "quote", "landed cost", "lane", "corridor", "refusal", "trade agent"];

/** Words of the house that the glossary does not explain. */
const unexplained = (readme: string): string[] => {
  const glossary = readme.split(/^## /m).find((part) => part.startsWith("Glossary")) ?? "";
  return words.filter((word) => !glossary.split("\n").some((line) => line.startsWith(`| *${word}* |`)));
};

/** Files and folders that the README names in backticks and that are not there. */
const paths = (readme: string): string[] => [...readme.matchAll(/`((?:src|prisma|scripts|tools|tests)\/[\w./()[\]-]+)`/g)].map((found) => found[1] ?? "");

describe("the README", () => {
  const readme = readFileSync(join(projectRoot, "README.md"), "utf8");

  it("explains every word of the house in its glossary", () => {
    expect(unexplained(readme)).toEqual([]);
  });
  it("is caught when it leaves a word out", () => {
    expect(unexplained(readme.replace("| *quote* |", "| *offer* |"))).toEqual(["quote"]);
    expect(unexplained("# Entrepôt")).toEqual(words);
  });

  it("says the two commands", () => {
    expect(readme).toMatch(/^npm start\b/m);
    expect(readme).toMatch(/^npm test\b/m);
  });
  it("names places that exist", async () => {
    const { existsSync } = await import("node:fs");
    expect(paths(readme).length).toBeGreaterThan(5);
    // Written by a run, not committed with it: the results of the bench may not be there yet.
    expect(paths(readme).filter((path) => path !== "tests/bench/results.md" && !existsSync(join(projectRoot, path)))).toEqual([]);
    expect(paths("see `src/nowhere/at-all.ts`")).toEqual(["src/nowhere/at-all.ts"]);
  });
});

/** Variables that the app reads and that the example for operators does not have. */
const untold = (env: string, example: string): string[] => {
  const told = new Set([...example.matchAll(/^([A-Z_]+)=/gm)].map((found) => found[1]));
  return [...env.matchAll(/^ {2}([A-Z_]+):/gm)].map((found) => found[1] ?? "").filter((name) => !told.has(name));
};

describe("the example of the environment", () => {
  const [env, example] = ["src/platform/env.ts", ".env.example"].map((path) => readFileSync(join(projectRoot, path), "utf8")) as [string, string];

  it("has every variable that the app reads", () => {
    expect(env.match(/^ {2}[A-Z_]+:/gm)?.length).toBeGreaterThan(15);
    expect(untold(env, example)).toEqual([]);
  });
  it("is caught when it leaves one out", () => {
    expect(untold(env, example.replace("DATA_KEY=", ""))).toEqual(["DATA_KEY"]);
  });
});
