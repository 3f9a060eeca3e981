// Generates the Prisma client (src/platform/db/generated) without a downloaded engine.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot } from "./environment.mjs";
import { datamodelFiles } from "./migrate.mjs";

const generated = join(projectRoot, "src", "platform", "db", "generated");
const stampFile = join(generated, ".entrepot-schema");

const stamp = () => {
  const hash = createHash("sha256");
  for (const { path, content } of datamodelFiles()) hash.update(`${path.slice(projectRoot.length)}\0${content}\0`);
  hash.update(readFileSync(join(projectRoot, "node_modules", "prisma", "package.json")));
  return hash.digest("hex");
};

/** Generates the client when the schema (or Prisma) changed since the last time, and says whether it did. */
export const generateClient = ({ force = false } = {}) => {
  const wanted = stamp();
  if (!force && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return false;
  // `prisma generate` only checks that an engine exists and runs nothing of it, so any executable will do; without one it downloads.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  const cli = join(projectRoot, "node_modules", "prisma", "build", "index.js");
  const done = spawnSync(process.execPath, [cli, "generate", "--no-hints"], { cwd: projectRoot, env, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`The Prisma client could not be generated: ${(done.stderr || done.stdout || done.error?.message || "").trim()}`);
  if (existsSync(generated)) writeFileSync(stampFile, wanted);
  return true;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(generateClient({ force: process.argv.includes("--force") }) ? "Generated the Prisma client." : "The Prisma client is up to date.");
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
