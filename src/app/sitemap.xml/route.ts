import { countSitemapParts } from "@/modules/discovery/sitemap-queries";
import { mayBrowse } from "@/modules/market/market";
import { listMarkets } from "@/modules/market/queries";
import { storefrontTag } from "@/modules/market/storefront";

/** The index of all sitemaps: of every market in the languages it is offered in, pages first, then listings in parts. */
export const GET = async (): Promise<Response> => {
  const origin = process.env["APP_URL"] || "http://127.0.0.1:3000";
  const parts = await countSitemapParts();
  const files = (await listMarkets()).filter(mayBrowse).flatMap((market) => market.languages.flatMap((language) =>
    Array.from({ length: parts + 1 }, (_, part) => `<sitemap><loc>${origin}/sitemaps/${storefrontTag(language, market.code)}/${part}</loc></sitemap>`)));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${files.join("\n")}\n</sitemapindex>\n`;
  return new Response(xml, { headers: { "Content-Type": "application/xml", "Cache-Control": "public, max-age=3600" } });
};
