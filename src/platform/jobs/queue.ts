import PgBoss from "pg-boss";
import { env } from "../env";
import { log } from "../log";
import type { Tx } from "../db/client";

/** The jobs of the house with what each carries. A job carries ids, never content. */
export type Jobs = {
  "send-mail": { mailId: string };
  "send-stripe-command": { commandId: string };
  "read-stripe-event": { eventId: string };
  "settle-checkout": { checkoutId: string };
  "fetch-rates": Record<string, never>;
  "purge-customs-numbers": Record<string, never>;
};
export type JobName = keyof Jobs;
export const jobNames: readonly JobName[] = ["send-mail", "send-stripe-command", "read-stripe-event", "settle-checkout", "fetch-rates", "purge-customs-numbers"];

const holder = globalThis as typeof globalThis & { entrepotBoss?: Promise<PgBoss> };

// A killed worker's job must be offered again soon: expiry under a minute, and a maintenance pass well below it (the defaults are 15 and 2 minutes).
const options = { expireInSeconds: 45, retryLimit: 10, retryBackoff: true, retryDelay: 1, deadLetter: "dead-letter" };

/** The queue of this process. Only the worker keeps house (expiry, archive); the app only puts jobs in. */
export const boss = (keepsHouse = false): Promise<PgBoss> =>
  (holder.entrepotBoss ??= (async () => {
    const instance = new PgBoss({
      connectionString: env().DATABASE_URL,
      max: 3,
      maintenanceIntervalSeconds: 15,
      supervise: keepsHouse,
      schedule: keepsHouse,
    });
    instance.on("error", (error) => log.error({ err: error }, "job queue"));
    await instance.start();
    await instance.createQueue("dead-letter");
    for (const name of jobNames) await instance.createQueue(name, { name, policy: "standard", ...options });
    return instance;
  })());

export const closeJobs = async (): Promise<void> => {
  const running = await holder.entrepotBoss;
  delete holder.entrepotBoss;
  await running?.stop({ graceful: true, timeout: 8_000 });
};

const executorOf = (tx: Tx) => ({
  executeSql: async (text: string, values: unknown[]) => {
    const rows = await tx.$queryRawUnsafe<object[]>(text, ...values);
    return { rows, rowCount: rows.length };
  },
});

/** Puts a job into the queue as part of the open transaction: no commit, no job; no job lost after a commit. */
export const enqueue = async <J extends JobName>(tx: Tx, name: J, data: Jobs[J], startAfterSeconds = 0): Promise<void> => {
  await (await boss()).send(name, data, { ...options, startAfter: startAfterSeconds, db: executorOf(tx) });
};

/** Puts many jobs of one kind into the queue, in one statement. */
export const enqueueAll = async <J extends JobName>(tx: Tx, name: J, all: readonly Jobs[J][]): Promise<void> => {
  if (all.length === 0) return;
  const { expireInSeconds, retryLimit, retryBackoff, retryDelay, deadLetter } = options;
  await (await boss()).insert(all.map((data) => ({ name, data, expireInSeconds, retryLimit, retryBackoff, retryDelay, deadLetter })), { db: executorOf(tx) });
};

/** What a job is put into the queue for by the clock: a cron line in a zone, or never. Kept in the database, so that many workers are one clock. */
export const keepSchedule = async (name: JobName, cron: string | null, timeZone = "UTC"): Promise<void> => {
  const queue = await boss(true);
  await (cron === null ? queue.unschedule(name) : queue.schedule(name, cron, {}, { tz: timeZone }));
};
