import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import type { Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import { secondsBetween, type Instant } from "@/kernel/time";

/** How a sized thing fitted, in the words of its buyer: smaller than its label, as its label, larger. */
export const fits = ["small", "true", "large"] as const;
export type Fit = (typeof fits)[number];

/** As much as anybody reads. */
export const mostLetters = 4000;

/** What a buyer said, with the facts of the own corridor: how long it took to the door, and what the import cost. */
export type Review = {
  readonly id: Id<"review">;
  readonly authorName: string;
  readonly authorCountry: CountryCode;
  readonly language: string;
  readonly rating: number;
  readonly text: string;
  readonly fit: Fit | null;
  readonly sizeLabel: string | null;
  readonly daysToDoor: number | null;
  readonly importCharge: Money | null;
  readonly at: Instant;
};

/** Counted when a review is written, so that a page reads one row. */
export type RatingSummary = {
  readonly count: number;
  readonly sum: number;
  readonly byCountry: Readonly<Record<string, { readonly count: number; readonly sum: number }>>;
  readonly byRating: Readonly<Record<string, number>>;
  readonly fit: Readonly<Record<string, number>>;
};

export const noRatings: RatingSummary = { count: 0, sum: 0, byCountry: {}, byRating: {}, fit: {} };

/** The mean of the stars, 0 when nobody has given any. */
export const averageOf = ({ count, sum }: Pick<RatingSummary, "count" | "sum">): number => (count === 0 ? 0 : sum / count);

/** The summary of a whole list of reviews: what the running count must always equal. */
export const summaryOf = (reviews: readonly Pick<Review, "rating" | "authorCountry" | "fit">[]): RatingSummary => {
  const byCountry: Record<string, { count: number; sum: number }> = {};
  const byRating: Record<string, number> = {};
  const fit: Record<string, number> = {};
  let sum = 0;
  for (const review of reviews) {
    const own = (byCountry[review.authorCountry] ??= { count: 0, sum: 0 });
    own.count += 1;
    own.sum += review.rating;
    byRating[review.rating] = (byRating[review.rating] ?? 0) + 1;
    if (review.fit) fit[review.fit] = (fit[review.fit] ?? 0) + 1;
    sum += review.rating;
  }
  return { count: reviews.length, sum, byCountry, byRating, fit };
};

/**
 * What the buyers' votes say about the size: the verdict that more than half of them share, or that they are divided.
 * Null below three votes: two people are no pattern.
 */
export const fitVerdict = (fit: RatingSummary["fit"]): { readonly verdict: Fit | "divided"; readonly votes: number; readonly share: number } | null => {
  const votes = fits.reduce((sum, key) => sum + (fit[key] ?? 0), 0);
  if (votes < 3) return null;
  const most = fits.reduce((best, key) => ((fit[key] ?? 0) > (fit[best] ?? 0) ? key : best));
  const share = (fit[most] ?? 0) / votes;
  return share > 0.5 ? { verdict: most, votes, share } : { verdict: "divided", votes, share };
};

/**
 * The first reviews of a page: those of the shopper's own country before all others, newest first, as many as there is room for.
 * Others keep two places when there are any, because a country's few reviews are not the whole picture.
 */
export const firstReviews = <R extends Pick<Review, "at" | "id">>(own: readonly R[], others: readonly R[], room = 6): { readonly own: readonly R[]; readonly others: readonly R[] } => {
  const kept = Math.min(others.length, Math.max(2, room - own.length));
  return { own: newestFirst(own).slice(0, room - kept), others: newestFirst(others).slice(0, kept) };
};

const newestFirst = <R extends Pick<Review, "at" | "id">>(reviews: readonly R[]): R[] =>
  [...reviews].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));

/** A name as strangers see it: "Ana Beatriz Rocha" is Ana R., "王小明" is 王*, an empty one stays empty. */
export const publicName = (name: string): string => {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first = ""] = words;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return last ? `${first} ${[...last][0]}.` : first && `${[...first][0]}*`;
};

/** What a buyer bought, as far as it decides who may review it. */
export type Purchase = {
  readonly state: string;
  readonly isReviewed: boolean;
  readonly hasSize: boolean;
  readonly paidAt: Instant | null;
  readonly deliveredAt: Instant | null;
};

export type ReviewRefusal = { readonly code: "review.not-your-purchase" } | { readonly code: "review.too-early" } | { readonly code: "review.already-written" };

/** Only who bought it writes about it, once, and not before the parcel is on its way. A purchase of somebody else is not found. */
export const mayReview = <P extends Pick<Purchase, "state" | "isReviewed">>(purchase: P | null): Result<P, ReviewRefusal> => {
  if (!purchase) return refuse({ code: "review.not-your-purchase" });
  if (purchase.isReviewed) return refuse({ code: "review.already-written" });
  return purchase.state === "shipped" || purchase.state === "delivered" ? ok(purchase) : refuse({ code: "review.too-early" });
};

/** Whole days from payment to the door, null while it is under way. Paid Monday 20:00, delivered Thursday 09:00: 3. */
export const daysToDoor = ({ paidAt, deliveredAt }: Pick<Purchase, "paidAt" | "deliveredAt">): number | null =>
  paidAt && deliveredAt ? Math.max(0, Math.ceil(secondsBetween(paidAt, deliveredAt) / 86_400)) : null;
