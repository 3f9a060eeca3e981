import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";
import { ok, refuse, type Result } from "@/kernel/result";
import { hashSecret } from "./auth/secret-hash";
import { env } from "./env";

/** How many tries in how many seconds, and whether every process of the shop counts together. The key of each is said beside it. */
export const budgets = {
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

const steps = [1, 2, 5, 10, 15, 30, 60];

/** The waits a refusal may name, in minutes: few, so that a form can bring the words of all of them. */
export const waits: readonly number[] = steps;

/** How a limiter of this process is made for a budget. */
export const optionsOf = (kind: LimitedKind) => ({ points: Math.floor(budgets[kind].tries * env().RATE_LIMIT_FACTOR), duration: budgets[kind].seconds, keyPrefix: kind });

/** Counts one try with a limiter and refuses when the budget is used up. The wait is rounded up to one of `waits`. */
export const countWith = async (limiter: RateLimiterAbstract, key: string): Promise<Result<null, TooManyTries>> => {
  try {
    await limiter.consume(hashSecret(key));
    return ok(null);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const minutes = refused.msBeforeNext / 60_000;
    return refuse({ code: "access.too-many-tries", minutes: steps.find((step) => step >= minutes) ?? 60 });
  }
};

let searches: RateLimiterMemory | undefined;

/** Counts a search at the front gate, which starts without the database's client and counts for itself alone. */
export const countSearch = (address: string): Promise<Result<null, TooManyTries>> => countWith((searches ??= new RateLimiterMemory(optionsOf("search"))), address);
