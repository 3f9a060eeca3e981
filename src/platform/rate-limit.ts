import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from "rate-limiter-flexible";
import type { Result } from "@/kernel/result";
import { hashSecret } from "./auth/secret-hash";
import { database } from "./db/client";
import { budgets, countWith, optionsOf, type LimitedKind, type TooManyTries } from "./rate-budget";

// Counting must not be undone with the verb that it counts, so it goes past any open transaction, to the pool.
const pool = {
  query: async ({ text, values = [] }: { text: string; values?: unknown[] }) => {
    const rows = await database().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    return { rowCount: rows.length, rows: rows.map((row) => ({ ...row, expire: row["expire"] === null ? null : Number(row["expire"]) })) };
  },
};

const made = new Map<LimitedKind, RateLimiterAbstract>();

const limiter = (kind: LimitedKind): RateLimiterAbstract => {
  let found = made.get(kind);
  if (!found) {
    const options = optionsOf(kind);
    const memory = new RateLimiterMemory(options);
    // When the database does not answer, each process goes on counting for itself.
    found = budgets[kind].isShared
      ? new RateLimiterPostgres({ ...options, storeClient: pool, storeType: "client", tableName: "rate_limit", tableCreated: true, insuranceLimiter: memory })
      : memory;
    made.set(kind, found);
  }
  return found;
};

/**
 * Counts one try against a budget and refuses when it is used up. Count before the costly or secret work, so that parallel tries cannot slip by.
 */
export const limited = (kind: LimitedKind, key: string): Promise<Result<null, TooManyTries>> => countWith(limiter(kind), key);

/** Gives a budget back: its owner has proved who they are. */
export const forgive = async (kind: LimitedKind, key: string): Promise<void> => {
  await limiter(kind).delete(hashSecret(key));
};
