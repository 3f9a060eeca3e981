import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";
import { ok, refuse, type Result } from "@/kernel/result";
import { hashSecret } from "./auth/secret-hash";
import { database } from "./db/client";
import { env } from "./env";

/** How many tries in how many seconds, and whether every process of the shop counts together. The key of each is said beside it. */
const budgets = {
  "sign-in": { tries: 10, seconds: 900, isShared: true }, // account: a password is verified at most ten times in a quarter of an hour
  "sign-in-address": { tries: 100, seconds: 900, isShared: true }, // client address
  "sign-up": { tries: 30, seconds: 3600, isShared: true }, // client address
  "reset": { tries: 30, seconds: 3600, isShared: true }, // client address
  "letter": { tries: 5, seconds: 3600, isShared: true }, // recipient: nobody's mailbox is filled through us
  "change-password": { tries: 10, seconds: 900, isShared: true }, // account
  "checkout": { tries: 60, seconds: 600, isShared: true }, // client address
  // Search and suggestions guard our own machine and no secret: each process counts for itself, a write per keystroke would cost more than it saves.
  "search": { tries: 240, seconds: 60, isShared: false }, // client address
  "suggest": { tries: 600, seconds: 60, isShared: false }, // client address
} as const;

export type LimitedKind = keyof typeof budgets;
export type TooManyTries = { readonly code: "access.too-many-tries"; readonly minutes: number };

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
    const { tries, seconds, isShared } = budgets[kind];
    const options = { points: Math.floor(tries * env().RATE_LIMIT_FACTOR), duration: seconds, keyPrefix: kind };
    const memory = new RateLimiterMemory(options);
    // When the database does not answer, each process goes on counting for itself.
    found = isShared
      ? new RateLimiterPostgres({ ...options, storeClient: pool, storeType: "client", tableName: "rate_limit", tableCreated: true, insuranceLimiter: memory })
      : memory;
    made.set(kind, found);
  }
  return found;
};

const steps = [1, 2, 5, 10, 15, 30, 60];

/** The waits a refusal may name, in minutes: few, so that a form can bring the words of all of them. */
export const waits: readonly number[] = steps;

/**
 * Counts one try against a budget and refuses when it is used up. Count before the costly or secret work, so that parallel tries cannot slip by.
 * The wait is rounded up to one of `waits`.
 */
export const limited = async (kind: LimitedKind, key: string): Promise<Result<null, TooManyTries>> => {
  try {
    await limiter(kind).consume(hashSecret(key));
    return ok(null);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const minutes = refused.msBeforeNext / 60_000;
    return refuse({ code: "access.too-many-tries", minutes: steps.find((step) => step >= minutes) ?? 60 });
  }
};

/** Gives a budget back: its owner has proved who they are. */
export const forgive = async (kind: LimitedKind, key: string): Promise<void> => {
  await limiter(kind).delete(hashSecret(key));
};
