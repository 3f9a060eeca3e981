import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { money, type Money } from "@/kernel/money";
import type { Currency } from "@/kernel/currency";
import { instant, toDate } from "@/kernel/time";
import type { Tx } from "@/platform/db";
import type { Purchase, Review } from "./review";

export type ReviewedPurchase = Purchase & {
  readonly authorName: string;
  readonly country: CountryCode;
  readonly sizeLabel: string | null;
  readonly importCharge: Money | null;
  readonly listing: { readonly number: number; readonly merchantSlug: string; readonly brandSlug: string };
};

type PurchaseRow = {
  state: string; paidAt: Date | null; deliveredAt: Date | null; authorName: string; country: string; sizeLabel: string | null; sizeFamily: string | null;
  charged: bigint | null; currency: string; number: number; merchantSlug: string; brandSlug: string; isReviewed: boolean;
};

/** A person's own purchase of a listing, or null. Ownership is in the `where`; the consignment stays locked until the review is written. */
export const loadPurchase = async (tx: Tx, userId: Id<"user">, consignmentId: Id<"consignment">, listingId: Id<"listing">): Promise<ReviewedPurchase | null> => {
  const [row] = await tx.$queryRaw<PurchaseRow[]>`
    select c.state, c."paidAt", c."deliveredAt", u.name as "authorName", k.market as country, v."sizeLabel", p."sizeFamily", c.currency, l.number,
      m.slug as "merchantSlug", b.slug as "brandSlug",
      (select sum(g.amount)::bigint from consignment_charge g where g."consignmentId" = c.id and g.kind in ('duty', 'tax', 'fee')) as charged,
      exists (select 1 from review r where r."consignmentId" = c.id and r."listingId" = l.id) as "isReviewed"
    from consignment c
    join checkout k on k.id = c."checkoutId"
    join app_user u on u.id = k."userId"
    join order_line ol on ol."consignmentId" = c.id
    join listing l on l.id = ol."listingId"
    join merchant m on m.id = l."merchantId"
    join product p on p.id = l."productId"
    join brand b on b.id = p."brandId"
    left join offer o on o.id = ol."offerId"
    left join variant v on v.id = o."variantId"
    where c.id = ${consignmentId} and l.id = ${listingId} and k."userId" = ${userId}
    order by ol.id limit 1 for update of c`;
  if (!row) return null;
  return {
    state: row.state, isReviewed: row.isReviewed, hasSize: row.sizeFamily !== null,
    paidAt: row.paidAt && instant(row.paidAt), deliveredAt: row.deliveredAt && instant(row.deliveredAt),
    authorName: row.authorName, country: row.country as CountryCode, sizeLabel: row.sizeLabel,
    importCharge: row.charged === null ? null : money(row.charged, row.currency as Currency),
    listing: { number: row.number, merchantSlug: row.merchantSlug, brandSlug: row.brandSlug },
  };
};

/** False when this purchase has its review already. */
export const insertReview = async (tx: Tx, listingId: Id<"listing">, consignmentId: Id<"consignment">, authorId: Id<"user">, review: Review): Promise<boolean> => {
  const { importCharge, at, ...rest } = review;
  const { count } = await tx.review.createMany({
    data: { ...rest, listingId, consignmentId, authorId, importCharge: importCharge?.amount ?? null, currency: importCharge?.currency ?? null, createdAt: toDate(at) },
    skipDuplicates: true,
  });
  return count === 1;
};

/** Counts a review into its listing's summary by one statement, so that two reviews at once are both counted. */
export const countReview = async (tx: Tx, listingId: Id<"listing">, { rating, authorCountry, fit }: Pick<Review, "rating" | "authorCountry" | "fit">): Promise<void> => {
  const stars = String(rating);
  await tx.$executeRaw`
    insert into rating_summary as s ("listingId", count, sum, "byCountry", "byRating", fit)
    values (${listingId}, 1, ${rating}, jsonb_build_object(${authorCountry}::text, jsonb_build_object('count', 1, 'sum', ${rating}::int)),
      jsonb_build_object(${stars}::text, 1), case when ${fit}::text is null then '{}'::jsonb else jsonb_build_object(${fit}::text, 1) end)
    on conflict ("listingId") do update set
      count = s.count + 1, sum = s.sum + excluded.sum,
      "byCountry" = s."byCountry" || jsonb_build_object(${authorCountry}::text, jsonb_build_object(
        'count', coalesce((s."byCountry" -> ${authorCountry}::text ->> 'count')::int, 0) + 1,
        'sum', coalesce((s."byCountry" -> ${authorCountry}::text ->> 'sum')::int, 0) + ${rating}::int)),
      "byRating" = s."byRating" || jsonb_build_object(${stars}::text, coalesce((s."byRating" ->> ${stars}::text)::int, 0) + 1),
      fit = case when ${fit}::text is null then s.fit else s.fit || jsonb_build_object(${fit}::text, coalesce((s.fit ->> ${fit}::text)::int, 0) + 1) end`;
};
