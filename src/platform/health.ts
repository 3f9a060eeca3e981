import { setTimeout as sleep } from "node:timers/promises";
import { database } from "./db";

export type Health = { readonly database: "up" | "down"; readonly queue: "up" | "down" };

// A worker keeps house every quarter of a minute; four of them missed mean that nobody does.
const stale = 60;

const queueAge = async (): Promise<number | null> => {
  const [row] = await database().$queryRaw<{ age: number | null }[]>`SELECT extract(epoch FROM now() - max(maintained_on))::int AS age FROM pgboss.version`;
  return row?.age ?? null;
};

const asked = async (): Promise<Health> => {
  await database().$queryRaw`SELECT 1`;
  const age = await queueAge().catch(() => null); // the queue makes its tables when it first starts
  return { database: "up", queue: age !== null && age <= stale ? "up" : "down" };
};

/** Whether the database answers within two seconds, and whether a worker keeps the queue. Never throws: being down is an answer. */
export const readHealth = async (): Promise<Health> => {
  const down: Health = { database: "down", queue: "down" };
  return Promise.race([asked().catch(() => down), sleep(2_000, down, { ref: false })]);
};
