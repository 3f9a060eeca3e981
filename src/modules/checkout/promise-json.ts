import type { Quote } from "./quote";

/**
 * A promise as it is kept: plain JSON, whole numbers of money as text, because JSON has no big integers. An order keeps the very promise it was made of,
 * with every rule and rate.
 */
export const writePromise = (quote: Quote): string => JSON.stringify(quote, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));

/** The inverse: `amount` is always money. Given what a JSON column holds. */
export const readPromise = (kept: unknown): Quote => opened(kept) as Quote;

const opened = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]: [string, unknown]) => [key, key === "amount" && typeof part === "string" ? BigInt(part) : opened(part)]));
};
