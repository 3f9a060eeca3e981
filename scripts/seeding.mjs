// Whether a database was seeded is written in the database itself, not beside it: a copied or foreign database answers for itself.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./children.mjs";
import { projectRoot } from "./environment.mjs";

const withClient = async (url, work) => {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const withRecord = (url, work) =>
  withClient(url, async (client) => {
    await client.query("create schema if not exists operations");
    await client.query("create table if not exists operations.seeding (single boolean primary key default true check (single), begun timestamptz not null default now(), ended timestamptz, listings integer)");
    return work(client);
  });

/** How far the seeding of a database came: absent, begun (and not ended), or done with so many listings. */
export const seedingOf = (url) =>
  withRecord(url, async (client) => {
    const { rows } = await client.query("select ended, listings from operations.seeding");
    if (!rows.length) return { state: "absent" };
    return rows[0].ended ? { state: "done", listings: rows[0].listings } : { state: "begun" };
  });

const noteBegin = (url) => withRecord(url, (client) => client.query("insert into operations.seeding default values on conflict (single) do update set begun = now(), ended = null"));
const noteEnd = (url, listings) => withClient(url, (client) => client.query("update operations.seeding set ended = now(), listings = $1", [listings ?? null]));

/** Runs the seed (with `--listings N` when asked for) and remembers that it came to its end. */
export const seedDatabase = async ({ url, env, listings, logFile, onStart }) => {
  const program = join(projectRoot, "prisma", "seed", "main.ts");
  if (!existsSync(program)) throw new Error("prisma/seed/main.ts is missing: the checkout is not complete.");
  await noteBegin(url);
  await runProgram({ name: "The seed", args: ["--import", "tsx", program, ...(listings ? ["--listings", String(listings)] : [])], env, logFile, echo: true }, onStart);
  await noteEnd(url, listings);
};

/** Drops and creates a database of the embedded server again: what an interrupted seed left would collide with the next one. */
export const recreateDatabase = (maintenanceUrl, name) =>
  withClient(maintenanceUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
