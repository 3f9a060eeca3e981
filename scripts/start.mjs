// `npm start`: from a fresh clone to an open shop. What runs before `npm ci` uses Node alone.
import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildApp, builtProgram } from "./build.mjs";
import { endGroups, programFile, startProgram } from "./children.mjs";
import { secretsOf, takeDataDirectory } from "./data-directory.mjs";
import { projectRoot, readEnvironmentFile } from "./environment.mjs";
import { freePortFrom } from "./free-port.mjs";
import { generateClient } from "./generate.mjs";
import { checkDatabase, checkGivenForms, shownAddress, stripeKeyKind } from "./given-services.mjs";
import { checkNode, installPackages } from "./install.mjs";
import { applyMigrations } from "./migrate.mjs";
import { startPostgres } from "./postgres.mjs";
import { stepsOf, table, tolerateClosedOutput } from "./progress.mjs";
import { recreateDatabase, seedDatabase, seedingOf } from "./seeding.mjs";
import { readOptions, usage } from "./start-options.mjs";

/** Programs that were started, in the order in which they are to be ended: each inner list at once, the database last of all. */
const programs = { front: [], services: [], work: [] };
let data, postgres, stopping;

const stop = (exitCode, sentence) =>
  (stopping ??= (async () => {
    if (sentence) console.error(`\n${sentence}`);
    else console.log("\nStopping …");
    const slow = [
      ...(await endGroups(programs.work.map(({ pid }) => pid), 3)),
      ...(await endGroups(programs.front.map(({ pid }) => pid), 10)),
      ...(await endGroups(programs.services.map(({ pid }) => pid), 3)),
    ];
    await postgres?.stop();
    data?.release();
    if (postgres || Object.values(programs).flat().length) console.log(slow.length ? `Stopped; ${slow.length} program(s) had to be ended by force. The data is kept.` : "Stopped. The data is kept.");
    process.exit(exitCode);
  })());

let interrupts = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    interrupts += 1;
    // A second Ctrl-C means now: everything but the database is ended by force, and the database recovers by itself.
    if (interrupts > 1) for (const { pid } of Object.values(programs).flat()) try { process.kill(-pid, "SIGKILL"); } catch { /* already gone */ }
    stop(signal === "SIGINT" ? 130 : 0);
  });
}

// A fault of this program itself must not leave the others behind.
for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => stop(1, `npm start failed: ${error?.stack ?? error}`));

// npm dies of a SIGTERM without waiting for anybody, and may die of SIGKILL: then its script is alone and stops too.
if (process.env.npm_lifecycle_event) {
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && stop(0), 500).unref();
}

const noteLock = (more = {}) => data.note({ programs: [...Object.values(programs).flat(), ...(postgres ? [postgres] : [])].filter(({ pid }) => pid).map(({ name, pid, start }) => ({ name, pid, start })), ...more });

const whileWorking = (program) => {
  programs.work = [program];
  noteLock();
};

const launch = (kind, options) => {
  const program = startProgram(options);
  programs[kind].push(program);
  noteLock();
  program.exit.then((how) => stop(1, `${options.name} stopped unexpectedly (${how}), so everything is stopped; its log is ${options.logFile}.\n${program.lastWords()}`));
  return program;
};

const listens = async (port, program, limitSeconds) => {
  for (const until = Date.now() + limitSeconds * 1000; Date.now() < until && !program.ended; await sleep(50)) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect({ port, host: "127.0.0.1" }, () => { socket.destroy(); resolve(true); });
      socket.once("error", () => resolve(false));
    });
    if (isOpen) return;
  }
  throw new Error(`${program.name} did not listen on port ${port} within ${limitSeconds} s; its log is ${program.logFile}`);
};

// What the shop wants to be told of, here and at Stripe (.env.example): a session says everything about its payment, so the events that accompany it would
// only be put away. What is not told is found by the poll.
const wantedEvents = ["checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed", "checkout.session.expired", "charge.refunded", "charge.dispute.created"];

const run = async (options) => {
  const step = stepsOf(9);
  const given = { database: process.env.DATABASE_URL, stripe: process.env.STRIPE_SECRET_KEY, sandbox: process.env.STRIPE_SANDBOX_URL, smtp: process.env.SMTP_URL };
  checkGivenForms(process.env);
  const keyKind = given.stripe ? stripeKeyKind(given.stripe) : "sandbox";
  data = await takeDataDirectory(options.data, { fresh: options.fresh });
  const logFile = (name) => join(data.directory, "logs", `${name}.log`);
  const secrets = secretsOf(data.directory);

  await step("Node", () => checkNode());
  await step("packages", () => installPackages({ logFile: logFile("install"), onStart: whileWorking }));

  let databaseUrl = given.database;
  await step("database", async () => {
    if (given.database) return `PostgreSQL ${await checkDatabase(given.database)} at ${shownAddress(given.database)}`;
    postgres = await startPostgres({ dataDirectory: data.directory });
    noteLock();
    postgres.exit.then((how) => stop(1, `The database stopped unexpectedly (${how}), so everything is stopped; its log is ${join(data.directory, "postgres.log")}.`));
    databaseUrl = postgres.url;
    return `PostgreSQL 18 on port ${postgres.port}`;
  });
  await step("database client", () => (generateClient() ? "generated" : "unchanged"));

  const port = await freePortFrom(options.port);
  const url = `http://127.0.0.1:${port}`;
  const taken = new Set([port]);
  const nextPort = async (from) => {
    const found = await freePortFrom(options.port === 0 ? 0 : from, taken);
    taken.add(found);
    return found;
  };
  const ports = { stripe: await nextPort(12_111), smtp: await nextPort(1025), inbox: await nextPort(1080) };
  const isOwnSandbox = keyKind === "sandbox" && !given.sandbox;
  const stripe = keyKind !== "sandbox" ? "https://dashboard.stripe.com" : (given.sandbox ?? `http://127.0.0.1:${ports.stripe}`);
  const mail = given.smtp ? shownAddress(given.smtp) : `http://127.0.0.1:${ports.inbox}`;
  const env = {
    APP_URL: url,
    NEXTAUTH_SECRET: secrets.session,
    STRIPE_WEBHOOK_SECRET: isOwnSandbox ? secrets.webhook : "",
    STRIPE_SECRET_KEY: secrets.sandboxKey,
    ...(keyKind === "sandbox" ? { STRIPE_SANDBOX_URL: stripe, ALLOW_SANDBOX_PAYMENTS: "1" } : {}),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    ...process.env,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? process.env.APP_URL ?? url,
    DATABASE_URL: databaseUrl,
    DATA_DIR: data.directory,
    PORT: String(port),
    NODE_ENV: options.isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };

  const migrate = async () => {
    const applied = await applyMigrations(databaseUrl);
    return applied.length ? `${applied.length} applied` : "up to date";
  };
  let seeding;
  await step("migrations", async () => {
    const said = await migrate();
    seeding = await seedingOf(databaseUrl);
    if (seeding.state !== "begun" || !postgres) return said;
    await recreateDatabase(postgres.urlOf("postgres"), "entrepot");
    await migrate();
    seeding = await seedingOf(databaseUrl);
    return "an interrupted seed was cleared away, all applied again";
  });
  await step("seed", async () => {
    if (seeding.state === "done" && (options.listings === undefined || options.listings <= (seeding.listings ?? 0))) return "already there";
    if (keyKind === "live" && seeding.state === "absent") return "left out: a live Stripe key is set, and demo accounts do not belong beside real money (npm run seed does it all the same)";
    await seedDatabase({ url: databaseUrl, env, listings: options.listings, logFile: logFile("seed"), onStart: whileWorking });
    return "done";
  });
  await step("build", () => (options.isDevelopment ? "not needed: next dev compiles what is asked for" : buildApp({ env, logFile: logFile("build"), onStart: whileWorking })));
  programs.work = [];

  const tsx = (file) => ["--import", "tsx", join(projectRoot, file)];
  await step("Stripe and mail", async () => {
    const waits = [];
    if (isOwnSandbox) {
      const sandboxEnv = { ...env, SANDBOX_PORT: String(ports.stripe), SANDBOX_STATE: join(data.directory, "stripe-sandbox.json"), SANDBOX_WEBHOOK_URL: `${url}/api/stripe/webhook`, SANDBOX_WEBHOOK_SECRET: env.STRIPE_WEBHOOK_SECRET, SANDBOX_WEBHOOK_EVENTS: wantedEvents.join(",") };
      waits.push(launch("services", { name: "The Stripe sandbox", args: tsx("tools/stripe-sandbox/main.ts"), env: sandboxEnv, logFile: logFile("stripe-sandbox") }).ready(60));
    }
    if (!given.smtp) {
      const args = ["--ip", "127.0.0.1", "--web-ip", "127.0.0.1", "--smtp", ports.smtp, "--web", ports.inbox, "--mail-directory", join(data.directory, "mail"), "--silent"].map(String);
      const inbox = launch("services", { name: "The mail inbox", args: [programFile("maildev", "bin", "maildev"), ...args], env, logFile: logFile("mail") });
      waits.push(listens(ports.inbox, inbox, 30), listens(ports.smtp, inbox, 30));
    }
    await Promise.all(waits);
    return `${isOwnSandbox ? `sandbox on port ${ports.stripe}` : stripe}, ${given.smtp ? mail : `inbox on port ${ports.inbox}`}`;
  });
  await step("app and worker", async () => {
    const next = [programFile("next", "dist", "bin", "next"), "dev", "--port", String(port), "--hostname", "127.0.0.1"];
    const app = launch("front", { name: "The app", args: options.isDevelopment ? next : [builtProgram("serve")], env, logFile: logFile("app"), echo: options.isDevelopment });
    const worker = launch("front", { name: "The job worker", args: tsx("scripts/worker.ts"), env, logFile: logFile("worker") });
    await Promise.all([options.isDevelopment ? listens(port, app, 120) : app.ready(120), worker.ready(120)]);
    return `on port ${port}`;
  });

  const shownDatabase = given.database ? shownAddress(given.database) : databaseUrl;
  const { url: publicUrl, ...addresses } = { url, mail, stripe, database: shownDatabase };
  noteLock({ url, environment: { ...Object.fromEntries(["APP_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "STRIPE_WEBHOOK_SECRET", "STRIPE_SECRET_KEY", "STRIPE_SANDBOX_URL", "ALLOW_SANDBOX_PAYMENTS", "SMTP_URL", "DATABASE_URL", "DATA_DIR"].filter((name) => env[name] !== undefined).map((name) => [name, env[name]])) } });
  console.log(`\n${table([["shop", publicUrl], ["mail", addresses.mail], ["payments", isOwnSandbox ? `${stripe}/dashboard` : stripe], ["database", addresses.database], ["data", data.directory], ["logs", join(data.directory, "logs")]])}`);
  const accountsFile = join(projectRoot, "prisma", "seed", "demo-accounts.json");
  if (existsSync(accountsFile) && keyKind !== "live") {
    const accounts = JSON.parse(readFileSync(accountsFile, "utf8"));
    console.log(`\n${table([["sign in as", "e-mail", "password", "opens"], ...accounts.map(({ role, email, password, opens }) => [role, email, password, opens])])}`);
  }
  if (keyKind !== "sandbox" && !env.STRIPE_WEBHOOK_SECRET) console.log(`\n  STRIPE_WEBHOOK_SECRET is not set: payments are still settled, by the return page and the sweeper, but later than Stripe would tell.`);
  console.log("\n  Ctrl-C stops everything and keeps the data.\n");
  console.log(`READY ${JSON.stringify({ url, mail, stripe, database: shownDatabase })}`);
};

tolerateClosedOutput();
try {
  readEnvironmentFile();
  const options = readOptions(process.argv.slice(2));
  if (options.isHelp) console.log(usage);
  else await run(options);
} catch (error) {
  await stop(1, error.message);
}
