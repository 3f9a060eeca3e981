import { reader } from "@/platform/db";

export type CategoryText = { readonly language: string; readonly name: string; readonly slug: string };
/** A category with its names in every language that has them. */
export type NamedCategory = { readonly id: string; readonly texts: readonly CategoryText[] };

/** A category with everything above it, the root first and itself last; null when the taxonomy has none such. One statement. */
export const findCategoryPath = async (id: string): Promise<readonly NamedCategory[] | null> => {
  if (!/^[a-z]{2}(-\d{1,4}){0,9}$/.test(id)) return null;
  const rows = await reader().$queryRaw<NamedCategory[]>`
    SELECT step.id, coalesce((SELECT jsonb_agg(jsonb_build_object('language', t."language", 'name', t."name", 'slug', t."slug")) FROM "category_text" t WHERE t."categoryId" = step.id), '[]') AS "texts"
    FROM "category" c CROSS JOIN LATERAL unnest(c."path") WITH ORDINALITY AS step(id, position) WHERE c."id" = ${id} ORDER BY step.position`;
  return rows.length ? rows : null;
};
