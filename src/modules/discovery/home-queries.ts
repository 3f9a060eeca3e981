import { countryCode, type CountryCode } from "@/kernel/country";
import type { OpenStorefront } from "@/modules/market/queries";
import { reader } from "@/platform/db";
import { Prisma } from "@/platform/db/generated/client";
import type { Card } from "./card";
import { listCards } from "./card-queries";
import { curatedFor, type CuratedKey } from "./curated";
import { offeredIn } from "./shelf-queries";

type Shown = { readonly path: string; readonly thumbhash: string };
export type HomeShelf = { readonly key: CuratedKey; readonly path: string; readonly cards: readonly Card[] };
export type Pavilion = { readonly origin: CountryCode; readonly count: number; readonly pictures: readonly Shown[] };
export type NicheBrand = { readonly slug: string; readonly name: string; readonly country: CountryCode; readonly pictures: readonly Shown[] };

const perShelf = 12;
const fewest = 4;

/**
 * The shelves of a home page with their cards: three statements for all of them. A shelf with hardly anything on it is left out, and a listing
 * stands on one shelf only, the first that wants it, so that scrolling on always shows something new.
 */
export const homeShelves = async (storefront: Pick<OpenStorefront, "language" | "profile">): Promise<HomeShelf[]> => {
  const market = storefront.profile.code;
  const specs = curatedFor(market);
  const parts = specs.map(({ key, categoryId, origin, words, rule }) => {
    const conditions = [Prisma.sql`e."categoryId" = ${categoryId} AND ${offeredIn(market)} AND (cardinality(e."shipsFrom") > 0 OR ${market}::text = ANY(e."bondedIn"))`];
    if (origin) conditions.push(Prisma.sql`e."origin" = ${origin}`);
    if (words) conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM "search_document" d WHERE d."listingId" = e."listingId" AND d."document" @@ ${words}::tsquery)`);
    if (rule === "bonded") conditions.push(Prisma.sql`${market}::text = ANY(e."bondedIn")`);
    const of = Prisma.sql`FROM "shelf_entry" e`;
    const where = Prisma.join(conditions, " AND ");
    if (rule === "loved") {
      return Prisma.sql`(SELECT ${key}::text AS "key", e."listingId", e."brandId", row_number() OVER (ORDER BY l.votes DESC, e."popularity" DESC, e."number" DESC) AS "place"
        ${of} JOIN LATERAL (SELECT (CASE jsonb_typeof(r."byCountry" -> ${market}) WHEN 'number' THEN (r."byCountry" ->> ${market})::int WHEN 'object' THEN (r."byCountry" -> ${market} ->> 'count')::int ELSE 0 END) AS votes
          FROM "rating_summary" r WHERE r."listingId" = e."listingId" AND r."sum" >= 4 * r."count") l ON l.votes > 0 WHERE ${where} ORDER BY 4 LIMIT 60)`;
    }
    const by = rule === "new" ? Prisma.sql`e."publishedAt" DESC, e."number" DESC` : Prisma.sql`e."popularity" DESC, e."number" DESC`;
    return Prisma.sql`(SELECT ${key}::text AS "key", e."listingId", e."brandId", row_number() OVER (ORDER BY ${by}) AS "place" ${of} WHERE ${where} ORDER BY ${by} LIMIT 60)`;
  });
  const rows = await reader().$queryRaw<{ key: CuratedKey; listingId: string; brandId: string; look: string | null }[]>`
    SELECT s."key", s."listingId", s."brandId", look."path" AS "look" FROM (${Prisma.join(parts, " UNION ALL ")}) AS s
    JOIN "listing" l ON l."id" = s."listingId"
    LEFT JOIN LATERAL (SELECT pic."path" FROM "picture" pic WHERE pic."productId" = l."productId" ORDER BY pic."position", pic."id" LIMIT 1) look ON true
    ORDER BY s."key", s."place"`;
  const taken = new Set<string>();
  const chosen = specs.map(({ key, path }) => {
    const candidates = rows.filter((row) => row.key === key && !taken.has(row.listingId));
    const ofBrand = new Map<string, number>();
    const looks = new Set<string>();
    const ids: string[] = [];
    // Two of a brand and each look once at first; only a shelf that stays short is filled with more of the same.
    for (const most of [2, 5]) {
      for (const { listingId, brandId, look } of candidates) {
        const used = ofBrand.get(brandId) ?? 0;
        const subject = look === null ? listingId : subjectOf(look);
        if (used >= most || (most === 2 && looks.has(subject)) || ids.length >= (most === 2 ? perShelf : perShelf / 2) || ids.includes(listingId)) continue;
        ofBrand.set(brandId, used + 1);
        looks.add(subject);
        ids.push(listingId);
      }
    }
    if (ids.length < fewest) return { key, path, ids: [] };
    for (const id of ids) taken.add(id);
    return { key, path, ids };
  });
  const cards = new Map((await listCards([...taken], storefront)).map((card) => [card.listingId, card]));
  return chosen.flatMap(({ key, path, ids }) => (ids.length ? [{ key, path, cards: ids.flatMap((id) => cards.get(id) ?? []) }] : []));
};

/** First pictures of the most popular entries `e` of a shelf that meet a condition, each picture once. */
const picturesWhere = (condition: Prisma.Sql, count: number, categoryId: Prisma.Sql = Prisma.sql`'all'`): Prisma.Sql => Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('path', one."path", 'thumbhash', one."thumbhash") ORDER BY one."popularity" DESC, one."path"), '[]') AS "pictures"
  FROM (SELECT first."path", min(first."thumbhash") AS "thumbhash", max(top."popularity") AS "popularity"
    FROM (SELECT e."listingId", e."popularity" FROM "shelf_entry" e WHERE e."categoryId" = ${categoryId} AND ${condition} ORDER BY e."popularity" DESC, e."number" DESC LIMIT 24) top
    JOIN "listing" l ON l."id" = top."listingId"
    CROSS JOIN LATERAL (SELECT pic."path", pic."thumbhash" FROM "picture" pic WHERE pic."productId" = l."productId" ORDER BY pic."position", pic."id" LIMIT 1) first
    GROUP BY first."path" ORDER BY 3 DESC, 1 LIMIT ${count}) one`;

/** Countries of origin with most to show, the shopper's own left out: it is what they have at home. */
export const pavilions = async (storefront: Pick<OpenStorefront, "profile">): Promise<Pavilion[]> => {
  const market = storefront.profile.code;
  const rows = await reader().$queryRaw<{ origin: string; count: number; pictures: Shown[] | null }[]>`
    SELECT o."origin", o."count", shown."pictures"
    FROM (SELECT e."origin", count(*)::int AS "count" FROM "shelf_entry" e WHERE e."categoryId" = 'all' AND ${offeredIn(market)} AND e."origin" <> ${market}
      GROUP BY e."origin" ORDER BY count(*) DESC, e."origin" LIMIT 12) o
    CROSS JOIN LATERAL (${picturesWhere(Prisma.sql`e."origin" = o."origin" AND ${offeredIn(market)}`, 3)}) shown
    ORDER BY o."count" DESC, o."origin"`;
  return rows.map((row) => ({ origin: countryCode(row.origin), count: row.count, pictures: row.pictures ?? [] }));
};

/** The brands that joined last and have goods to show. */
export const nicheBrands = async (storefront: Pick<OpenStorefront, "profile">): Promise<NicheBrand[]> => {
  const market = storefront.profile.code;
  const rows = await reader().$queryRaw<{ slug: string; name: string; country: string; pictures: Shown[] | null }[]>`
    SELECT b."slug", b."name", b."country", shown."pictures" FROM "brand" b JOIN "merchant" m ON m."id" = b."merchantId" AND m."state" = 'active'
    CROSS JOIN LATERAL (${picturesWhere(Prisma.sql`e."brandId" = b."id" AND ${offeredIn(market)}`, 3)}) shown
    WHERE jsonb_array_length(shown."pictures") >= 3 ORDER BY b."createdAt" DESC, b."id" LIMIT 8`;
  return rows.map((row) => ({ slug: row.slug, name: row.name, country: countryCode(row.country), pictures: row.pictures ?? [] }));
};

/** A picture for each category: of its most popular listing, none of them twice. */
export const categoryPictures = async (ids: readonly string[]): Promise<ReadonlyMap<string, Shown>> => {
  const rows = await reader().$queryRaw<{ id: string; pictures: Shown[] | null }[]>`
    SELECT c.id, shown."pictures" FROM unnest(${ids}::text[]) AS c(id)
    CROSS JOIN LATERAL (${picturesWhere(Prisma.sql`true`, 8, Prisma.sql`c.id`)}) shown`;
  const used = new Set<string>();
  const chosen = new Map<string, Shown>();
  for (const id of ids) {
    const of = rows.find((row) => row.id === id)?.pictures ?? [];
    const picture = of.find(({ path }) => !used.has(subjectOf(path))) ?? of[0];
    if (!picture) continue;
    used.add(subjectOf(picture.path));
    chosen.set(id, picture);
  }
  return chosen;
};

// "/pictures/dress-navy-1" and "/pictures/dress-navy-2" are two views of one thing.
const subjectOf = (path: string): string => path.replace(/-\d+$/, "");
