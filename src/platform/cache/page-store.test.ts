import { randomBytes } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";

type Kept = { readonly gzip: Buffer; readonly etag: string };
type Module = { default: new () => Store; wholePage: (path: string) => Kept | null; plainPage: (page: Kept) => Buffer };
type Store = { get(key: string, context?: object): Promise<{ value: unknown } | null>; set(key: string, value: unknown, context?: object): Promise<void>; revalidateTag(tags: string[]): Promise<void> };

// Fresh per test: the store is one per process by design.
const freshModule = async (): Promise<Module> => {
  delete (globalThis as { entrepotPages?: unknown }).entrepotPages;
  process.env["CACHE_MEGABYTES"] = "8";
  vi.resetModules();
  const file: string = "./page-store.mjs";
  return (await import(/* @vite-ignore */ file)) as Module;
};

const page = (text: string, tags: string) => ({ kind: "APP_PAGE", html: text, headers: { "x-next-cache-tags": tags } });
// As Next names the page of an address.
const keyOf = (address: string) => `/route-cache/APP_PAGE/0a1b2c/$${address}`;
let module: Module;
let store: Store;
beforeEach(async () => {
  module = await freshModule();
  store = new module.default();
});

test("a page is served until something it shows changes, and other pages stay", async () => {
  await store.set("/pt-br/p/1", page("one", "listing:1,rates"));
  await store.set("/pt-br/p/2", page("two", "listing:2,rates"));
  await new Promise((resolve) => setTimeout(resolve, 2));
  await store.revalidateTag(["listing:1"]);
  expect(await store.get("/pt-br/p/1", { kind: "APP_PAGE" })).toBeNull();
  expect((await store.get("/pt-br/p/2", { kind: "APP_PAGE" }))?.value).toMatchObject({ html: "two" });
});

test("a page rendered after the change is kept again", async () => {
  await store.revalidateTag(["listing:1"]);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await store.set("/pt-br/p/1", page("new", "listing:1"));
  expect((await store.get("/pt-br/p/1", { kind: "APP_PAGE" }))?.value).toMatchObject({ html: "new" });
});

test("a brief page is not shown once more past its time, another one is while it is made anew", async () => {
  await store.set("/pt-br/search/~a", page("found", "brief,home"), { cacheControl: { revalidate: 0.001 } });
  await store.set("/pt-br/p/1", page("one", "listing:1"), { cacheControl: { revalidate: 0.001 } });
  await store.set("/pt-br/search/~b", page("found", "brief,home"), { cacheControl: { revalidate: 60 } });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await store.get("/pt-br/search/~a", { kind: "APP_PAGE" })).toBeNull();
  expect((await store.get("/pt-br/p/1", { kind: "APP_PAGE" }))?.value).toMatchObject({ html: "one" });
  expect((await store.get("/pt-br/search/~b", { kind: "APP_PAGE" }))?.value).toMatchObject({ html: "found" });
});

test("two thousand large pages do not outgrow the megabytes that were allowed", async () => {
  for (let index = 0; index < 2_000; index++) await store.set(`/p/${index}`, page(randomBytes(10_000).toString("hex"), `listing:${index}`));
  const { pages } = (globalThis as unknown as { entrepotPages: { pages: { calculatedSize: number; size: number } } }).entrepotPages;
  expect(pages.calculatedSize).toBeLessThanOrEqual(8 * 1024 * 1024);
  expect(pages.size).toBeGreaterThan(100);
  expect(await store.get("/p/1999", {})).not.toBeNull();
  expect(await store.get("/p/0", {})).toBeNull();
});

test("Next gets back what it put in: the words, the data of a navigation and its segments", async () => {
  const whole = { kind: "APP_PAGE", html: "<p>São Paulo</p>", rscData: Buffer.from("data"), segmentData: new Map([["/_tree", Buffer.from("tree")]]), headers: { link: "</a.css>" }, status: 200, postponed: undefined };
  await store.set("/pt-br", whole);
  expect((await store.get("/pt-br"))?.value).toEqual(whole);
});

test("a whole page may be sent without Next until it is expired or its time is over", async () => {
  await store.set(keyOf("/pt-br"), page("<p>São Paulo</p>", "rates"), { cacheControl: { revalidate: 60 } });
  const kept = module.wholePage("/pt-br");
  expect(kept && module.plainPage(kept).toString("utf8")).toBe("<p>São Paulo</p>");
  await new Promise((resolve) => setTimeout(resolve, 2));
  await store.revalidateTag(["rates"]);
  expect(module.wholePage("/pt-br")).toBeNull();
  await store.set(keyOf("/old"), page("old", "rates"), { cacheControl: { revalidate: 0 } });
  expect(module.wholePage("/old")).toBeNull();
});

test("what is not a found page, or may have been expired by another process, is left to Next", async () => {
  await store.set(keyOf("/missing"), { ...page("gone", "rates"), status: 404 }, { cacheControl: { revalidate: 60 } });
  expect(module.wholePage("/missing")).toBeNull();
  await store.set(keyOf("/pt-br"), page("here", "rates"), { cacheControl: { revalidate: 60 } });
  process.env["REDIS_URL"] = "redis://127.0.0.1:1";
  expect(module.wholePage("/pt-br")).toBeNull();
  delete process.env["REDIS_URL"];
});
