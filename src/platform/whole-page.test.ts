import { createServer, type Server } from "node:http";
import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import PageStore from "./cache/page-store.mjs";
import { answerWithWholePage, rememberHeaders } from "./whole-page";

const store = new PageStore();
// As Next names the page of an address.
const keyOf = (address: string) => `/route-cache/APP_PAGE/0a1b2c/$${address}`;
let server: Server;
let port = 0;
let askedOfNext = 0;

// The gate in front, and behind it a Next that has the page in its cache.
beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    if (answerWithWholePage(incoming, outgoing)) return;
    rememberHeaders(incoming, outgoing);
    askedOfNext += 1;
    const headers = { "x-nextjs-cache": "HIT", "cache-control": "s-maxage=60", vary: "rsc", "x-frame-options": "DENY", "set-cookie": "of=one-visitor", "content-type": "text/html; charset=utf-8" };
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    outgoing.end("from Next");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => new Promise((closed) => server.close(closed)));

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path, headers, method, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", reject).end();
  });

beforeEach(async () => {
  await store.set(keyOf("/pt-br"), { kind: "APP_PAGE", html: "<p>loja</p>", headers: { "x-next-cache-tags": "home" }, status: 200 }, { cacheControl: { revalidate: 60 } });
  await ask("/pt-br");
  askedOfNext = 0;
});

test("a browser gets the page gzipped from the store, with the headers that Next sends and no one's cookie", async () => {
  const answer = await ask("/pt-br", { "accept-encoding": "gzip, br" });
  expect(gunzipSync(answer.body).toString()).toBe("<p>loja</p>");
  expect(answer.headers).toMatchObject({ "content-encoding": "gzip", "x-frame-options": "DENY", "cache-control": "s-maxage=60", vary: "rsc, Accept-Encoding" });
  expect(answer.headers["set-cookie"]).toBeUndefined();
  expect(askedOfNext).toBe(0);
});

test("who takes no compression gets it plain, who asks for the head gets no body, who has it already gets 304", async () => {
  const plain = await ask("/pt-br", { "accept-encoding": "gzip;q=0" });
  expect([plain.body.toString(), plain.headers["content-encoding"]]).toEqual(["<p>loja</p>", undefined]);
  expect((await ask("/pt-br", {}, "HEAD")).body.length).toBe(0);
  expect((await ask("/pt-br", { "if-none-match": `"other", W/${String(plain.headers["etag"])}` })).status).toBe(304);
  expect(askedOfNext).toBe(0);
});

test.each([
  ["a question", "/pt-br?x=1", {}], ["the data of a navigation", "/pt-br", { rsc: "1" }], ["a preview", "/pt-br", { cookie: "__prerender_bypass=a" }], ["another page", "/pt-br/c/shoes", {}],
])("%s goes to Next", async (_what, path, headers) => {
  expect((await ask(path, headers)).body.toString()).toBe("from Next");
  expect(askedOfNext).toBe(1);
});

test("an expired page goes to Next, and its headers are learned anew", async () => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  await store.revalidateTag("home");
  expect((await ask("/pt-br")).body.toString()).toBe("from Next");
});
