import pg from "pg";
import { env } from "../env";
import type { Tx } from "../db/client";
import { log } from "../log";
import type { CacheTag } from "./tags";

const channel = "entrepot_tags";

/** Tells every app process which cached pages a job made old, when the open transaction is committed. A browser's action says it by its `touches`. */
export const announceTags = async (tx: Tx, changed: readonly CacheTag[]): Promise<void> => {
  await tx.$executeRaw`select pg_notify(${channel}, ${JSON.stringify(changed)})`;
};

// As long as a process may remember rows (cache/remembered): a page that is drawn again from remembered rows in between would be old once more.
const rememberedSeconds = 5;

/** Hears what jobs changed, for as long as this process runs. A connection that is lost is made again; what was said meanwhile is met by the hour that pages live at most. */
export const hearTags = (expire: (names: readonly string[]) => Promise<void>): { readonly close: () => Promise<void> } => {
  let isClosed = false;
  let client: pg.Client | undefined;
  let pause: NodeJS.Timeout | undefined;
  const connect = (): void => {
    const fresh = new pg.Client({ connectionString: env().DATABASE_URL });
    client = fresh;
    let isOver = false;
    const again = (): void => {
      if (isOver) return;
      isOver = true;
      void fresh.end().catch(() => undefined);
      if (!isClosed) pause = setTimeout(connect, rememberedSeconds * 1000).unref();
    };
    fresh.on("error", (error) => {
      log.warn({ err: error }, "news of cache tags");
      again();
    });
    fresh.on("end", again);
    fresh.on("notification", ({ payload }) => {
      const names = JSON.parse(payload ?? "[]") as string[];
      void expire(names);
      setTimeout(() => void expire(names), rememberedSeconds * 1000).unref();
    });
    fresh.connect().then(() => fresh.query(`listen ${channel}`)).catch(again);
  };
  connect();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(pause);
      await client?.end().catch(() => undefined);
    },
  };
};
