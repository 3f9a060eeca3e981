// `npm test`: every check there is, two at a time, and as its last line the true counts over all runners.
//   npm test -- --only unit,architecture
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { findBrowser } from "./browser.mjs";
import { startProgram } from "./children.mjs";
import { generateClient } from "./generate.mjs";
import { checkNode, installPackages } from "./install.mjs";
import { tolerateClosedOutput } from "./progress.mjs";
import { endRunners, lint, playwright, processesOn, resultsDirectory, types, vitest } from "./test-runners.mjs";

const checks = { types, lint, unit: vitest("unit"), architecture: vitest("architecture"), integration: vitest("integration"), stranger: vitest("stranger") };
const names = [...Object.keys(checks), "e2e"];

// Hostile on purpose: a zone with 45 minutes that no market of ours has. What a person set for their own shop (also in .env) must not
// reach the tests: a variable that is set to nothing counts as not set, and keeps .env from setting it.
const nothing = Object.fromEntries(["DATABASE_URL", "STRIPE_SECRET_KEY", "STRIPE_SANDBOX_URL", "STRIPE_WEBHOOK_SECRET", "SMTP_URL", "APP_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "DATA_DIR", "REDIS_URL", "COUNTRY_HEADER"].map((name) => [name, ""]));
const env = { ...process.env, ...nothing, TZ: "Asia/Kathmandu", NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" };

const total = { passed: 0, failed: 0, skipped: 0 };
let shop, browserDirectory;

/** Runs one step, counts what it counted (a crash is one failure), and shows its output only when something failed. */
const step = async (name, work) => {
  const started = Date.now();
  console.log(`… ${name}`);
  let counts;
  try {
    counts = await work();
  } catch (error) {
    counts = { passed: 0, failed: 1, skipped: 0, output: error.message };
  }
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.failed) console.log(`${counts.output ?? ""}\n`);
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : "";
  console.log(`${counts.failed ? "✗" : "✓"} ${name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return counts;
};

// A step that everything else stands on is no check by itself: it counts only when it fails.
const preparation = async (name, work) => {
  const { failed } = await step(name, async () => {
    await work();
    return { passed: 0, failed: 0, skipped: 0 };
  });
  return failed === 0;
};

const openShop = async (directory) => {
  shop = startProgram({ name: "npm start", args: ["scripts/start.mjs", "--port", "0", "--data", directory, "--fresh"], env, logFile: join(resultsDirectory, "start.log") });
  return JSON.parse(await shop.ready(1800));
};

const closeShop = async (directory) => {
  shop.child.kill("SIGTERM");
  const how = await Promise.race([shop.exit, sleep(40_000, "no exit within 40 s", { ref: false })]);
  const left = processesOn(directory);
  const clean = how === "exit code 0" && left.length === 0;
  return { passed: clean ? 1 : 0, failed: clean ? 0 : 1, skipped: 0, output: `npm start ended with ${how}; processes left: ${left.join(", ") || "none"}\n${shop.lastWords()}` };
};

/** The whole application, started as a person starts it, while the other lane works; the browser only afterwards, with both cores. */
const endToEnd = async (otherLane) => {
  const directory = mkdtempSync(join(tmpdir(), "entrepot-e2e-"));
  browserDirectory = directory;
  // The database's account must be able to pass through.
  chmodSync(directory, 0o755);
  const data = join(directory, "data");
  let ready, executable;
  const opened = await preparation("open the shop (npm start: seed, production build)", async () => { ready = await openShop(data); });
  await otherLane;
  if (opened && (await preparation("browser", async () => { executable = findBrowser(); }))) await step("e2e", () => playwright(env, { ready, executable }));
  if (opened) await step("stop leaves no process", () => closeShop(data));
};

const inTurn = async (wanted) => {
  for (const name of Object.keys(checks).filter((each) => wanted.includes(each))) await step(name, () => checks[name](env));
};

const wantedChecks = () => {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const wanted = values.only ? values.only.split(",").map((name) => name.trim()) : names;
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length) throw new Error(`There is no check ${unknown.join(", ")}; there are ${names.join(", ")}.`);
  return wanted;
};

const run = async () => {
  const wanted = wantedChecks();
  const isReady = await preparation("packages and client", async () => {
    checkNode();
    await installPackages({ logFile: join(resultsDirectory, "install.log") });
    generateClient();
  });
  if (!isReady) return;
  const lane = inTurn(wanted);
  await Promise.all([lane, wanted.includes("e2e") ? endToEnd(lane) : undefined]);
};

const finish = () => {
  if (browserDirectory && !total.failed) rmSync(browserDirectory, { recursive: true, force: true });
  else if (browserDirectory) console.log(`The data and the logs of the end-to-end run are kept in ${browserDirectory} and ${resultsDirectory}.`);
  if (total.skipped) console.log(`${total.skipped} skipped`);
  // Nothing that was checked is no success.
  process.exitCode = total.failed || !total.passed ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed`);
};

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    endRunners();
    shop?.child.kill("SIGTERM");
    await Promise.race([shop?.exit, sleep(30_000)]);
    process.exit(130);
  });
}

tolerateClosedOutput();
const started = Date.now();
try {
  await run();
} catch (error) {
  console.error(error.message);
  total.failed += 1;
}
console.log(`\nEverything took ${((Date.now() - started) / 1000).toFixed(0)} s.`);
finish();
