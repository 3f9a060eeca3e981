import type { Id } from "@/kernel/id";
import type { MerchantActor } from "@/modules/access/actor";
import { reader } from "@/platform/db";

export type CategoryFound = { readonly id: string; /** From the shelf down to the category, in the language where it has a name there. */ readonly trail: readonly string[] };

type TrailRow = { id: string; trail: string[] };

/**
 * Categories whose name holds the words, in the reader's language or in English, best first: the whole name, its beginning, any part; the nearer to
 * the root the better. The tree has some ten thousand names: a scan takes milliseconds, and only merchants search it.
 */
export const searchCategories = async (words: string, language: string, limit = 20): Promise<CategoryFound[]> => {
  const sought = words.normalize("NFC").trim().slice(0, 60);
  if (sought === "") return [];
  const literal = sought.replace(/[\\%_]/g, "\\$&");
  return reader().$queryRaw<TrailRow[]>`
    with hit as (
      select t."categoryId" as id, min(case when t.name ilike ${literal} then 0 when t.name ilike ${`${literal}%`} then 1 else 2 end) as rank
      from category_text t where t.language in (${language}, 'en') and t.name ilike ${`%${literal}%`} group by 1)
    select c.id, (select array_agg(n.name order by step.position) from unnest(c.path) with ordinality as step(id, position)
      cross join lateral (select name from category_text where "categoryId" = step.id and language in (${language}, 'en') order by language <> ${language} limit 1) n) as trail
    from hit join category c on c.id = hit.id order by hit.rank, c.depth, c.position limit ${limit}`;
};

/** The names from the shelf down to a category; empty when there is none. */
export const categoryTrail = async (categoryId: string, language: string): Promise<readonly string[]> => {
  const [row] = await reader().$queryRaw<TrailRow[]>`
    select c.id, (select array_agg(n.name order by step.position) from unnest(c.path) with ordinality as step(id, position)
      cross join lateral (select name from category_text where "categoryId" = step.id and language in (${language}, 'en') order by language <> ${language} limit 1) n) as trail
    from category c where c.id = ${categoryId}`;
  return row?.trail ?? [];
};

/** From the root to a category, as ids. */
export const categoryPath = async (categoryId: string): Promise<readonly string[]> =>
  (await reader().category.findUnique({ where: { id: categoryId }, select: { path: true } }))?.path ?? [];

/** The brands that a merchant may list under. */
export const listOwnBrands = async (actor: MerchantActor): Promise<{ id: Id<"brand">; name: string }[]> =>
  (await reader().brand.findMany({ where: { merchantId: actor.merchantId }, orderBy: { createdAt: "asc" }, select: { id: true, name: true } })).map(({ id, name }) => ({ id: id as Id<"brand">, name }));
