import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../architecture/source-tree";
import { benchDirectory } from "./bench-app";

/** One line of the results: what was measured, what came out, what was aimed at. */
export type Row = { readonly what: string; readonly result: string; readonly aim?: string };
/** By part, in the order of the parts; a part that is run again replaces its rows. */
export type Measured = Readonly<Record<string, { readonly day: string; readonly rows: readonly Row[] }>>;

const kept = (): string => join(benchDirectory("."), "results.json");

const readMeasured = (): Record<string, Measured> => (existsSync(kept()) ? (JSON.parse(readFileSync(kept(), "utf8")) as Record<string, Measured>) : {});

const machine = (): string => {
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`;
};

const table = (measured: Measured, order: readonly string[]): string => {
  const lines = order.flatMap((part) => (measured[part]?.rows ?? []).map(({ what, result, aim }) => `| ${what} | ${result} | ${aim ?? ""} | ${measured[part]?.day ?? ""} |`));
  return ["| what | result | aim | measured |", "|---|---|---|---|", ...lines].join("\n");
};

/** Keeps what was measured beside what earlier runs measured, and writes all of it out for people. */
export const keepMeasured = (size: string, fresh: Measured, order: readonly string[]): void => {
  const all = readMeasured();
  all[size] = { ...all[size], ...fresh };
  writeFileSync(kept(), JSON.stringify(all, undefined, 2));
  const sections = Object.entries(all).sort(([a], [b]) => Number(a) - Number(b)).map(([name, measured]) => `## ${Number(name).toLocaleString("en")} listings\n\n${table(measured, order)}`);
  writeFileSync(join(projectRoot, "tests/bench/results.md"), `# What speed was measured

Machine: ${machine()}. Load comes from the same cores, one app process, PostgreSQL beside it with fsync on.
Quote ratios: absolute figures do not carry to another machine. \`npm run bench\` writes this file; \`npm run bench -- --help\` says how parts are run alone.

${sections.join("\n\n")}
`);
};
