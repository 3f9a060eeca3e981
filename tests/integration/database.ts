import pg from "pg";
import { inject } from "vitest";

const onServer = async (...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: inject("databaseServer") });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

const addressOf = (name: string): string => {
  const url = new URL(inject("databaseServer"));
  url.pathname = `/${name}`;
  return url.href;
};

/** Makes `name` a new copy of the migrated, empty template (whatever was there before is dropped) and gives its address. */
export const copyTemplate = async (name: string): Promise<string> => {
  await onServer(`drop database if exists "${name}" with (force)`, `create database "${name}" template "${inject("databaseTemplate")}" strategy file_copy`);
  return addressOf(name);
};

let made = 0;

/** A migrated, empty database of its own for a test that must not see what its neighbours wrote. `drop` it at the end. */
export const freshDatabase = async (): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> => {
  made += 1;
  const name = `fresh_${process.pid}_${made}`;
  const url = await copyTemplate(name);
  return { url, drop: () => onServer(`drop database if exists "${name}" with (force)`) };
};
