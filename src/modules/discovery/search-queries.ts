import type { OpenStorefront } from "@/modules/market/queries";
import { reader } from "@/platform/db";
import { Prisma } from "@/platform/db/generated/client";
import { listCards } from "./card-queries";
import { languageMark, otherLanguages } from "./document";
import { countAsked, type Cursor, type ShelfFilter } from "./shelf-filter";
import { allOf, baseColumns, conditionsOn, facetCounts, facetsOf, keyColumns, offeredIn, orders, pageOf, pageSize, totalCount, type EntryKeys, type FacetRow, type Shelf } from "./shelf-queries";
import { conditionsOf, fold, guessLanguage, toTsquery, wordsOf } from "./tokens";

type ShopWindow = Pick<OpenStorefront, "language" | "profile">;

export type Found = Shelf & {
  /** The words that were searched instead, when what was typed is not found and a near word is. */
  readonly corrected: string | null;
  /** Whether nothing has all the words, so that this is what has some of them. */
  readonly isPartial: boolean;
};

// Beyond so many hits a word says little about which of them is meant: the most popular come first, straight from the shelf's index.
const commonWord = 8000;
// So many of the most popular hits are put in order by how well the words fit; what follows them is in the order of popularity alone.
const weighedUpTo = 1000;
const few = 3;

type Hits = {
  /** Texts that have the words, counted up to `commonWord`. */
  readonly count: number;
  /** The least popular listing that was weighed, when others were not. */
  readonly rest: { readonly popularity: number; readonly number: number } | null;
  readonly rows: readonly (EntryKeys & { level: number })[];
  readonly facets: readonly FacetRow[];
};

/** By how well the words fit (in twenty steps, so that popularity decides among equals), then as the shelf has it. */
const relevance = {
  by: Prisma.sql`e.level DESC, e."popularity" DESC, e."number" DESC`,
  after: ([level = 0n, popularity = 0n, number = 0n]: Cursor) => Prisma.sql`(e.level, e."popularity", e."number") < (${level}::bigint, ${popularity}::bigint, ${number}::bigint)`,
  keys: (row: EntryKeys): Cursor => [BigInt(row.level ?? 0), BigInt(row.popularity), BigInt(row.number)],
};

type Question = { readonly storefront: ShopWindow; readonly filter: ShelfFilter; readonly categoryId: string; readonly withFacets: boolean };

/** How many of the answers are in which aisle. */
const categoryCounts = Prisma.sql`
  SELECT 'category', e."aisle", '', count(*)::int FROM base e WHERE e."aisle" IS NOT NULL AND brand AND origin_ok AND colour AND size AND delivery AND price
  GROUP BY e."aisle" ORDER BY count(*) DESC, e."aisle" LIMIT 20`;

/** Whether the best fit is asked for: then only the most popular hits are weighed. A cursor of two parts goes on behind those, by popularity alone. */
const isWeighed = ({ sort, cursor }: ShelfFilter): boolean => sort === "popular" && cursor?.length !== 2;

// `words` without the marks of languages rank: a mark is in every document, and its distance from the words would say more than they do.
const ask = async (words: string, languages: readonly string[] | null, { storefront, filter, categoryId, withFacets }: Question): Promise<Hits> => {
  const query = queryOf(words, languages);
  const on = await conditionsOn(filter, storefront);
  const order = isWeighed(filter) ? relevance : orders[filter.sort];
  // What asks for a category, a colour or a price asks it of all hits, not of the most popular alone.
  const most = isWeighed(filter) && categoryId === "all" && countAsked(filter) === 0 ? weighedUpTo : commonWord;
  const [row] = await reader().$queryRaw<{ count: number; rest: Hits["rest"]; rows: Hits["rows"] | null; facets: Hits["facets"] | null }[]>`
    WITH hits AS MATERIALIZED (
      SELECT d.ctid AS place, d."listingId", d."popularity", d."number" FROM "search_document" d WHERE d."document" @@ ${query}::tsquery LIMIT ${commonWord}
    ), best AS MATERIALIZED (
      SELECT "listingId", "popularity", "number", array_agg(place) AS places, count(*) OVER () AS listings FROM hits
      GROUP BY "listingId", "popularity", "number" ORDER BY "popularity" DESC, "number" DESC LIMIT ${most}
    ), base AS MATERIALIZED (
      SELECT ${baseColumns(on)}, ${isWeighed(filter) ? levelOf(words) : Prisma.sql`0`} AS level, e."aisle", e."number", e."popularity", e."referencePrice", e."publishedAt"
      FROM best m JOIN "shelf_entry" e ON e."listingId" = m."listingId" AND e."categoryId" = ${categoryId}
      WHERE ${offeredIn(storefront.profile.code)}
    ), page AS (
      SELECT ${keyColumns}, e.level FROM base e WHERE brand AND origin_ok AND colour AND size AND delivery AND price AND ${filter.cursor ? order.after(filter.cursor) : Prisma.sql`true`}
      ORDER BY ${order.by} LIMIT ${pageSize + 1}
    ), facets AS (${withFacets ? Prisma.sql`${facetCounts(storefront.profile.code)} UNION ALL (${categoryCounts})` : totalCount})
    SELECT (SELECT count(*)::int FROM hits) AS "count", (SELECT jsonb_build_object('popularity', b."popularity", 'number', b."number") FROM best b
        WHERE b.listings > ${most} ORDER BY b."popularity", b."number" LIMIT 1) AS "rest",
      (SELECT jsonb_agg(jsonb_build_object('listingId', p."listingId", 'number', p."number", 'popularity', p."popularity",
        'referencePrice', p."referencePrice"::text, 'published', p."published"::text, 'level', p.level)) FROM page p) AS "rows",
      (SELECT jsonb_agg(to_jsonb(f)) FROM facets f) AS "facets"`;
  return { count: row?.count ?? 0, rest: row?.rest ?? null, rows: row?.rows ?? [], facets: row?.facets ?? [] };
};

/** How well the words fit the best of a listing's texts, in twenty steps. */
const levelOf = (words: string): Prisma.Sql => Prisma.sql`
  (SELECT round(max(ts_rank('{0.05, 0.2, 0.4, 1.0}', d."document", ${words}::tsquery)) * 20)::int FROM "search_document" d WHERE d.ctid = ANY(m.places))`;

/** The page of a word that a large part of the shop has: down the shelf's own order, keeping what has the words (LIMIT 1 keeps the planner from gathering all of them first). */
const walk = async ({ query, languages }: Answered, { storefront, filter, categoryId }: Question): Promise<readonly EntryKeys[]> => {
  const on = await conditionsOn(filter, storefront);
  const order = orders[filter.sort];
  return reader().$queryRaw<EntryKeys[]>`
    SELECT ${keyColumns} FROM "shelf_entry" e
    CROSS JOIN LATERAL (
      SELECT 1 FROM "search_document" d WHERE d."listingId" = e."listingId" AND ${languages ? Prisma.sql`d."language" = ANY(${languages})` : Prisma.sql`true`} AND d."document" @@ ${query}::tsquery LIMIT 1
    ) has
    WHERE e."categoryId" = ${categoryId} AND ${offeredIn(storefront.profile.code)} AND ${allOf(on)} AND ${filter.cursor ? order.after(filter.cursor) : Prisma.sql`true`}
    ORDER BY ${order.by} LIMIT ${pageSize + 1}`;
};

export type Asked = { readonly storefront: ShopWindow; readonly q: string; readonly filter: ShelfFilter; readonly categoryId?: string; readonly withFacets?: boolean };

const nothing: Shelf = { cards: [], next: null, total: 0, isTotalExact: true, facets: { brand: [], origin: [], colour: [], size: [], delivery: [], category: [] } };

/**
 * What a question finds in a storefront, whatever language it is written in.
 *
 * First in the texts of the storefront's language and of the language that its script gives away; where that gives less than a page's worth, in the
 * texts of all languages: a listing without a Portuguese text is found by a Portuguese shopper through its other words. When hardly anything is
 * found, unknown words are replaced by the nearest known ones; when nothing has all words, what has some is shown; the answer says so. What cannot be bought here is shown with its reason, by the
 * same rule as on the product page; what its merchant does not offer in this market is left out. Usually three statements, at most seven.
 */
export const search = async ({ storefront, q, filter, categoryId = "all", withFacets = true }: Asked): Promise<Found> => {
  const question: Question = { storefront, filter, categoryId, withFacets };
  const own = languagesFor(q, storefront.language);
  const conditions = conditionsOf(q);
  const words = toTsquery(conditions);
  if (!words) return { ...nothing, corrected: null, isPartial: false };
  const found = await inLanguages(words, own, question);
  if (found.hits.count >= few) return { ...(await shelfOf(found, question)), corrected: null, isPartial: false };
  const corrected = await correct(q, own);
  if (corrected !== null) {
    const better = await inLanguages(toTsquery(conditionsOf(corrected)), own, question);
    if (better.hits.count > found.hits.count) return { ...(await shelfOf(better, question)), corrected, isPartial: false };
  }
  if (found.hits.count > 0 || conditions.length < 2) return { ...(await shelfOf(found, question)), corrected: null, isPartial: false };
  const some = await inLanguages(conditions.map((condition) => toTsquery([condition])).join(" | "), own, question);
  return { ...(await shelfOf(some, question)), corrected: null, isPartial: some.hits.count > 0 };
};

/** `languages` are those whose documents were asked, null for all: a document's key begins with its listing and language, which is quicker than its words. */
type Answered = { readonly hits: Hits; readonly query: string; readonly languages: readonly string[] | null };

const languagesFor = (q: string, language: string): string[] => [...new Set([language, guessLanguage(q) ?? language])];

const queryOf = (words: string, languages: readonly string[] | null): string =>
  languages ? `(${words}) & (${languages.map((language) => `'${languageMark(language)}'`).join(" | ")})` : words;

const inLanguages = async (words: string, own: readonly string[], question: Question): Promise<Answered> => {
  const languages = [...own, otherLanguages];
  const hits = await ask(words, languages, question);
  return hits.count >= pageSize ? { hits, query: queryOf(words, languages), languages } : { hits: await ask(words, null, question), query: words, languages: null };
};

const shelfOf = async (answered: Answered, question: Question): Promise<Shelf> => {
  const { hits } = answered;
  const { filter, storefront } = question;
  const isCommon = hits.count >= commonWord;
  const order = isCommon || !isWeighed(filter) ? orders[filter.sort] : relevance;
  const { shown, next } = pageOf<EntryKeys>(isCommon ? await walk(answered, question) : hits.rows, order.keys);
  const rest = !isCommon && next === null && isWeighed(filter) && hits.rest ? [BigInt(hits.rest.popularity), BigInt(hits.rest.number)] : null;
  const total = hits.facets.find((row) => row.kind === "total")?.count ?? 0;
  return {
    cards: await listCards(shown.map((row) => row.listingId), storefront, filter.colours), next: next ?? rest, total,
    isTotalExact: !isCommon && hits.rest === null, facets: facetsOf(hits.facets),
  };
};

/** The question with words that nobody writes replaced by the nearest that somebody does, or null when there is nothing to mend. */
const correct = async (q: string, languages: readonly string[]): Promise<string | null> => {
  const words = wordsOf(q, languages[0] ?? "en").filter((word) => word.length >= 4 && !/\d/.test(word)).slice(0, 6);
  if (words.length === 0) return null;
  const spoken = [...new Set([...languages, "en"])];
  const rows = await reader().$queryRaw<{ word: string; term: string; shown: string }[]>`
    SELECT typed.word, near."term", near."shown" FROM unnest(${words}::text[]) AS typed(word)
    CROSS JOIN LATERAL (
      SELECT t."term", t."shown" FROM "search_term" t WHERE t."language" = ANY(${spoken}) AND t."term" % typed.word AND t."term" !~ '[[:space:]]'
      ORDER BY similarity(t."term", typed.word) + CASE WHEN t."language" = ${languages[0] ?? "en"} THEN 0.15 ELSE 0 END DESC, t."uses" DESC, t."term" LIMIT 1
    ) near
    WHERE NOT EXISTS (SELECT 1 FROM "search_term" k WHERE k."language" = ANY(${spoken}) AND k."term" = typed.word)`;
  if (rows.length === 0) return null;
  const near = new Map(rows.map((row) => [row.word, row.shown || row.term]));
  return fold(q).split(/\s+/).map((part) => near.get(part) ?? part).join(" ");
};
