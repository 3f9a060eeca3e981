import { reader } from "@/platform/db";
import { textFor } from "@/modules/catalog/text";
import { liveCategories } from "./suggest-queries";

/** Listings in one sitemap file: the format allows 50,000 addresses. */
export const listingsPerPart = 40_000;
const firstNumber = 1;

/** How many files the listings of a storefront fill. */
export const countSitemapParts = async (): Promise<number> => {
  const [row] = await reader().$queryRaw<{ last: number | null }[]>`SELECT max("number") AS "last" FROM "shelf_entry" WHERE "categoryId" = 'all'`;
  return row?.last ? Math.ceil((row.last - firstNumber + 1) / listingsPerPart) : 0;
};

/** Paths, inside a storefront, of everything that is not a listing. */
export const sitemapPages = async (language: string): Promise<string[]> => {
  const brands = await reader().$queryRaw<{ path: string }[]>`
    SELECT '/b/' || b."slug" AS "path" FROM "brand" b JOIN "merchant" m ON m."id" = b."merchantId" AND m."state" = 'active'
    UNION ALL SELECT '/m/' || "slug" FROM "merchant" WHERE "state" = 'active' ORDER BY 1`;
  const categories = [...(await liveCategories()).values()].map(({ id, texts }) => `/c/${textFor(texts, language)?.slug ?? "category"}/${id}`);
  return ["", ...categories, ...brands.map((row) => row.path)];
};

/** Paths of the listings of a part in a market, a few thousand at a time, so that no file is ever held whole. */
export async function* sitemapListings(part: number, language: string, market: string): AsyncGenerator<readonly { readonly path: string; readonly changed: string }[]> {
  const end = firstNumber + part * listingsPerPart;
  for (let after = firstNumber + (part - 1) * listingsPerPart - 1; ; ) {
    const rows = await reader().$queryRaw<{ number: number; slug: string; changed: string }[]>`
      SELECT e."number", t."slug", to_char(e."publishedAt", 'YYYY-MM-DD') AS "changed" FROM "shelf_entry" e
      JOIN "listing" l ON l."id" = e."listingId"
      JOIN LATERAL (SELECT "slug" FROM "product_text" WHERE "productId" = l."productId" ORDER BY "language" <> ${language}, "language" <> 'en', "language" LIMIT 1) t ON true
      WHERE l."number" > ${after} AND l."number" < ${end} AND e."categoryId" = 'all' AND (e."marketPolicy" = 'all' OR (e."marketPolicy" = 'only') = (${market}::text = ANY(e."markets")))
      ORDER BY l."number" LIMIT 4000`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ number, slug, changed }) => ({ path: `/p/${slug}/${number}`, changed }));
    after = last.number;
  }
}
