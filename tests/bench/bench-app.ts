import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "../architecture/source-tree";

/** A running shop that is measured. */
export type App = {
  readonly url: string;
  readonly stripe: string;
  readonly database: string;
  /** Process of the app itself, and the environment it runs with; null for an app that somebody else started. */
  readonly process: { readonly pid: number; readonly environment: Readonly<Record<string, string>> } | null;
  readonly stop: () => Promise<void>;
};

export const benchDirectory = (name: string): string => {
  const directory = join(projectRoot, ".data-bench", name);
  mkdirSync(directory, { recursive: true });
  return directory;
};

/** Waits for a line `READY {…}` of a program's output. */
const readyLine = (child: ChildProcess, limitSeconds: number): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    const limit = setTimeout(() => reject(new Error(`not ready after ${limitSeconds} s:\n${said.slice(-2000)}`)), limitSeconds * 1000);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /^READY\b(.*)$/m.exec(said);
      if (!found) return;
      clearTimeout(limit);
      resolve((found[1] ?? "").trim());
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`ended with ${code}:\n${said.slice(-2000)}`)));
  });

/** Ends a program and everything in its group, and waits for it. */
export const endChild = async (child: ChildProcess, limitSeconds = 30): Promise<void> => {
  if (child.exitCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGTERM");
  await Promise.race([gone, sleep(limitSeconds * 1000, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
};

/** Starts the whole shop as a person does, with a data directory per size, kept for the next run. Nobody is asked to wait: the load comes from one address. */
export const startApp = async (listings: number): Promise<App> => {
  const directory = join(benchDirectory(String(listings)), "data");
  const child = spawn(process.execPath, ["scripts/start.mjs", "--port", "0", "--data", directory, "--listings", String(listings)], {
    cwd: projectRoot, env: { ...process.env, RATE_LIMIT_FACTOR: "1000000", LOG_LEVEL: "warn" }, stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (chunk: Buffer) => process.stderr.write(chunk));
  const ready = JSON.parse(await readyLine(child, 3600)) as { url: string; stripe: string; database: string };
  const lock = JSON.parse(readFileSync(join(directory, "lock.json"), "utf8")) as { programs: { name: string; pid: number }[]; environment: Record<string, string> };
  const app = lock.programs.find(({ name }) => name === "The app");
  if (!app) throw new Error("the app is not in the lock of its data directory");
  return { ...ready, process: { pid: app.pid, environment: lock.environment }, stop: () => endChild(child, 40) };
};

/** An app that runs already. */
export const givenApp = (url: string): App => {
  const database = process.env["DATABASE_URL"];
  if (!database) throw new Error("--url needs DATABASE_URL: what was bought is counted in the database.");
  return { url, stripe: process.env["STRIPE_SANDBOX_URL"] ?? "", database, process: null, stop: async () => undefined };
};

/** A second app process on the same database, started on its own: for a cold start, and to count statements in. */
export const startSecond = async (app: App, port: number, preload: readonly string[] = [], more: Readonly<Record<string, string>> = {}): Promise<{ readonly url: string; readonly pid: number; readonly stop: () => Promise<void> }> => {
  if (!app.process) throw new Error("only an app of our own can be started twice");
  const child = spawn(process.execPath, [...preload.flatMap((file) => ["--import", file]), ".next/programs/serve.mjs"], {
    cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...app.process.environment, PORT: String(port), NODE_ENV: "production", RATE_LIMIT_FACTOR: "1000000", LOG_LEVEL: "warn", NEXT_TELEMETRY_DISABLED: "1", ...more },
  });
  await readyLine(child, 120);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => endChild(child) };
};

/** Resident memory of a process in MiB (Linux). */
export const residentMiB = (pid: number): number | null => {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
  } catch {
    return null;
  }
};
