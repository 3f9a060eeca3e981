import { expect, test } from "vitest";
import { isReadableActionBody, judge, stripForeignHeaders } from "./gate";

const own = new Set(["shop.example"]);
const ask = (url: string, more: Partial<Parameters<typeof judge>[0]> & { headers?: Record<string, string> } = {}) =>
  judge({ method: "GET", url, ...more, headers: { host: "shop.example", ...more.headers } }, own)?.status ?? "let in";

test("an ordinary page is let in, in any script", () => {
  expect(ask("/pt-br")).toBe("let in");
  expect(ask("/zh-cn/p/%E4%BA%9A%E9%BA%BB/10001?x=%ff")).toBe("let in");
});

test("an address that does not decode is a bad request, not a failure of ours", () => {
  for (const url of ["/p/%ff", "/p/%", "/p/%00", "/search?q=%00", "/p/%0d%0aset-cookie:x", "http://evil.example/"]) expect(ask(url)).toBe(400);
  expect(ask(`/${"a".repeat(5000)}`)).toBe(414);
});

test("another host, another origin and no origin at all cannot post", () => {
  expect(ask("/", { headers: { host: "evil.example" } })).toBe(421);
  expect(ask("/", { method: "POST", headers: { origin: "https://evil.example" } })).toBe(403);
  expect(ask("/", { method: "POST", headers: { origin: "null" } })).toBe(403);
  expect(ask("/", { method: "POST", headers: { origin: "https://shop.example" } })).toBe("let in");
  expect(ask("/api/stripe/webhook", { method: "POST" })).toBe("let in");
});

test("large, encoded or upgraded requests are turned away with their own status", () => {
  expect(ask("/", { method: "POST", headers: { "content-length": "99999999" } })).toBe(413);
  expect(ask("/", { method: "POST", headers: { "content-encoding": "br" } })).toBe(415);
  expect(ask("/", { headers: { upgrade: "websocket" } })).toBe(400);
  expect(ask("/", { method: "TRACE" })).toBe(405);
});

test("the headers by which a stranger speaks as a proxy are gone before Next sees them", () => {
  const request = { headers: { "x-middleware-subrequest": "proxy", "x-forwarded-host": "evil.example", accept: "text/html" } };
  stripForeignHeaders(request as never);
  expect(request.headers).toEqual({ accept: "text/html" });
});

test("an action's body that React could not read is a bad request", () => {
  const read = (text: string, type = "text/plain;charset=UTF-8") => isReadableActionBody(type, Buffer.from(text));
  expect(read('[{"storefront":"pt-br","quantity":2}]')).toBe(true);
  expect(read("[]")).toBe(true);
  for (const text of ["", "{", "null", '{"a":1}', `["$n${"9".repeat(400)}"]`, "[".repeat(5000) + "]".repeat(5000)]) expect(read(text)).toBe(false);
  expect(read("[]", "application/json")).toBe(false);
});
