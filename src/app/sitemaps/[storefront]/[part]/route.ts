import { sitemapListings, sitemapPages } from "@/modules/discovery/sitemap-queries";
import { findStorefront } from "@/modules/market/queries";

type Context = { params: Promise<{ storefront: string; part: string }> };

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** One sitemap of a storefront: part 0 its pages, the others its listings; sent while it is read. */
export const GET = async (_request: Request, { params }: Context): Promise<Response> => {
  const { storefront: tag, part } = await params;
  const storefront = await findStorefront(tag);
  if (!storefront || !/^\d{1,4}$/.test(part)) return new Response(null, { status: 404 });
  const base = `${process.env["APP_URL"] || "http://127.0.0.1:3000"}/${storefront.tag}`;
  const line = (path: string, changed?: string) => `<url><loc>${escape(base + encodeURI(path))}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}</url>\n`;
  const chunks = async function* () {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`;
    if (Number(part) === 0) yield (await sitemapPages(storefront.language)).map((path) => line(path)).join("");
    else for await (const some of sitemapListings(Number(part), storefront.language, storefront.market)) yield some.map(({ path, changed }) => line(path, changed)).join("");
    yield "</urlset>\n";
  };
  const written = chunks();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await written.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => void (await written.return(undefined)),
  });
  return new Response(body, { headers: { "Content-Type": "application/xml", "Cache-Control": "public, max-age=3600" } });
};
