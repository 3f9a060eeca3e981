// Each runner of `npm test` as a function that gives counts: { passed, failed, skipped, output }. A crash without counts is one failure.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { programFile } from "./children.mjs";
import { projectRoot } from "./environment.mjs";

export const resultsDirectory = join(projectRoot, "test-results");
const running = new Set();

/** Ends every runner that still runs. */
export const endRunners = () => {
  for (const child of running) child.kill("SIGTERM");
};

/** Runs a Node program to its end and gives its exit code and everything it said. */
export const runNode = (args, env = process.env) =>
  new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => { output += chunk; });
    child.once("error", (error) => { output += error.message; });
    child.once("close", (code) => {
      running.delete(child);
      done({ code: code ?? 1, output });
    });
  });

const asOneCheck = async (args, env) => {
  const { code, output } = await runNode(args, env);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
};

// Route types, next-env.d.ts and the types of the messages are generated files: a fresh clone has none of them.
export const types = async (env) => {
  const generated = await runNode([programFile("next", "dist", "bin", "next"), "typegen"], env);
  const checked = await asOneCheck([programFile("typescript", "bin", "tsc"), "--noEmit"], env);
  return generated.code === 0 ? checked : { ...checked, passed: 0, failed: 1, output: generated.output + checked.output };
};

export const lint = (env) => asOneCheck([programFile("eslint", "bin", "eslint.js"), ".", "--max-warnings", "0"], env);

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
};

const freshReport = (name) => {
  mkdirSync(resultsDirectory, { recursive: true });
  const file = join(resultsDirectory, `${name}.json`);
  rmSync(file, { force: true });
  return file;
};

// An exit code that says "failed" over counts that say "all passed" (an unhandled rejection, no test found) is a failure of its own.
const settled = ({ code, output }, counts) => ({ ...counts, failed: counts.failed || (code === 0 && counts.passed > 0 ? 0 : 1), output });

/** One project of vitest.config.ts. A test file that does not even load is one failure. */
export const vitest = (project) => async (env) => {
  const file = freshReport(`vitest-${project}`);
  const done = await runNode([programFile("vitest", "vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], env);
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0, output: done.output };
  const broken = report.testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((each) => each.status === "failed")).length;
  return settled(done, { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests });
};

/** The end-to-end journeys, in the browser at `executable`, against the application whose READY line is `ready`. */
export const playwright = async (env, { ready, executable }) => {
  const file = freshReport("playwright");
  const args = [programFile("@playwright", "test", "cli.js"), "test"];
  const done = await runNode(args, { ...env, E2E_READY: JSON.stringify(ready), E2E_CHROMIUM: executable, E2E_REPORT: file });
  const stats = readReport(file)?.stats;
  if (!stats) return { passed: 0, failed: 1, skipped: 0, output: done.output };
  return settled(done, { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped });
};

/** Processes that work for a data directory: they have it in their environment or as their working directory (Linux only). */
export const processesOn = (directory) => {
  if (!existsSync("/proc")) return [];
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid).filter((pid) => {
    try {
      if (/^.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) return false;
      return readlinkSync(`/proc/${pid}/cwd`).startsWith(directory) || readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`DATA_DIR=${directory}`);
    } catch {
      return false;
    }
  });
};
