import type { IncomingMessage, ServerResponse } from "node:http";
import { addressBlock, clientAddressHeader } from "./client-address";

/**
 * What the front gate thinks of a request before Next sees it: null lets it in, anything else is the answer.
 * Next answers several malformed requests with 500 (an address that does not decode, a foreign origin on an action, an unreadable action body);
 * here they get the status that is true. A second wall: Next's own checks stay.
 */
export const judge = (request: Pick<IncomingMessage, "method" | "url" | "headers">, ownHosts: ReadonlySet<string>): { status: number; reason: string } | null => {
  const { method = "GET", url = "/", headers } = request;
  if (!["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(method)) return { status: 405, reason: "method" };
  if (url.length > 4096 || !url.startsWith("/")) return { status: url.length > 4096 ? 414 : 400, reason: "address" };
  try {
    if (/[\0\r\n]|\uFFFD/.test(decodeURIComponent(url.split("?")[0] ?? ""))) return { status: 400, reason: "address" };
  } catch {
    return { status: 400, reason: "address" };
  }
  // A NUL in the question is no text that a database could be asked for.
  if (/%00|\0/.test(url)) return { status: 400, reason: "address" };
  if (headers.upgrade) return { status: 400, reason: "upgrade" };
  if (headers["content-encoding"] && headers["content-encoding"] !== "identity") return { status: 415, reason: "content encoding" };
  if (!ownHosts.has(headers.host ?? "")) return { status: 421, reason: "host" };
  const declared = Number(headers["content-length"] ?? 0);
  if (declared > 12 * 1024 * 1024) return { status: 413, reason: "size" };
  const isAction = method === "POST" && headers["next-action"] !== undefined;
  if (isAction && !/^[0-9a-f]{40,64}$/.test(String(headers["next-action"]))) return { status: 400, reason: "action" };
  const origin = headers.origin;
  if (method === "POST" && origin !== undefined) {
    const host = URL.canParse(origin) ? new URL(origin).host : null;
    if (host === null || !ownHosts.has(host)) return { status: 403, reason: "origin" };
  }
  return null;
};

/** Headers by which a stranger could speak as Next's own proxy or as a proxy in front of it. */
const foreign = [
  "x-middleware-subrequest", "x-middleware-rewrite", "x-middleware-next", "x-matched-path", "x-invoke-path", "x-invoke-query", "x-invoke-output",
  "x-invoke-status", "next-resume", "x-next-resume-state-length", "x-nonce", "content-security-policy", "x-forwarded-host", "x-forwarded-server",
];

export const stripForeignHeaders = (request: IncomingMessage): void => {
  for (const name of foreign) delete request.headers[name];
};

/**
 * Writes down where a request comes from, for the limits of tries. The header that says it is ours alone: what a stranger put there is overwritten.
 * X-Forwarded-For is believed only as far as our own proxies wrote it: with two of them, the second address from the end.
 */
export const stampClientAddress = (request: Pick<IncomingMessage, "headers"> & { readonly socket: { readonly remoteAddress?: string | undefined } }, trustedProxies: number): void => {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "").split(",").map((part) => part.trim());
  const told = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  request.headers[clientAddressHeader] = addressBlock(told || request.socket.remoteAddress);
};

/** Whether the fields of an action's body can be read as React writes them: the decoder throws, and Next answers 500, on anything else. */
export const isReadableActionBody = (contentType: string, body: Buffer): boolean => {
  if (contentType.startsWith("multipart/form-data")) return body.length > 0;
  if (!contentType.startsWith("text/plain")) return false;
  const text = body.toString("utf8");
  if (text.length > 0 && /\d{310,}/.test(text)) return false;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && depthOf(parsed) <= 64;
  } catch {
    return false;
  }
};

const depthOf = (value: unknown, depth = 0): number => {
  if (depth > 64 || typeof value !== "object" || value === null) return depth;
  return Math.max(depth, ...Object.values(value).map((part) => depthOf(part, depth + 1)));
};

export const answer = (response: ServerResponse, status: number, reason: string): void => {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store", connection: "close" });
  response.end(JSON.stringify({ refusal: { code: "input.invalid", reason } }));
};
