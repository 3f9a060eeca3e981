import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatId, type Id, type Noun } from "@/kernel/id";
import { database } from "@/platform/db";
import { chanceOf } from "./random";

/** Reads a file of the seed's own data. */
export const readData = <T>(...path: string[]): T => JSON.parse(readFileSync(join(import.meta.dirname, ...path), "utf8")) as T;

/** An id of the seed: the same in every run, sorted by the given moment. */
export const seedId = <N extends Noun>(noun: N, name: string, at: Date): Id<N> => formatId(noun, at.getTime(), chanceOf(`${noun} ${name}`).bytes());

const asJson = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

/** Writes many rows in few statements: PostgreSQL takes the rows apart, so that arrays, JSON and bigints need no care. */
export const insertRows = async (table: string, rows: readonly object[], batch = 4000): Promise<void> => {
  for (let start = 0; start < rows.length; start += batch) {
    const part = rows.slice(start, start + batch);
    const columns = Object.keys(part[0] as object).map((name) => `"${name}"`).join(", ");
    await database().$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      JSON.stringify(part, asJson),
    );
  }
};

export const step = async <V>(name: string, work: () => Promise<V>): Promise<V> => {
  const started = performance.now();
  const value = await work();
  const note = typeof value === "string" ? `: ${value}` : "";
  console.log(`  ${name}${note} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return value;
};
