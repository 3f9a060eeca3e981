import { beforeEach, expect, test, vi } from "vitest";

type Store = { get(key: string, context?: object): Promise<{ value: unknown } | null>; set(key: string, value: unknown, context?: object): Promise<void>; revalidateTag(tags: string[]): Promise<void> };

// Fresh per test: the store is one per process by design.
const freshStore = async (): Promise<Store> => {
  delete (globalThis as { entrepotPages?: unknown }).entrepotPages;
  process.env["CACHE_MEGABYTES"] = "8";
  vi.resetModules();
  const file: string = "./page-store.mjs";
  const { default: PageStore } = (await import(/* @vite-ignore */ file)) as { default: new () => Store };
  return new PageStore();
};

const page = (text: string, tags: string) => ({ kind: "APP_PAGE", html: text, headers: { "x-next-cache-tags": tags } });
let store: Store;
beforeEach(async () => {
  store = await freshStore();
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

test("ten thousand large pages do not outgrow the megabytes that were allowed", async () => {
  for (let index = 0; index < 10_000; index++) await store.set(`/p/${index}`, page("x".repeat(20_000), `listing:${index}`));
  const { pages } = (globalThis as unknown as { entrepotPages: { pages: { calculatedSize: number; size: number } } }).entrepotPages;
  expect(pages.calculatedSize).toBeLessThanOrEqual(8 * 1024 * 1024);
  expect(pages.size).toBeGreaterThan(100);
  expect(await store.get("/p/9999", {})).not.toBeNull();
  expect(await store.get("/p/0", {})).toBeNull();
});
