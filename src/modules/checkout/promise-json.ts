import type { Quote } from "./quote";

/**
 * A promise as it is kept: plain JSON, whole numbers of money as text, because JSON has no big integers. An order keeps the very promise it was made of,
 * with every rule and rate.
 */
export const writePromise = (quote: Quote): string => JSON.stringify(quote, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));

/** The inverse: `amount` is always money. Given what a JSON column holds. */
export const readPromise = (kept: unknown): Quote =>
  JSON.parse(JSON.stringify(kept), (key, value: unknown) => (key === "amount" && typeof value === "string" ? BigInt(value) : value)) as Quote;
