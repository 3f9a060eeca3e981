// Migrations without the downloaded engine: the same schema engine compiled to WebAssembly, which comes from the npm registry.
// The folders are ordinary Prisma folders, so `prisma migrate deploy` works on them too.
//   node scripts/migrate.mjs deploy         applies what is not applied yet to DATABASE_URL
//   node scripts/migrate.mjs draft <name>   writes the SQL from the datamodel of git's HEAD to the one in the working tree
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readEnvironmentFile } from "./environment.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const prismaDirectory = join(root, "prisma");
const filters = { externalTables: [], externalEnums: [] };
const LOCK_FILE = 'provider = "postgresql"\n';

/** The Prisma schema as the files it is made of: `prisma/schema.prisma` and `prisma/models/*.prisma`, path and text. */
export const datamodelFiles = (directory = prismaDirectory) => {
  const models = join(directory, "models");
  const paths = [join(directory, "schema.prisma"), ...(existsSync(models) ? readdirSync(models).filter((name) => name.endsWith(".prisma")).sort().map((name) => join(models, name)) : [])];
  return paths.filter(existsSync).map((path) => ({ path, content: readFileSync(path, "utf8") }));
};

// git has no working tree of the previous state, so the files are read out of its HEAD one by one; no commit yet means: from nothing.
const committedDatamodelFiles = () => {
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    git("rev-parse", "--verify", "HEAD");
  } catch {
    return [];
  }
  const names = git("ls-tree", "-r", "--name-only", "HEAD", "prisma/schema.prisma", "prisma/models/").split("\n").filter((name) => name.endsWith(".prisma"));
  return names.map((name) => ({ path: join(root, name), content: git("show", `HEAD:${name}`) }));
};

// The engine asks for a connection and for the server's version when it is made, also when it only compares datamodels.
// This one answers that question and no other, so that drafting needs no database.
const nowhere = async () => {
  const { ColumnTypeEnum } = await import("@prisma/driver-adapter-utils");
  const refuse = async ({ sql } = {}) => {
    throw new Error(`Drafting a migration asks no database, but the engine asked: ${sql}`);
  };
  const queryRaw = async (query) =>
    query.sql.includes("server_version_num")
      ? { columnNames: ["exists", "version", "numeric_version"], columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32], rows: [[true, "PostgreSQL 18.4", 180004]] }
      : refuse(query);
  const executeScript = async () => {};
  const connection = { provider: "postgres", adapterName: "nowhere", queryRaw, executeRaw: refuse, executeScript, startTransaction: refuse, dispose: async () => {} };
  return { provider: "postgres", adapterName: "nowhere", connect: async () => connection, connectToShadowDb: refuse };
};

// The adapter cuts a script at every semicolon, also inside comments and function bodies. PostgreSQL itself reads a whole script in one
// simple query, and runs it in one transaction: a migration that fails leaves nothing behind.
const postgresAt = async (connectionString) => {
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const factory = new PrismaPg({ connectionString, connectionTimeoutMillis: 10_000, max: 1 });
  const open = [];
  const whole = async (connection) => {
    open.push(connection);
    connection.executeScript = async (script) => {
      try {
        await connection.underlyingDriver().query(script);
      } catch (error) {
        connection.onError(error);
      }
    };
    return connection;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => whole(await factory.connect()),
    connectToShadowDb: async () => whole(await factory.connectToShadowDb()),
    // The engine never closes its pool, and a database with a connection on it cannot be copied.
    close: () => Promise.all(open.map((connection) => connection.dispose())),
  };
};

// Once a process: the glue keeps views on the memory of the instance it was given first.
let loaded;
const loadEngine = () => (loaded ??= (async () => {
  const gluePath = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import(pathToFileURL(gluePath).href);
  const module = await WebAssembly.compile(readFileSync(join(dirname(gluePath), "schema_engine_bg.wasm")));
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const imported = glue[name];
    // The engine arms a ten-second timer for its advisory lock and never disarms it: no process should wait for that.
    const armed = (...args) => {
      const timer = imported(...args);
      timer?.unref?.();
      return timer;
    };
    (imports[from] ??= {})[name] = name.includes("setTimeout") ? armed : imported;
  }
  const instance = await WebAssembly.instantiate(module, imports);
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
})());

const engineFor = async (adapter, datamodels) => {
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  let panic;
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => { panic = message; } };
  const glue = await loadEngine();
  const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
  // The engine appends where in its own source it was: of no use to whoever reads the sentence.
  const explain = (error) => new Error((panic ?? error?.message ?? String(error)).replace(/\n +0: [\s\S]*$/, "").replace(/^external connector error\n/, ""));
  return { engine, explain };
};

/**
 * Applies every migration that the database has not seen yet, in the order of their names, and gives the names of those applied.
 * A second run applies nothing. Throws when a migration fails, and from then on until somebody has resolved it: nothing is repaired by guess.
 */
export const applyMigrations = async (databaseUrl, { directory = prismaDirectory } = {}) => {
  const baseDir = join(directory, "migrations");
  const names = existsSync(baseDir) ? readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort() : [];
  if (!names.length) return [];
  const lockPath = join(baseDir, "migration_lock.toml");
  const migrationDirectories = names.map((path) => ({
    path,
    migrationFile: { path: "migration.sql", content: { tag: "ok", value: readFileSync(join(baseDir, path, "migration.sql"), "utf8") } },
  }));
  const adapter = await postgresAt(databaseUrl);
  const { engine, explain } = await engineFor(adapter, datamodelFiles(directory).map(({ path, content }) => [path, content]));
  try {
    const lockfile = { path: lockPath, content: existsSync(lockPath) ? readFileSync(lockPath, "utf8") : LOCK_FILE };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories }, filters });
    return appliedMigrationNames;
  } catch (error) {
    throw explain(error);
  } finally {
    engine.free();
    await adapter.close();
  }
};

/** The SQL that leads from one datamodel to another (lists of path and content; an empty list is the empty database). */
export const draftSql = async (from, to) => {
  const target = (files) => (files.length ? { tag: "schemaDatamodel", files } : { tag: "empty" });
  const { engine, explain } = await engineFor(await nowhere(), to.map(({ path, content }) => [path, content]));
  try {
    const { stdout } = await engine.diff({ from: target(from), to: target(to), script: true, shadowDatabaseUrl: null, exitCode: null, filters });
    return stdout ?? "";
  } catch (error) {
    throw explain(error);
  } finally {
    engine.free();
  }
};

const uncommittedMigrations = () => {
  const listed = execFileSync("git", ["status", "--porcelain", "--untracked-files=all", "--", "prisma/migrations"], { cwd: root, encoding: "utf8" });
  return [...new Set([...listed.matchAll(/prisma\/migrations\/([^/\n]+)\//g)].map(([, name]) => name))];
};

const draft = async (name) => {
  if (!/^[a-z0-9]+([_-][a-z0-9]+)*$/.test(name ?? "")) throw new Error("A migration is named in lower case, for example: npm run migrate -- draft add_wishlist");
  const pending = uncommittedMigrations();
  if (pending.length) throw new Error(`${pending.join(", ")} is not committed yet, and a draft from the last commit would repeat it: commit it, or delete its folder and draft again.`);
  const sql = await draftSql(committedDatamodelFiles(), datamodelFiles());
  if (!sql.trim() || sql.includes("This is an empty migration")) return console.log("The datamodel is what the last commit had: nothing to migrate.");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(prismaDirectory, "migrations", `${stamp}_${name.replaceAll("-", "_")}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  const lockPath = join(prismaDirectory, "migrations", "migration_lock.toml");
  if (!existsSync(lockPath)) writeFileSync(lockPath, LOCK_FILE);
  console.log(`Drafted ${folder}/migration.sql: read it, add what Prisma cannot express, commit it.`);
};

const deploy = async () => {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; npm start applies migrations to the embedded database by itself.");
  const applied = await applyMigrations(url);
  console.log(applied.length ? `Applied ${applied.join(", ")}.` : "Nothing to apply.");
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readEnvironmentFile();
  const [command = "deploy", name] = process.argv.slice(2);
  const commands = { deploy, draft: () => draft(name) };
  try {
    if (!commands[command]) throw new Error("Usage: node scripts/migrate.mjs deploy | draft <name>");
    await commands[command]();
    process.exit(0);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
