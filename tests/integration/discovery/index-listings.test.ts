import { beforeAll, describe, expect, it } from "vitest";
import { indexListings } from "@/modules/discovery/commands/index-listings";
import { localSizes } from "@/modules/discovery/local-size";
import { search } from "@/modules/discovery/search-queries";
import { everything, readFilter, type ShelfFilter } from "@/modules/discovery/shelf-filter";
import { listShelf } from "@/modules/discovery/shelf-queries";
import { suggest } from "@/modules/discovery/suggest-queries";
import { findStorefront, type OpenStorefront } from "@/modules/market/queries";
import { database, transaction } from "@/platform/db";
import { refuse } from "@/kernel/result";
import { addGoods, addMerchant, countStatements, listingId, openShop } from "./shop";

const dress = {
  pt: "Vestido midi de linho", en: "Linen midi dress", zh: "亚麻中长连衣裙", ja: "リネンのミディワンピース", ko: "린넨 미디 원피스", ar: "فستان كتان متوسط الطول", ru: "Льняное платье миди", de: "Midikleid aus Leinen",
};
let brazil: OpenStorefront, china: OpenStorefront, japan: OpenStorefront;
const storefront = async (tag: string): Promise<OpenStorefront> => {
  const found = await findStorefront(tag);
  if (!found) throw new Error(tag);
  return found;
};
const numbersOn = async (categoryId: string, filter: Partial<ShelfFilter> = {}, here = brazil): Promise<number[]> =>
  (await listShelf({ storefront: here, categoryId, filter: { ...everything, ...filter } })).cards.map((card) => card.number);
const found = async (q: string, here = brazil): Promise<number[]> => (await search({ storefront: here, q, filter: everything })).cards.map((card) => card.number);

beforeAll(async () => {
  await openShop();
  await addMerchant("maker");
  await addMerchant("other", "CN");
  [brazil, china, japan] = await Promise.all([storefront("pt-br"), storefront("zh-cn"), storefront("ja-jp")]);
  await addGoods([
    { number: 1, titles: dress, colour: "red", size: ["EU", "38"], price: 8000 },
    { number: 2, titles: { en: "Running shoes" }, category: "aa-8", price: 3000, origin: "CN", merchant: "other", stock: [["origin", "CN", 5]], colour: "navy" },
    { number: 3, titles: { pt: "Vestido de festa", en: "Party dress" }, marketPolicy: "only", markets: ["JP"] },
    { number: 4, titles: { pt: "Casaco de lã", en: "Wool coat" }, marketPolicy: "except", markets: ["JP"], price: 20000, stock: [["bonded", "CN", 3], ["origin", "ES", 3]] },
    { number: 5, titles: { pt: "Vestido rascunho", en: "Draft dress" }, state: "draft" },
    { number: 6, titles: { pt: "Cinto esgotado", en: "Sold out belt" }, stock: [["origin", "ES", 0]] },
    ...Array.from({ length: 75 }, (_, index) => ({ number: 100 + index, titles: { en: `Plain tee ${index}`, pt: `Camiseta lisa ${index}` }, category: "aa-8", price: 1000 + (index % 5), day: index % 3 })),
  ]);
  expect(await indexListings("all")).toEqual({ ok: true, value: { indexed: 80 } });
});

describe("a listing is found in whatever language it is asked for", () => {
  it.each(["vestido de linho", "vestidos linho", "linen dress", "连衣裙", "ワンピース", "원피스", "فستان", "платье", "Leinen"])("%s", async (q) => expect(await found(q)).toContain(1));
  it("by a word of its category in a language that its merchant does not write", async () =>
    expect((await search({ storefront: brazil, q: "calçados", filter: { ...everything, brands: ["other"] } })).cards.map((card) => card.number)).toEqual([2]));
  it("is shown in the storefront's language, else marked with the language it is in", async () => {
    expect((await search({ storefront: japan, q: "linen", filter: everything })).cards[0]).toMatchObject({ title: dress.ja, titleLanguage: "ja" });
    expect((await search({ storefront: brazil, q: "running shoes", filter: everything })).cards[0]).toMatchObject({ title: "Running shoes", titleLanguage: "en" });
  });
  it("although a letter is missing, and says what it searched instead", async () => {
    const mended = await search({ storefront: brazil, q: "vestdo de linho", filter: everything });
    expect(mended.cards.map((card) => card.number)).toContain(1);
    expect(mended.corrected).toBe("vestido de linho");
  });
  it("by some of the words when nothing has all, and says so", async () => {
    const some = await search({ storefront: brazil, q: "linho quadriculado", filter: everything });
    expect(some).toMatchObject({ isPartial: true, corrected: null });
    expect(some.cards.map((card) => card.number)).toEqual([1]);
  });
  it("and nothing is found for nothing", async () => {
    expect(await found("xyzzyq")).toEqual([]);
    expect(await found("' & | ! :* \\")).toEqual([]);
  });
});

describe("a shelf", () => {
  it("visits every listing once, page by page, whatever the order", async () => {
    for (const sort of ["popular", "price-up", "price-down", "new"] as const) {
      const seen: number[] = [];
      for (let cursor: ShelfFilter["cursor"] = null; ; ) {
        const page = await listShelf({ storefront: brazil, categoryId: "aa-8", filter: { ...everything, sort, cursor } });
        seen.push(...page.cards.map((card) => card.number));
        cursor = page.next;
        if (!cursor) break;
      }
      expect(seen).toHaveLength(76);
      expect(new Set(seen).size).toBe(76);
    }
  });
  it("goes up and down by price", async () => {
    expect((await numbersOn("aa", { sort: "price-down" }))[0]).toBe(4);
    expect((await numbersOn("aa-1", { sort: "price-up" })).at(-1)).toBe(4);
  });
  it("pages what a question finds, too", async () => {
    const seen: number[] = [];
    for (let cursor: ShelfFilter["cursor"] = null; ; ) {
      const page = await search({ storefront: brazil, q: "camiseta", filter: { ...everything, cursor } });
      seen.push(...page.cards.map((card) => card.number));
      cursor = page.next;
      if (!cursor) break;
    }
    expect(new Set(seen).size).toBe(75);
    expect(seen).toHaveLength(75);
  });
  it("holds what its filters say, and counts what each would leave", async () => {
    expect(await numbersOn("aa", { colours: ["red"] })).toEqual([1]);
    expect(await numbersOn("aa", { origins: ["CN"] })).toEqual([2]);
    expect(await numbersOn("aa", { brands: ["other"] })).toEqual([2]);
    expect(await numbersOn("aa", { sizes: ["women-clothing:EU:38"] })).toEqual([1]);
    for (const { value } of localSizes(["women-clothing:EU:38"], brazil.profile.sizeSystems)[0]?.sizes ?? []) expect(await numbersOn("aa", { sizes: [value] })).toEqual([1]);
    const { priceMin, priceMax } = readFilter({ min: "300", max: "900" }, "BRL");
    expect(await numbersOn("aa", { priceMin, priceMax, origins: ["ES"] })).toEqual(expect.arrayContaining([1]));
    expect(await numbersOn("aa", { priceMin, priceMax })).not.toContain(100);
    const { facets } = await listShelf({ storefront: brazil, categoryId: "aa", filter: { ...everything, origins: ["CN"] } });
    expect(facets.origin).toEqual([{ value: "ES", label: "", count: 78 }, { value: "CN", label: "", count: 1 }]);
    expect(facets.colour).toEqual([{ value: "navy", label: "", count: 1 }]);
  });
  it("costs at most four statements, and a usual question as well", async () => {
    // Once before each, because rates and countries are remembered for a few seconds.
    await numbersOn("aa", { origins: ["ES"] });
    expect(await countStatements(() => numbersOn("aa", { origins: ["ES"] }))).toBeLessThanOrEqual(4);
    await found("camiseta");
    expect(await countStatements(() => found("camiseta"))).toBeLessThanOrEqual(4);
    expect(await countStatements(() => found("连衣裙"))).toBeGreaterThan(0);
  });
});

describe("what cannot be bought here", () => {
  it("is left out where its merchant does not offer it", async () => {
    expect(await numbersOn("aa-1")).not.toContain(3);
    expect(await numbersOn("aa-1", {}, japan)).toContain(3);
    expect(await found("wool coat", japan)).not.toContain(4);
    expect(await found("party dress")).not.toContain(3);
  });
  it("is shown with its reason where the stock is not for this market, or is sold out", async () => {
    const [shoes] = (await search({ storefront: china, q: "running shoes", filter: everything })).cards;
    expect(shoes).toMatchObject({ number: 2, reason: { code: "market.stock-for-abroad" } });
    const [belt] = (await search({ storefront: brazil, q: "cinto", filter: everything })).cards;
    expect(belt).toMatchObject({ number: 6, reason: { code: "listing.sold-out" } });
    expect((await search({ storefront: brazil, q: "running shoes", filter: everything })).cards[0]).toMatchObject({ number: 2, reason: null, fromCountry: "CN" });
  });
  it("comes from the bonded warehouse where there is one", async () => {
    expect(await numbersOn("aa", { delivery: "bonded-here" }, china)).toEqual([4]);
    expect((await search({ storefront: china, q: "wool coat", filter: everything })).cards[0]).toMatchObject({ bondedHere: true, fromCountry: "CN" });
    expect((await search({ storefront: brazil, q: "wool coat", filter: everything })).cards[0]).toMatchObject({ bondedHere: false, fromCountry: "ES" });
  });
});

describe("suggestions", () => {
  it("complete a beginning, accents or not", async () => {
    expect((await suggest({ language: "pt", q: "calc" })).map(({ text, path }) => [text, path])).toContainEqual(["Calçados", "/c/calcados/aa-8"]);
    expect(await suggest({ language: "pt", q: "  " })).toEqual([]);
    expect(await suggest({ language: "pt", q: "100%_\\" })).toEqual([]);
    expect(await suggest({ language: "pt", q: "mak" })).toContainEqual({ text: "maker", kind: "brand", path: "/b/maker" });
  });
});

describe("the index follows the shop", () => {
  it("a draft is nowhere", async () => expect(await found("rascunho")).toEqual([]));
  it("a withdrawn listing disappears, and comes back when it is live again", async () => {
    await database().listing.update({ where: { id: listingId(1) }, data: { state: "withdrawn" } });
    expect((await found("vestido de linho"))).not.toContain(1);
    await indexListings({ listingIds: [listingId(1)] });
    expect(await numbersOn("aa-1")).not.toContain(1);
    expect(await database().shelfEntry.count({ where: { listingId: listingId(1) } })).toBe(0);
    await database().listing.update({ where: { id: listingId(1) }, data: { state: "live" } });
    await indexListings({ listingIds: [listingId(1)] });
    expect(await numbersOn("aa-1")).toContain(1);
    expect(await found("连衣裙")).toEqual([1]);
  });
  it("a suspended merchant's listings disappear", async () => {
    await database().merchant.update({ where: { id: "mer_other" }, data: { state: "suspended" } });
    expect(await numbersOn("aa-8")).not.toContain(2);
    await indexListings({ listingIds: [listingId(2)] });
    expect(await database().shelfEntry.count({ where: { listingId: listingId(2) } })).toBe(0);
    await database().merchant.update({ where: { id: "mer_other" }, data: { state: "active" } });
    await indexListings({ listingIds: [listingId(2)] });
    expect(await numbersOn("aa-8", { sort: "price-down" })).toContain(2);
  });
  it("only with the transaction that changed it", async () => {
    const undone = await transaction(async (tx) => {
      await tx.listing.update({ where: { id: listingId(4) }, data: { state: "withdrawn" } });
      await indexListings({ listingIds: [listingId(4)] });
      return refuse({ code: "test.undone" });
    });
    expect(undone.ok).toBe(false);
    expect(await found("wool coat")).toContain(4);
    expect(await database().shelfEntry.count({ where: { listingId: listingId(4) } })).toBe(3);
  });
});
