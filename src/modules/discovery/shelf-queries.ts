import { convert, type Money } from "@/kernel/money";
import { divide, one, roundDown, roundUp } from "@/kernel/ratio";
import { dayIn } from "@/kernel/time";
import { findCrossRate } from "@/modules/fx/queries";
import { withSpread } from "@/modules/fx/rate";
import type { OpenStorefront } from "@/modules/market/queries";
import { spread } from "@/modules/pricing/queries";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { Prisma } from "@/platform/db/generated/client";
import type { Card } from "./card";
import { listCards } from "./card-queries";
import { merchantSizes } from "./local-size";
import { countAsked, type Cursor, type Facet, type ShelfFilter, type Sort } from "./shelf-filter";

export type FacetCount = { readonly value: string; readonly label: string; readonly count: number };

/** A page of a shelf with what can be narrowed. Counts are of what the other filters leave; beyond `countedUpTo` they are of the most popular so many. */
export type Shelf = {
  readonly cards: readonly Card[];
  readonly next: Cursor | null;
  readonly total: number;
  readonly isTotalExact: boolean;
  readonly facets: Readonly<Record<Facet | "category", readonly FacetCount[]>>;
};

export const pageSize = 30;
export const countedUpTo = 5000;

type ShopWindow = Pick<OpenStorefront, "language" | "profile">;

/** Millionths of a euro for a price of the market, the unit that shelves are sorted in; null where there is no rate. */
const inReference = async (price: Money | null, storefront: ShopWindow, isUpper: boolean): Promise<bigint | null> => {
  if (!price) return null;
  const rate = await findCrossRate("EUR", price.currency, dayIn(now(), storefront.profile.timeZone));
  if (!rate.ok) return null;
  // The shelf adds the spread to the rate, so a shelf price is taken back by it. EUR counts in cents: the scale makes it millionths.
  const perEuro = price.currency === "EUR" ? one : withSpread(rate.value.rate, spread);
  const scaled = { amount: price.amount * 10_000n, currency: price.currency };
  return convert(scaled, divide(one, perEuro), "EUR", isUpper ? roundUp : roundDown).amount;
};

/** Each filter as a condition on a shelf entry `e`, so that a facet can be counted with all others but itself. */
export const conditionsOn = async (filter: ShelfFilter, storefront: ShopWindow): Promise<Record<Facet | "price", Prisma.Sql>> => {
  const [min, max] = await Promise.all([inReference(filter.priceMin, storefront, false), inReference(filter.priceMax, storefront, true)]);
  const market = storefront.profile.code;
  return {
    brand: filter.brands.length ? Prisma.sql`e."brandId" IN (SELECT "id" FROM "brand" WHERE "slug" = ANY(${filter.brands}))` : Prisma.sql`true`,
    origin: filter.origins.length ? Prisma.sql`e."origin" = ANY(${filter.origins}::bpchar[])` : Prisma.sql`true`,
    colour: filter.colours.length ? Prisma.sql`e."colours" && ${filter.colours}::text[]` : Prisma.sql`true`,
    size: filter.sizes.length ? Prisma.sql`e."sizes" && ${filter.sizes.flatMap(merchantSizes)}::text[]` : Prisma.sql`true`,
    delivery: filter.delivery === "bonded-here" ? Prisma.sql`${market}::text = ANY(e."bondedIn")`
      : filter.delivery === "direct" ? Prisma.sql`cardinality(e."shipsFrom") > 0 AND NOT ${market}::text = ANY(e."bondedIn")` : Prisma.sql`true`,
    price: Prisma.sql`${min === null ? Prisma.sql`true` : Prisma.sql`e."referencePrice" >= ${min}`} AND ${max === null ? Prisma.sql`true` : Prisma.sql`e."referencePrice" <= ${max}`}`,
  };
};

/** Whether the merchant offers the listing of entry `e` in the market at all: what the whole market excludes is left off its shelves. */
export const offeredIn = (market: string): Prisma.Sql =>
  Prisma.sql`(e."marketPolicy" = 'all' OR (e."marketPolicy" = 'only') = (${market}::text = ANY(e."markets")))`;

type Order = { readonly by: Prisma.Sql; readonly after: (cursor: Cursor) => Prisma.Sql; readonly keys: (row: EntryKeys) => Cursor };
export type EntryKeys = { listingId: string; number: number; popularity: number; referencePrice: bigint | string; published: bigint | string; level?: number };

/** Orders that no two listings share a place in: the number ends each. Published moments are counted in milliseconds. */
export const orders: Record<Sort, Order> = {
  popular: {
    by: Prisma.sql`e."popularity" DESC, e."number" DESC`,
    after: ([popularity = 0n, number = 0n]) => Prisma.sql`(e."popularity", e."number") < (${popularity}::bigint, ${number}::bigint)`,
    keys: (row) => [BigInt(row.popularity), BigInt(row.number)],
  },
  "price-up": {
    by: Prisma.sql`e."referencePrice", e."number"`,
    after: ([price = 0n, number = 0n]) => Prisma.sql`(e."referencePrice", e."number") > (${price}::bigint, ${number}::bigint)`,
    keys: (row) => [BigInt(row.referencePrice), BigInt(row.number)],
  },
  "price-down": {
    by: Prisma.sql`e."referencePrice" DESC, e."number" DESC`,
    after: ([price = 0n, number = 0n]) => Prisma.sql`(e."referencePrice", e."number") < (${price}::bigint, ${number}::bigint)`,
    keys: (row) => [BigInt(row.referencePrice), BigInt(row.number)],
  },
  new: {
    by: Prisma.sql`e."publishedAt" DESC, e."number" DESC`,
    after: ([at = 0n, number = 0n]) => Prisma.sql`(e."publishedAt", e."number") < (to_timestamp(${momentOf(at)}::bigint / 1000.0), ${number}::bigint)`,
    keys: (row) => [BigInt(row.published), BigInt(row.number)],
  },
};

// Beyond what a timestamp holds a cursor is a mistyped one; the nearest moment is as good as any.
const momentOf = (millis: bigint): bigint => (millis > 8_640_000_000_000n ? 8_640_000_000_000n : millis < 0n ? 0n : millis);

export const keyColumns = Prisma.sql`e."listingId", e."number", e."popularity", e."referencePrice", (extract(epoch FROM e."publishedAt") * 1000)::bigint AS "published"`;

export type FacetRow = { kind: Facet | "category" | "total" | "looked-at"; value: string; label: string; count: number };

/** How many entries of a table `base` meet all filters. */
export const totalCount = Prisma.sql`
  SELECT 'total' AS "kind", '' AS "value", '' AS "label", count(*)::int AS "count" FROM base e WHERE brand AND origin_ok AND colour AND size AND delivery AND price`;

/** Counts of every facet over a table `base` that holds entries and one boolean column a filter. */
export const facetCounts = (market: string): Prisma.Sql => Prisma.sql`
  (${totalCount})
  UNION ALL (SELECT 'looked-at', '', '', count(*)::int FROM base)
  UNION ALL (SELECT 'brand', b."slug", b."name", count(*)::int FROM base e JOIN "brand" b ON b."id" = e."brandId" WHERE origin_ok AND colour AND size AND delivery AND price
    GROUP BY b."slug", b."name" ORDER BY count(*) DESC, b."slug" LIMIT 40)
  UNION ALL (SELECT 'origin', e."origin"::text, '', count(*)::int FROM base e WHERE brand AND colour AND size AND delivery AND price GROUP BY e."origin" ORDER BY count(*) DESC, e."origin" LIMIT 60)
  UNION ALL (SELECT 'colour', c, '', count(*)::int FROM base e, unnest(e."colours") c WHERE brand AND origin_ok AND size AND delivery AND price GROUP BY c ORDER BY count(*) DESC, c LIMIT 30)
  UNION ALL (SELECT 'size', s, '', count(*)::int FROM base e, unnest(e."sizes") s WHERE brand AND origin_ok AND colour AND delivery AND price GROUP BY s ORDER BY count(*) DESC, s LIMIT 200)
  UNION ALL (SELECT 'delivery', CASE WHEN ${market}::text = ANY(e."bondedIn") THEN 'bonded-here' ELSE 'direct' END, '', count(*)::int FROM base e
    WHERE brand AND origin_ok AND colour AND size AND price AND (cardinality(e."shipsFrom") > 0 OR ${market}::text = ANY(e."bondedIn")) GROUP BY 2)`;

export const baseColumns = (on: Record<Facet | "price", Prisma.Sql>): Prisma.Sql => Prisma.sql`
  e."listingId", e."brandId", e."origin", e."colours", e."sizes", e."shipsFrom", e."bondedIn",
  (${on.brand}) AS brand, (${on.origin}) AS origin_ok, (${on.colour}) AS colour, (${on.size}) AS size, (${on.delivery}) AS delivery, (${on.price}) AS price`;

export const allOf = (on: Record<Facet | "price", Prisma.Sql>): Prisma.Sql =>
  Prisma.sql`(${on.brand}) AND (${on.origin}) AND (${on.colour}) AND (${on.size}) AND (${on.delivery}) AND (${on.price})`;

/** Entries that fail at most one of the filters: the only ones that count for some facet. */
const countable = (on: Record<Facet | "price", Prisma.Sql>): Prisma.Sql =>
  Prisma.sql`(NOT (${on.brand}))::int + (NOT (${on.origin}))::int + (NOT (${on.colour}))::int + (NOT (${on.size}))::int + (NOT (${on.delivery}))::int + (NOT (${on.price}))::int <= 1`;

const isAsking = (filter: ShelfFilter): boolean => countAsked(filter) > 0;

export const facetsOf = (rows: readonly FacetRow[]): Shelf["facets"] => {
  const of = (kind: FacetRow["kind"]): FacetCount[] => rows.filter((row) => row.kind === kind).map(({ value, label, count }) => ({ value, label, count }));
  return { brand: of("brand"), origin: of("origin"), colour: of("colour"), size: of("size"), delivery: of("delivery"), category: of("category") };
};

/** What is left after a page: the rows that are shown and where the next page begins. */
export const pageOf = <R extends EntryKeys>(rows: readonly R[], keys: (row: R) => Cursor): { readonly shown: readonly R[]; readonly next: Cursor | null } => {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return { shown, next: rows.length > pageSize && last ? keys(last) : null };
};

/**
 * A page of a category (or of "all") in a storefront, in stable order: paging by the last thing seen, so that nothing is shown twice or left out
 * while listings come and go. Three statements: page, facets, cards.
 * A price range is compared at the rate of the day before the price gets its natural ending: a shown price may lie a little over the bound.
 */
export const listShelf = async ({ storefront, categoryId, filter, withFacets = true, count = pageSize }: {
  storefront: ShopWindow; categoryId: string; filter: ShelfFilter; withFacets?: boolean; count?: number;
}): Promise<Shelf> => {
  const on = await conditionsOn(filter, storefront);
  const order = orders[filter.sort];
  const here = Prisma.sql`e."categoryId" = ${categoryId} AND ${offeredIn(storefront.profile.code)}`;
  const rows = await reader().$queryRaw<EntryKeys[]>`
    SELECT ${keyColumns} FROM "shelf_entry" e WHERE ${here} AND ${allOf(on)} AND ${filter.cursor ? order.after(filter.cursor) : Prisma.sql`true`}
    ORDER BY ${order.by} LIMIT ${Math.min(count, pageSize) + 1}`;
  const { shown, next } = pageOf(rows, order.keys);
  const facets = withFacets ? await reader().$queryRaw<FacetRow[]>`
    WITH base AS MATERIALIZED (SELECT ${baseColumns(on)} FROM "shelf_entry" e
      WHERE ${here} AND ${isAsking(filter) ? countable(on) : Prisma.sql`true`} ORDER BY e."popularity" DESC, e."number" DESC LIMIT ${countedUpTo})
    ${facetCounts(storefront.profile.code)}` : [];
  const counted = (kind: FacetRow["kind"]): number => facets.find((row) => row.kind === kind)?.count ?? 0;
  const total = Math.max(counted("total"), shown.length);
  return { cards: await listCards(shown.slice(0, count).map((row) => row.listingId), storefront, filter.colours), next, total, isTotalExact: counted("looked-at") < countedUpTo, facets: facetsOf(facets) };
};
