import type { CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { money, type Money } from "@/kernel/money";
import { instant } from "@/kernel/time";
import { reader } from "@/platform/db";
import { firstReviews, noRatings, type Fit, type RatingSummary, type Review } from "./review";

type ReviewRow = {
  id: string; authorName: string; authorCountry: string; language: string; rating: number; text: string; fit: string | null; sizeLabel: string | null;
  daysToDoor: number | null; importCharge: string | null; currency: string | null; at: string;
};

const reviewOf = ({ importCharge, currency, at, ...row }: ReviewRow): Review => ({
  ...row, id: row.id as Id<"review">, authorCountry: row.authorCountry as CountryCode, fit: row.fit as Fit | null,
  importCharge: importCharge !== null && currency ? money(BigInt(importCharge), currency as Currency) : null, at: instant(new Date(at)),
});

/** What buyers of one country met: the middle of the days to the door, and of the import cost where it was paid in the market's money. */
export type CorridorFacts = { readonly days: { readonly median: number; readonly of: number } | null; readonly importCharge: { readonly median: Money; readonly of: number } | null };

export type ReviewPart = {
  readonly summary: RatingSummary;
  readonly own: readonly Review[];
  readonly others: readonly Review[];
  readonly corridor: CorridorFacts;
};

type PartRow = { summary: RatingSummary | null; own: ReviewRow[]; others: ReviewRow[]; days: number | null; daysOf: number; charge: string | null; chargeOf: number };

/** The reviews of a product page, in one statement: the rating, the first reviews of the shopper's own country and of others, and the facts of the own corridor. */
export const findReviewPart = async (listingId: Id<"listing">, country: CountryCode, currency: Currency): Promise<ReviewPart> => {
  const [row] = await reader().$queryRaw<PartRow[]>`
    select (select jsonb_build_object('count', s.count, 'sum', s.sum, 'byCountry', s."byCountry", 'byRating', s."byRating", 'fit', s.fit) from rating_summary s where s."listingId" = ${listingId}) as summary,
      (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (select id, "authorName", "authorCountry", language, rating, text, fit, "sizeLabel", "daysToDoor", "importCharge"::text, currency, "createdAt" as at
        from review where "listingId" = ${listingId} and "authorCountry" = ${country} order by "createdAt" desc, id desc limit 6) r) as own,
      (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (select id, "authorName", "authorCountry", language, rating, text, fit, "sizeLabel", "daysToDoor", "importCharge"::text, currency, "createdAt" as at
        from review where "listingId" = ${listingId} and "authorCountry" <> ${country} order by "createdAt" desc, id desc limit 6) r) as others,
      facts.* from (select percentile_disc(0.5) within group (order by "daysToDoor") as days, count("daysToDoor")::int as "daysOf",
        (percentile_disc(0.5) within group (order by "importCharge") filter (where currency = ${currency}))::text as charge,
        (count("importCharge") filter (where currency = ${currency}))::int as "chargeOf"
        from review where "listingId" = ${listingId} and "authorCountry" = ${country}) facts`;
  if (!row) return { summary: noRatings, own: [], others: [], corridor: { days: null, importCharge: null } };
  return {
    summary: row.summary ?? noRatings,
    ...firstReviews(row.own.map(reviewOf), row.others.map(reviewOf)),
    corridor: {
      days: row.days === null ? null : { median: row.days, of: row.daysOf },
      importCharge: row.charge === null ? null : { median: money(BigInt(row.charge), currency), of: row.chargeOf },
    },
  };
};

/** How the buyers of a listing found its size. */
export const fitVotes = async (listingId: Id<"listing">): Promise<RatingSummary["fit"]> =>
  ((await reader().ratingSummary.findUnique({ where: { listingId }, select: { fit: true } }))?.fit ?? {}) as RatingSummary["fit"];

/** Where a list of reviews goes on: after which review, in the order own country first, then newest. */
export type ReviewCursor = { readonly isOwn: boolean; readonly at: string; readonly id: string };

/** "1.1794834000000.rev_…", as it stands in an address; anything else is the beginning. */
export const readCursor = (text: string | undefined): ReviewCursor | null => {
  const match = /^([01])\.(\d{1,15})\.(rev_[0-9a-z]{26})$/.exec(text ?? "");
  const at = match && new Date(Number(match[2]));
  return match?.[3] && at && !Number.isNaN(at.getTime()) ? { isOwn: match[1] === "1", at: at.toISOString(), id: match[3] } : null;
};

export const cursorAfter = (review: Review, country: CountryCode): string => `${review.authorCountry === country ? 1 : 0}.${new Date(review.at).getTime()}.${review.id}`;

const pageSize = 20;

/** A page of all reviews of a listing, those of the shopper's own country first, newest first, each exactly once over the pages. */
export const listReviews = async (listingId: Id<"listing">, country: CountryCode, after: ReviewCursor | null): Promise<{ readonly reviews: readonly Review[]; readonly next: string | null }> => {
  const { isOwn, at, id } = after ?? { isOwn: true, at: "9999-01-01T00:00:00.000Z", id: "rev_~" };
  const rows = await reader().$queryRaw<ReviewRow[]>`
    select id, "authorName", "authorCountry", language, rating, text, fit, "sizeLabel", "daysToDoor", "importCharge"::text, currency, to_jsonb("createdAt") #>> '{}' as at
    from review
    where "listingId" = ${listingId} and (("authorCountry" = ${country})::int, "createdAt", id) < (${isOwn ? 1 : 0}::int, ${at}::timestamptz, ${id})
    order by ("authorCountry" = ${country})::int desc, "createdAt" desc, id desc limit ${pageSize + 1}`;
  const reviews = rows.slice(0, pageSize).map(reviewOf);
  const last = reviews.at(-1);
  return { reviews, next: rows.length > pageSize && last ? cursorAfter(last, country) : null };
};

/** Stars over all live listings of a merchant, or of one of its brands. */
export const findRatingOf = async (of: { readonly merchantId: string } | { readonly brandId: string }): Promise<{ readonly count: number; readonly sum: number }> => {
  const [row] = "merchantId" in of
    ? await reader().$queryRaw<{ count: number; sum: number }[]>`
      select coalesce(sum(s.count), 0)::int as count, coalesce(sum(s.sum), 0)::int as sum from listing l join rating_summary s on s."listingId" = l.id
      where l."merchantId" = ${of.merchantId} and l.state = 'live'`
    : await reader().$queryRaw<{ count: number; sum: number }[]>`
      select coalesce(sum(s.count), 0)::int as count, coalesce(sum(s.sum), 0)::int as sum from product p join listing l on l."productId" = p.id
      join rating_summary s on s."listingId" = l.id where p."brandId" = ${of.brandId} and l.state = 'live'`;
  return row ?? { count: 0, sum: 0 };
};
