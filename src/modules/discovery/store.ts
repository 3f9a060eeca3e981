import type { Tx } from "@/platform/db";

export type TextRow = {
  readonly listingId: string; readonly categoryId: string; readonly path: readonly string[]; readonly brand: string; readonly merchant: string;
  readonly origin: string; readonly country: string; readonly colours: readonly string[]; readonly materials: readonly string[];
  readonly language: string; readonly title: string; readonly description: string; readonly keywords: readonly string[];
};

/** Micro-euro for one minor unit of a currency, as exact decimal text; null when there is no rate. */
export type EuroFactor = { readonly currency: string; readonly factor: string | null };

export type DocumentRow = { readonly listingId: string; readonly language: string; readonly document: string };
export type TermRow = { readonly language: string; readonly term: string; readonly shown: string; readonly uses: number };

/** A price nobody can convert sorts behind every price and matches no range. */
const unknownPrice = "9000000000000000000";

export const listListingIds = async (tx: Tx, after: string, count: number): Promise<string[]> =>
  (await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "listing" WHERE "id" > ${after} ORDER BY "id" LIMIT ${count}`).map((row) => row.id);

export const listCurrencies = async (tx: Tx): Promise<string[]> =>
  (await tx.$queryRaw<{ currency: string }[]>`SELECT DISTINCT "currency" FROM "listing"`).map((row) => row.currency);

export const removeShelves = (tx: Tx, listingIds: readonly string[]) => tx.$executeRaw`DELETE FROM "shelf_entry" WHERE "listingId" = ANY(${listingIds})`;

/** Removes the documents and tells which (listing, language) there were. */
export const removeDocuments = async (tx: Tx, listingIds: readonly string[]): Promise<Set<string>> => {
  const rows = await tx.$queryRaw<{ key: string }[]>`DELETE FROM "search_document" WHERE "listingId" = ANY(${listingIds}) RETURNING "listingId" || ' ' || "language" AS "key"`;
  return new Set(rows.map((row) => row.key));
};

/**
 * Puts live listings of active merchants on the shelf of their category, of every category above it, and of "all".
 *
 * Popularity is a whole number made of what was sold (logarithmic: the thousandth sale says less than the tenth), the mean rating drawn towards
 * 4.0 by eight imagined reviews, and a point a week for being newer, counted from a fixed day so that the order does not depend on when it is asked.
 */
export const writeShelves = (tx: Tx, listingIds: readonly string[], factors: readonly EuroFactor[]) => tx.$executeRaw`
  INSERT INTO "shelf_entry" ("categoryId", "listingId", "number", "merchantId", "brandId", "origin", "referencePrice", "popularity", "publishedAt",
    "shipsFrom", "bondedIn", "marketPolicy", "markets", "sizes", "colours", "aisle")
  SELECT shelf."categoryId", l."id", l."number", l."merchantId", p."brandId", p."origin",
    coalesce(round(l."basePrice" * f."factor"), ${unknownPrice}::numeric)::bigint,
    round(100 * ln(1 + sold."units") + 120 * ((coalesce(r."sum", 0) + 32)::numeric / (coalesce(r."count", 0) + 8) - 3)
      + extract(epoch FROM l."publishedAt" - '2020-01-01T00:00:00Z'::timestamptz) / 604800)::int,
    l."publishedAt", lies."ships", lies."bonded", l."marketPolicy", l."markets", kinds."sizes", kinds."colours", c."path"[2]
  FROM "listing" l
  JOIN "merchant" m ON m."id" = l."merchantId" AND m."state" = 'active'
  JOIN "product" p ON p."id" = l."productId"
  JOIN "category" c ON c."id" = p."categoryId"
  CROSS JOIN LATERAL unnest(c."path" || ARRAY['all']) AS shelf("categoryId")
  LEFT JOIN jsonb_to_recordset(${JSON.stringify(factors)}::jsonb) AS f("currency" text, "factor" numeric) ON f."currency" = l."currency"::text
  LEFT JOIN "rating_summary" r ON r."listingId" = l."id"
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(ol."quantity"), 0) AS "units" FROM "order_line" ol JOIN "consignment" k ON k."id" = ol."consignmentId"
    WHERE ol."listingId" = l."id" AND k."state" IN ('paid', 'shipped', 'delivered')
  ) sold
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT sl."country"::text) FILTER (WHERE sl."kind" <> 'bonded'), '{}') AS "ships",
           coalesce(array_agg(DISTINCT sl."country"::text) FILTER (WHERE sl."kind" = 'bonded'), '{}') AS "bonded"
    FROM "offer" o JOIN "stock" s ON s."offerId" = o."id" JOIN "stock_location" sl ON sl."id" = s."locationId"
    WHERE o."listingId" = l."id" AND o."isActive" AND s."onHand" > s."reserved"
  ) lies
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT p."sizeFamily" || ':' || v."sizeSystem" || ':' || v."sizeLabel") FILTER (WHERE p."sizeFamily" IS NOT NULL AND v."sizeLabel" IS NOT NULL AND v."sizeSystem" IS NOT NULL), '{}') AS "sizes",
           coalesce(array_agg(DISTINCT v."colour") FILTER (WHERE v."colour" IS NOT NULL), '{}') AS "colours"
    FROM "offer" o JOIN "variant" v ON v."id" = o."variantId" WHERE o."listingId" = l."id" AND o."isActive"
  ) kinds
  WHERE l."state" = 'live' AND l."publishedAt" IS NOT NULL AND l."id" = ANY(${listingIds})`;

/** Puts the price in euro of every shelf entry of these listings to the rates of the day, and says how many moved. */
export const moveShelfPrices = (tx: Tx, listingIds: readonly string[], factors: readonly EuroFactor[]): Promise<number> => tx.$executeRaw`
  UPDATE "shelf_entry" e SET "referencePrice" = fresh."price"
  FROM (
    SELECT l."id", coalesce(round(l."basePrice" * f."factor"), ${unknownPrice}::numeric)::bigint AS "price" FROM "listing" l
    LEFT JOIN jsonb_to_recordset(${JSON.stringify(factors)}::jsonb) AS f("currency" text, "factor" numeric) ON f."currency" = l."currency"::text
    WHERE l."id" = ANY(${listingIds})
  ) fresh
  WHERE e."listingId" = fresh."id" AND e."referencePrice" <> fresh."price"`;

/** The texts of live listings of active merchants, one row a language. */
export const loadTexts = (tx: Tx, listingIds: readonly string[]) => tx.$queryRaw<TextRow[]>`
  SELECT l."id" AS "listingId", p."categoryId", c."path", b."name" AS "brand", m."name" AS "merchant", p."origin", m."country", p."materials",
    ARRAY(SELECT DISTINCT v."colour" FROM "variant" v WHERE v."productId" = p."id" AND v."colour" IS NOT NULL) AS "colours",
    t."language", t."title", t."description", t."keywords"
  FROM "listing" l
  JOIN "merchant" m ON m."id" = l."merchantId" AND m."state" = 'active'
  JOIN "product" p ON p."id" = l."productId"
  JOIN "category" c ON c."id" = p."categoryId"
  JOIN "brand" b ON b."id" = p."brandId"
  JOIN "product_text" t ON t."productId" = p."id"
  WHERE l."state" = 'live' AND l."publishedAt" IS NOT NULL AND l."id" = ANY(${listingIds})
  ORDER BY l."id", t."language"`;

/** The names of categories, by category and language. */
export const loadCategoryNames = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Map<string, string>>> => {
  const rows = await tx.$queryRaw<{ categoryId: string; language: string; name: string }[]>`
    SELECT "categoryId", "language", "name" FROM "category_text" WHERE "categoryId" = ANY(${ids})`;
  const names = new Map<string, Map<string, string>>(ids.map((id) => [id, new Map()]));
  for (const { categoryId, language, name } of rows) names.get(categoryId)?.set(language, name);
  return names;
};

/** Documents of listings that are on the shelves already. */
export const writeDocuments = (tx: Tx, rows: readonly DocumentRow[]) => tx.$executeRaw`
  INSERT INTO "search_document" ("listingId", "language", "document", "popularity", "number")
  SELECT d."listingId", d."language", d."document"::tsvector, e."popularity", e."number"
  FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d("listingId" text, "language" text, "document" text)
  JOIN "shelf_entry" e ON e."listingId" = d."listingId" AND e."categoryId" = 'all'`;

export const writeTerms = (tx: Tx, rows: readonly TermRow[]) => tx.$executeRaw`
  INSERT INTO "search_term" ("language", "term", "shown", "uses")
  SELECT "language", "term", "shown", "uses" FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t("language" text, "term" text, "shown" text, "uses" int)
  ON CONFLICT ("language", "term") DO UPDATE SET "uses" = "search_term"."uses" + excluded."uses",
    "shown" = CASE WHEN "search_term"."shown" = '' THEN excluded."shown" ELSE "search_term"."shown" END`;

export const removeTerms = (tx: Tx) => tx.$executeRaw`DELETE FROM "search_term"`;

/** What lies on shelves or in documents of listings that are no longer sold. */
export const removeStrays = async (tx: Tx): Promise<void> => {
  await tx.$executeRaw`DELETE FROM "shelf_entry" e WHERE NOT EXISTS (SELECT 1 FROM "listing" l WHERE l."id" = e."listingId")`;
  await tx.$executeRaw`DELETE FROM "search_document" d WHERE NOT EXISTS (SELECT 1 FROM "listing" l WHERE l."id" = d."listingId")`;
};
