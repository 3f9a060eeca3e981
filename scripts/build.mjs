// The production build, made only when something it is made of changed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { programFile, runProgram } from "./children.mjs";
import { projectRoot } from "./environment.mjs";

const markFile = join(projectRoot, ".next", ".entrepot-build");

const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.includes(join("db", "generated")));
};

// The generated client follows from the schema, and messages/*.d.json.ts from the messages; both would make the first build look stale.
const sourcesHash = () => {
  const settings = readdirSync(projectRoot).filter((name) => /^(next|postcss|tailwind)\.config\.|^(tsconfig|package-lock)\.json$/.test(name)).map((name) => join(projectRoot, name));
  const files = [...settings, ...programs.map((name) => join(projectRoot, "scripts", `${name}.ts`)), ...["src", "public", "prisma/models"].flatMap((name) => filesUnder(join(projectRoot, name))), join(projectRoot, "prisma", "schema.prisma")];
  const hash = createHash("sha256");
  for (const file of files.filter((each) => existsSync(each) && !each.endsWith(".d.json.ts")).sort()) hash.update(`${relative(projectRoot, file)}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
};

// The program in front of the built app, as one file: read through tsx it would take a third of its start to be translated.
const programs = ["serve"];
export const builtProgram = (name) => join(projectRoot, ".next", "programs", `${name}.mjs`);

// Imported when it is needed: this file is read before the packages are installed.
const buildPrograms = async () => (await import("esbuild")).build({
  entryPoints: programs.map((name) => join(projectRoot, "scripts", `${name}.ts`)), outdir: dirname(builtProgram("")), outExtension: { ".js": ".mjs" },
  bundle: true, packages: "external", platform: "node", format: "esm", target: "node20", logLevel: "error", absWorkingDir: projectRoot,
});

/** Builds the app when its sources changed since the last build that succeeded, and says whether it did. */
export const buildApp = async ({ env, logFile, onStart }) => {
  const wanted = sourcesHash();
  if (existsSync(markFile) && readFileSync(markFile, "utf8") === wanted) return "unchanged";
  rmSync(markFile, { force: true });
  const args = [programFile("next", "dist", "bin", "next"), "build"];
  await runProgram({ name: "The build", args, env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }, logFile }, onStart);
  await buildPrograms();
  writeFileSync(markFile, wanted);
  return "built";
};
