// The folder that holds everything a run keeps: the cluster, uploads, the sandbox's state, secrets, logs. Node alone.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { endGroups, isRunning, startOf } from "./children.mjs";

const MARK = ".entrepot-data";
const lockFile = (directory) => join(directory, "lock.json");

/** The run that holds a data directory now, or undefined. */
export const runningOn = (directory) => {
  try {
    const lock = JSON.parse(readFileSync(lockFile(directory), "utf8"));
    return isRunning(lock.pid, lock.start) ? lock : undefined;
  } catch {
    return undefined;
  }
};

// A run that was killed could not end its programs: they are ended now, each only if it is still the very process that was started.
const endOrphans = async (directory) => {
  try {
    const { programs = [] } = JSON.parse(readFileSync(lockFile(directory), "utf8"));
    const orphans = programs.filter(({ pid, start }) => start !== undefined && isRunning(pid, start));
    await endGroups(orphans.map(({ pid }) => pid), 5);
  } catch {
    // No lock, or one that was half written: nothing to end.
  }
};

/**
 * Takes a data directory for one run, creating it when absent. Refuses when another run has it. `fresh` empties it, but only if it is
 * one of ours: nobody's home is deleted by a mistyped option. Gives `note` (what to remember in the lock) and `release`.
 */
export const takeDataDirectory = async (path, { fresh = false } = {}) => {
  const directory = resolve(path);
  const other = runningOn(directory);
  if (other) throw new Error(`${directory} is in use by another run (process ${other.pid}${other.url ? `, ${other.url}` : ""}). Stop it, or pass --data with another folder.`);
  if (existsSync(lockFile(directory))) await endOrphans(directory);
  const isEmpty = !existsSync(directory) || readdirSync(directory).length === 0;
  if (fresh && !isEmpty) {
    if (!existsSync(join(directory, MARK))) throw new Error(`--fresh would delete ${directory}, which was not made by npm start. Delete it yourself or pass another --data.`);
    for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true, force: true });
  }
  mkdirSync(directory, { recursive: true });
  if (fresh || isEmpty) writeFileSync(join(directory, MARK), "Made by npm start. npm start -- --fresh deletes everything in here.\n");
  rmSync(lockFile(directory), { force: true });
  const lock = { pid: process.pid, start: startOf(process.pid), programs: [] };
  try {
    writeFileSync(lockFile(directory), JSON.stringify(lock), { flag: "wx", mode: 0o600 });
  } catch {
    throw new Error(`${directory} was just taken by another run.`);
  }
  const note = (more) => writeFileSync(lockFile(directory), JSON.stringify(Object.assign(lock, more), undefined, 2));
  return { directory, note, release: () => rmSync(lockFile(directory), { force: true }) };
};

/** Secrets of an installation that nobody has to invent: made once, kept readable for the owner only. */
export const secretsOf = (directory) => {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "secrets.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const secrets = {
    session: randomBytes(32).toString("base64url"),
    webhook: `whsec_${randomBytes(24).toString("hex")}`,
    sandboxKey: `sk_test_sandbox_${randomBytes(12).toString("hex")}`,
    ...kept,
  };
  writeFileSync(file, JSON.stringify(secrets, undefined, 2), { mode: 0o600 });
  return secrets;
};
