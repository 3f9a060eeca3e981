import { gzipSync } from "node:zlib";

export type Weight = { readonly htmlBytes: number; readonly htmlGzip: number; readonly scriptGzip: number; readonly scripts: number };

/**
 * What a phone downloads for a page: the document, and every script that the document names, whether as a tag or for its client parts.
 * `nomodule` is for browsers that nobody has. Gzip at level 6, as servers do it.
 */
export const weigh = async (origin: string, path: string): Promise<Weight> => {
  const html = await (await fetch(origin + path, { headers: { "accept-encoding": "identity" } })).text();
  const modern = html.replace(/<script[^>]*\bnomodule\b[^>]*>/gi, "");
  const names = new Set([...modern.matchAll(/(?:\/_next\/)?(static\/chunks\/[^"'\\\s?]+\.js)/g)].map((found) => found[1] ?? ""));
  const old = new Set([...html.matchAll(/<script[^>]*\bnomodule\b[^>]*>/gi)].map(([tag]) => /static\/chunks\/[^"'\\\s?]+\.js/.exec(tag)?.[0] ?? ""));
  let scriptGzip = 0;
  for (const name of names) {
    if (old.has(name)) continue;
    const script = await fetch(`${origin}/_next/${name}`, { headers: { "accept-encoding": "identity" } });
    if (script.status === 200) scriptGzip += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  return { htmlBytes: Buffer.byteLength(html), htmlGzip: gzipSync(html).length, scriptGzip, scripts: names.size };
};
