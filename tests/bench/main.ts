// `npm run bench`: starts the shop as a person does, in production, and measures it. Writes results.md beside this file.
import { parts, readBenchOptions, usage } from "./bench-options";
import { givenApp, residentMiB, startApp, type App } from "./bench-app";
import { measures, type Bench } from "./measures";
import { keepMeasured, type Measured } from "./results";
import { ask, subjectsOf } from "./subjects";

const args = process.argv.slice(2);
if (args.includes("--help")) {
  console.log(usage);
  process.exit(0);
}
const options = readBenchOptions(args);
const day = new Date().toISOString().slice(0, 10);

const bench = async (app: App): Promise<void> => {
  const known = new Map<string, number>();
  const idle = app.process && residentMiB(app.process.pid);
  if (idle) known.set("idle", idle);
  const [counted] = await ask<{ n: string }>(app.database, "select count(*) as n from listing where state = 'live'");
  const bench: Bench = { app, subjects: await subjectsOf(app), options, known };
  console.log(`\n${counted?.n} live listings at ${app.url}`);
  const measured: Record<string, Measured[string]> = {};
  const failed: string[] = [];
  for (const part of parts) {
    if (!options.only.has(part) || (measures[part].needsOwnApp && !app.process)) continue;
    try {
      const rows = await measures[part].measure(bench);
      measured[part] = { day, rows };
      for (const { what, result, aim } of rows) console.log(`  ${what}: ${result}${aim ? `   [aim: ${aim}]` : ""}`);
    } catch (error) {
      failed.push(part);
      console.error(`  ${part} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  // An app of somebody else, or in development, is looked at and not written down.
  if (app.process) keepMeasured(String(counted?.n ?? 0), measured, parts);
  if (failed.length > 0) process.exitCode = 1;
};

if (options.url) await bench(givenApp(options.url));
else {
  for (const size of options.sizes) {
    const app = await startApp(size);
    try {
      await bench(app);
    } finally {
      await app.stop();
    }
  }
}
process.exit();
