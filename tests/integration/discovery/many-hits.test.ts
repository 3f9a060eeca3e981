import { beforeAll, expect, it } from "vitest";
import { indexListings } from "@/modules/discovery/commands/index-listings";
import { search } from "@/modules/discovery/search-queries";
import { everything, readCursor, writeCursor, type ShelfFilter, type Sort } from "@/modules/discovery/shelf-filter";
import { findStorefront, type OpenStorefront } from "@/modules/market/queries";
import { database } from "@/platform/db";
import { growTo } from "../../../prisma/seed/scale";
import { addGoods, addMerchant, listingId, openShop } from "./shop";

// 1,200 listings have the word, one in four of them in red: more than are put in order by how well the words fit.
let brazil: OpenStorefront;
beforeAll(async () => {
  await openShop();
  await addMerchant("maker");
  await addGoods(Array.from({ length: 60 }, (_, index) => ({ number: 1 + index, titles: { pt: `Camiseta ${index}`, en: `Tee ${index}` }, colour: index % 4 ? "navy" : "red", price: 1000 + index, day: index })));
  await indexListings("all");
  await growTo(1200);
  brazil = (await findStorefront("pt-br")) as OpenStorefront;
});

const visitAll = async (filter: Partial<ShelfFilter>): Promise<number[]> => {
  const seen: number[] = [];
  for (let cursor: ShelfFilter["cursor"] = null, pages = 0; pages < 100; pages += 1) {
    const page = await search({ storefront: brazil, q: "camiseta", filter: { ...everything, ...filter, cursor }, withFacets: false });
    seen.push(...page.cards.map((card) => card.number));
    // As a door hands it out and takes it back.
    cursor = page.next && readCursor(writeCursor(page.next));
    if (!cursor) break;
  }
  return seen;
};

it("a question with very many answers shows each of them once, page by page, whatever the order", async () => {
  for (const sort of ["popular", "price-up", "new"] as const) {
    const seen = await visitAll({ sort });
    expect(seen).toHaveLength(1200);
    expect(new Set(seen).size).toBe(1200);
  }
});

it("does not claim to have counted them all, and counts exactly what a filter leaves", async () => {
  const all = await search({ storefront: brazil, q: "camiseta", filter: everything });
  expect(all).toMatchObject({ total: 1000, isTotalExact: false });
  const red = await search({ storefront: brazil, q: "camiseta", filter: { ...everything, colours: ["red"] } });
  expect(red).toMatchObject({ total: 300, isTotalExact: true });
  expect(await visitAll({ colours: ["red"] })).toHaveLength(300);
});

it("puts what is called so before what only mentions it, however popular that is", async () => {
  await addGoods([{ number: 9001, titles: { pt: "Casaco", en: "Coat" }, day: 500_000 }]);
  await database().productText.update({ where: { productId_language: { productId: "prd_9001", language: "pt" } }, data: { description: "Combina com qualquer camiseta." } });
  await indexListings({ listingIds: [listingId(9001)] });
  const firstBy = async (sort: Sort) => (await search({ storefront: brazil, q: "camiseta", filter: { ...everything, sort } })).cards[0]?.number;
  expect(await firstBy("new")).toBe(9001);
  expect((await database().shelfEntry.findFirst({ where: { categoryId: "all" }, orderBy: { popularity: "desc" } }))?.number).toBe(9001);
  expect(await firstBy("popular")).not.toBe(9001);
});
