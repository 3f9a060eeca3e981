import { countryCode } from "@/kernel/country";
import { dayIn } from "@/kernel/time";
import type { Currency } from "@/kernel/currency";
import { restrictionsIn } from "@/modules/customs/restriction-queries";
import { findCountry, type OpenStorefront } from "@/modules/market/queries";
import type { MarketScope } from "@/modules/listing/market-scope";
import type { StockAt } from "@/modules/listing/stock-place";
import { shelfPrices, termsOf, type PriceTerms } from "@/modules/pricing/queries";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { Prisma } from "@/platform/db/generated/client";
import { availabilityHere, type Card } from "./card";

type CardRow = {
  id: string; number: number; currency: string; marketPolicy: string; markets: string[]; origin: string; merchantSlug: string; merchantName: string; merchantCountry: string;
  brandSlug: string; brandName: string; title: string; titleLanguage: string; slug: string; picture: { path: string; thumbhash: string } | null;
  offerId: string; price: bigint; dearest: bigint; terms: PriceTerms; hs: string; flags: string[]; categoryId: string; documents: { kind: string; validUntil: string }[];
  ratingSum: number | null; ratingCount: number | null; places: StockAt[] | null;
};

/**
 * The cards of listings in a storefront, in the order of the ids, in one statement for any number of them.
 * Who asks for colours is shown the pictures of those. A listing that is no longer live, or whose merchant is suspended, is left out even where a shelf still has it.
 */
export const listCards = async (listingIds: readonly string[], storefront: Pick<OpenStorefront, "language" | "profile">, colours: readonly string[] = []): Promise<Card[]> => {
  if (listingIds.length === 0) return [];
  const rows = await reader().$queryRaw<CardRow[]>`
    WITH picked AS MATERIALIZED (
      SELECT wanted."position", l."id", l."number", l."currency", l."marketPolicy", l."markets", l."merchantId", l."productId"
      FROM unnest(${listingIds}::text[]) WITH ORDINALITY AS wanted("id", "position") JOIN "listing" l ON l."id" = wanted."id" AND l."state" = 'live'
    )
    SELECT l."id", l."number", l."currency", l."marketPolicy", l."markets", p."origin", p."hs", p."flags", p."categoryId",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', d."kind", 'validUntil', to_char(d."validUntil", 'YYYY-MM-DD'))), '[]') FROM "listing_document" d
        WHERE d."listingId" = l."id" AND d."state" = 'approved') AS "documents", m."slug" AS "merchantSlug", m."name" AS "merchantName", m."country" AS "merchantCountry",
      b."slug" AS "brandSlug", b."name" AS "brandName", t."title", t."language" AS "titleLanguage", t."slug", pic."picture",
      cheapest."id" AS "offerId", cheapest."price", cheapest."dearest", ${termsOf(Prisma.sql`cheapest."id"`, Prisma.sql`l."id"`, storefront.profile.code)} AS "terms", r."sum" AS "ratingSum", r."count" AS "ratingCount", lies."places"
    FROM picked l
    JOIN "merchant" m ON m."id" = l."merchantId" AND m."state" = 'active'
    JOIN "product" p ON p."id" = l."productId"
    JOIN "brand" b ON b."id" = p."brandId"
    JOIN LATERAL (
      SELECT "title", "language", "slug" FROM "product_text" WHERE "productId" = l."productId"
      ORDER BY "language" <> ${storefront.language}, "language" <> 'en', "language" LIMIT 1
    ) t ON true
    JOIN LATERAL (
      SELECT o."id", o."price", max(o."price") OVER () AS "dearest" FROM "offer" o WHERE o."listingId" = l."id" AND o."isActive" ORDER BY o."price", o."id" LIMIT 1
    ) cheapest ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('path', "path", 'thumbhash', "thumbhash") AS "picture" FROM "picture" WHERE "productId" = l."productId"
      ORDER BY ("colour" = ANY(${colours}::text[])) IS TRUE DESC, "position", "id" LIMIT 1
    ) pic ON true
    LEFT JOIN "rating_summary" r ON r."listingId" = l."id"
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('locationId', sl."id", 'kind', sl."kind", 'country', sl."country", 'region', sl."region", 'city', sl."city", 'postcode', sl."postcode",
        'left', s."left")) AS "places"
      FROM (SELECT s."locationId", max(s."onHand" - s."reserved") AS "left" FROM "offer" o JOIN "stock" s ON s."offerId" = o."id"
        WHERE o."listingId" = l."id" AND o."isActive" GROUP BY s."locationId") s
      JOIN "stock_location" sl ON sl."id" = s."locationId"
    ) lies ON true
    ORDER BY l."position"`;
  const market = storefront.profile;
  const on = dayIn(now(), market.timeZone);
  const [priced, shipTo, restrictions] = await Promise.all([
    shelfPrices(rows.map((row) => ({ offerId: row.offerId, price: row.price, currency: row.currency as Currency, terms: row.terms })), market),
    findCountry(market.code),
    restrictionsIn(market.code, on),
  ]);
  const destination = shipTo ?? { code: market.code, shipTo: false, shipToReason: null };
  return rows.map((row): Card => {
    const scope: MarketScope = { marketPolicy: row.marketPolicy as MarketScope["marketPolicy"], markets: row.markets };
    const here = availabilityHere({ scope, market, shipTo: destination, places: row.places ?? [], goods: row, on, restrictions });
    const price = priced.get(row.offerId);
    const nearest = here.place ?? row.places?.[0];
    return {
      listingId: row.id, number: row.number, slug: row.slug, title: row.title, titleLanguage: row.titleLanguage,
      merchant: { slug: row.merchantSlug, name: row.merchantName }, brand: { slug: row.brandSlug, name: row.brandName }, origin: countryCode(row.origin),
      picture: row.picture, price: price?.ok ? price.value.shown : null, lowestBefore: price?.ok ? (price.value.reduction?.lowestBefore ?? null) : null, isFrom: row.dearest > row.price,
      rating: row.ratingCount ? (row.ratingSum ?? 0) / row.ratingCount : null, ratingCount: row.ratingCount ?? 0,
      bondedHere: here.place?.kind === "bonded", fromCountry: nearest?.country ?? countryCode(row.merchantCountry),
      reason: here.reason ?? (price && !price.ok ? price.refusal : null),
    };
  });
};
