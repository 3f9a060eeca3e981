// Runs a command with the database and the secrets that `npm start` uses: those of the environment, else of the run that is up on the
// data directory, else an embedded server that is started for the command and stopped after it.
//   node scripts/with-database.mjs tsx prisma/seed/main.ts
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runningOn, secretsOf, takeDataDirectory } from "./data-directory.mjs";
import { projectRoot, readEnvironmentFile } from "./environment.mjs";
import { checkDatabase, checkGivenForms } from "./given-services.mjs";
import { applyMigrations } from "./migrate.mjs";
import { startPostgres } from "./postgres.mjs";

/** Calls `work` with an environment that has a migrated database, and ends what was started for it. */
export const withDatabase = async (work) => {
  readEnvironmentFile();
  checkGivenForms(process.env);
  const directory = resolve(projectRoot, process.env.DATA_DIR ?? ".data");
  if (process.env.DATABASE_URL) {
    await checkDatabase(process.env.DATABASE_URL);
    await applyMigrations(process.env.DATABASE_URL);
    return work({ NEXTAUTH_SECRET: secretsOf(directory).session, ...process.env, DATA_DIR: directory });
  }
  const running = runningOn(directory);
  if (running?.environment) return work({ ...process.env, ...running.environment });
  const data = await takeDataDirectory(directory);
  let postgres;
  try {
    postgres = await startPostgres({ dataDirectory: data.directory });
    data.note({ programs: [{ name: postgres.name, pid: postgres.pid, start: postgres.start }] });
    await applyMigrations(postgres.url);
    const secrets = secretsOf(data.directory);
    return await work({ NEXTAUTH_SECRET: secrets.session, STRIPE_SECRET_KEY: secrets.sandboxKey, ALLOW_SANDBOX_PAYMENTS: "1", ...process.env, DATABASE_URL: postgres.url, DATA_DIR: data.directory });
  } finally {
    await postgres?.stop();
    data.release();
  }
};

const execute = (command, args) => (env) =>
  new Promise((done) => {
    const path = `${join(projectRoot, "node_modules", ".bin")}:${process.env.PATH}`;
    const child = spawn(command, args, { cwd: projectRoot, env: { ...env, PATH: path }, stdio: "inherit" });
    // Ctrl-C reaches the command by itself (same terminal); what is sent to us alone is passed on.
    process.on("SIGINT", () => {});
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.once("error", (error) => { console.error(`${command} cannot be run: ${error.message}`); done(127); });
    child.once("exit", (code) => done(code ?? 1));
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2);
  try {
    if (!command) throw new Error("Usage: node scripts/with-database.mjs <command> [arguments]");
    process.exitCode = await withDatabase(execute(command, args));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
