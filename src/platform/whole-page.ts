import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { plainPage, wholePage } from "./cache/page-store.mjs";

type Kept = NonNullable<ReturnType<typeof wholePage>>;

// What belongs to one answer and not to the page.
const ofOneAnswer = new Set(["content-length", "content-encoding", "transfer-encoding", "connection", "date", "etag", "keep-alive", "set-cookie", "x-nextjs-cache", "x-next-cache-tags"]);

/** The headers that Next sent with a page, for as long as the page itself is kept. */
const sentWith = new WeakMap<Kept, OutgoingHttpHeaders>();

/** The address of a page that is the same for everybody: asked for plainly, without a question and without Next's own ways of asking for parts. */
const pathOf = ({ method, url = "", headers }: IncomingMessage): string | null => {
  if ((method !== "GET" && method !== "HEAD") || url.includes("?") || headers["rsc"] !== undefined || headers["next-router-prefetch"] !== undefined) return null;
  // With a preview cookie Next may render something else.
  if (headers.cookie?.includes("__prerender_bypass")) return null;
  // Next keeps a page under its readable address. The gate has refused what does not decode.
  return decodeURI(url);
};

/**
 * Answers with a whole page from the store, before Next's router is asked, and says whether it did. Browse pages are the same for everyone in a
 * storefront, so the answer needs no session, no rendering and, for a browser, no compressing: what is sent lies ready.
 */
export const answerWithWholePage = (request: IncomingMessage, response: ServerResponse): boolean => {
  const path = pathOf(request);
  const page = path === null ? null : wholePage(path);
  const headers = page && sentWith.get(page);
  if (!page || !headers) return false;
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.setHeader("ETag", page.etag);
  if (request.headers["if-none-match"]?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === page.etag)) {
    response.writeHead(304).end();
    return true;
  }
  const isPacked = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(request.headers["accept-encoding"] ?? ""));
  const body = isPacked ? page.gzip : plainPage(page);
  if (isPacked) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.writeHead(200).end(request.method === "HEAD" ? undefined : body);
  return true;
};

/** Keeps what Next sends with a page beside the page, so that the next answer from the store carries the same. */
export const rememberHeaders = (request: IncomingMessage, response: ServerResponse): void => {
  const path = pathOf(request);
  if (path === null) return;
  response.once("finish", () => {
    const page = response.statusCode === 200 && response.getHeader("x-nextjs-cache") === "HIT" ? wholePage(path) : null;
    if (!page) return;
    const vary = new Set([...String(response.getHeader("vary") ?? "").split(","), "Accept-Encoding"].map((part) => part.trim()).filter(Boolean));
    const headers = Object.entries(response.getHeaders()).filter(([name]) => !ofOneAnswer.has(name));
    sentWith.set(page, { ...Object.fromEntries(headers), vary: [...vary].join(", ") });
  });
};
