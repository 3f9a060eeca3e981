import { remembered } from "@/platform/cache/remembered";
import { reader } from "@/platform/db";
import { fold } from "./tokens";
import { textFor } from "@/modules/catalog/text";

export type Suggestion = { readonly text: string; readonly kind: "words" | "brand" | "category"; readonly path: string | null };

/** A category that has something on its shelf, with its names. */
export type LiveCategory = {
  readonly id: string; readonly parentId: string | null; readonly depth: number; readonly path: readonly string[]; readonly count: number;
  readonly texts: readonly { readonly language: string; readonly name: string; readonly slug: string }[];
};

// A few hundred categories have goods, out of ten thousand: every page needs their names, so a process keeps them for a minute.
const live = remembered(async (): Promise<ReadonlyMap<string, LiveCategory>> => {
  const rows = await reader().$queryRaw<LiveCategory[]>`
    SELECT c."id", c."parentId", c."depth", c."path", s."count",
      (SELECT jsonb_agg(jsonb_build_object('language', t."language", 'name', t."name", 'slug', t."slug")) FROM "category_text" t WHERE t."categoryId" = c."id") AS "texts"
    FROM (SELECT "categoryId", count(*)::int AS "count" FROM "shelf_entry" GROUP BY "categoryId") s JOIN "category" c ON c."id" = s."categoryId"
    ORDER BY s."count" DESC, c."id"`;
  return new Map(rows.map((row) => [row.id, row]));
}, 60);

/** Categories with goods by id, those with most first. */
export const liveCategories = (): Promise<ReadonlyMap<string, LiveCategory>> => live.read();
/** After a write in this process; other processes see it within a minute. */
export const forgetLiveCategories = (): void => live.forget();

/**
 * What a beginning of a question may become, in the storefront's language: brands and categories that begin so lead to their page, then keywords
 * that merchants use, the most used first. One statement; at most ten.
 */
export const suggest = async ({ language, q }: { language: string; q: string }): Promise<Suggestion[]> => {
  const begin = fold(q).trim().replace(/\s+/g, " ").slice(0, 60);
  if (!begin) return [];
  const pattern = begin.replace(/[\\%_]/g, (mark) => `\\${mark}`);
  const rows = await reader().$queryRaw<{ text: string; brand: string | null }[]>`
    (SELECT "name" AS "text", "slug" AS "brand" FROM "brand" WHERE lower(unaccent("name")) LIKE ${`${pattern}%`}
      AND EXISTS (SELECT 1 FROM "shelf_entry" e WHERE e."categoryId" = 'all' AND e."brandId" = "brand"."id") ORDER BY "name" LIMIT 3)
    UNION ALL
    (SELECT "shown", NULL FROM "search_term" WHERE "language" = ${language} AND "shown" <> '' AND "term" LIKE ${`${pattern}%`} ORDER BY "uses" DESC, "term" LIMIT 8)
    UNION ALL
    (SELECT "shown", NULL FROM "search_term" WHERE "language" = ${language} AND "shown" <> '' AND ${begin.length >= 3} AND "term" LIKE ${`% ${pattern}%`} ORDER BY "uses" DESC, "term" LIMIT 4)`;
  const brands = rows.filter((row) => row.brand !== null);
  const names = new Set(brands.map((row) => fold(row.text)));
  const categories: Suggestion[] = [];
  for (const category of (await liveCategories()).values()) {
    const text = textFor(category.texts, language);
    if (!text || !fold(text.name).startsWith(begin) || names.has(fold(text.name))) continue;
    names.add(fold(text.name));
    categories.push({ text: text.name, kind: "category", path: `/c/${text.slug}/${category.id}` });
    if (categories.length === 3) break;
  }
  const words = rows.filter((row) => row.brand === null && !names.has(fold(row.text)) && names.add(fold(row.text)));
  return [
    ...categories,
    ...brands.map((row): Suggestion => ({ text: row.text, kind: "brand", path: `/b/${row.brand}` })),
    ...words.map((row): Suggestion => ({ text: row.text, kind: "words", path: null })),
  ].slice(0, 10);
};
