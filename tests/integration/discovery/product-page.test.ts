import { beforeAll, describe, expect, it } from "vitest";
import { findProductPage } from "@/modules/discovery/product-queries";
import { listOfMaker } from "@/modules/discovery/maker-queries";
import { indexListings } from "@/modules/discovery/commands/index-listings";
import { readRateCards } from "@/modules/logistics/rate-card";
import { findMerchantPage } from "@/modules/merchant/page-queries";
import { findStorefront, type OpenStorefront } from "@/modules/market/queries";
import { findReviewPart } from "@/modules/review/queries";
import { database } from "@/platform/db";
import { insertRows, readData } from "../../../prisma/seed/bulk";
import { readSeededRules } from "../../../prisma/seed/rules";
import { addGoods, addMerchant, countStatements, openShop } from "./shop";

let brazil: OpenStorefront, china: OpenStorefront, russia: OpenStorefront;

beforeAll(async () => {
  await openShop();
  await insertRows("trade_rule", readSeededRules());
  await insertRows("carrier_service", readRateCards(readData("data", "services.json")));
  await addMerchant("maker");
  await addGoods([
    { number: 1, titles: { en: "Linen dress", pt: "Vestido de linho" }, colour: "navy", size: ["EU", "38"], price: 4000 },
    { number: 2, titles: { en: "Made in Shenzhen" }, stock: [["origin", "CN", 5]] },
    { number: 3, titles: { en: "Bonded in China" }, stock: [["bonded", "CN", 5], ["origin", "CN", 5]] },
    { number: 4, titles: { en: "Withdrawn" }, state: "withdrawn" },
    { number: 5, titles: { en: "Draft" }, state: "draft" },
    { number: 6, titles: { en: "Sold out" }, stock: [["origin", "ES", 0]] },
    { number: 7, titles: { en: "Not for Brazil" }, marketPolicy: "except", markets: ["BR"] },
  ]);
  const open = async (tag: string) => (await findStorefront(tag)) ?? Promise.reject(new Error(tag));
  [brazil, china, russia] = await Promise.all([open("pt-br"), open("zh-cn"), open("ru-ru")]);
});

const doorOf = async (number: number, storefront: OpenStorefront) => (await findProductPage(number, storefront))?.doors[0];

describe("a product page", () => {
  it("costs at most four statements, everything of it together", async () => {
    // Markets, rates, rules and services are remembered by the process: the first page reads them for all.
    await findProductPage(1, brazil);
    const sent = await countStatements(async () => {
      const page = await findProductPage(1, brazil);
      if (page) await findReviewPart(page.listing.id, brazil.market, brazil.profile.currency);
    });
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThanOrEqual(4);
  });

  it("speaks the storefront's language, and English where its merchant does not write it", async () => {
    expect((await findProductPage(1, brazil))?.listing.text).toMatchObject({ title: "Vestido de linho", language: "pt" });
    expect((await findProductPage(1, china))?.listing.text).toMatchObject({ title: "Linen dress", language: "en" });
  });

  it("itemises the price at the door in the market's money, every charge with its rule", async () => {
    const door = await doorOf(1, brazil);
    if (!door?.ok) throw new Error(door?.refusal.code);
    const [{ cost, service }] = door.value.ways;
    expect(cost.goods.currency).toBe("BRL");
    expect(cost.charges.length).toBeGreaterThan(0);
    for (const charge of cost.charges) expect(charge.rule).toMatchObject({ text: expect.any(String), source: expect.any(String), effectiveFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(cost.total.amount).toBe(cost.goods.amount + cost.freight.amount + cost.charges.reduce((sum, charge) => sum + charge.amount.amount, 0n));
    expect(service.window.earliest <= service.window.latest).toBe(true);
  });

  it("says early why something cannot be bought here", async () => {
    expect(await doorOf(1, russia)).toMatchObject({ ok: false, refusal: { code: "market.browse-only" } });
    expect(await doorOf(2, china)).toMatchObject({ ok: false, refusal: { code: "market.stock-for-abroad" } });
    expect(await doorOf(6, brazil)).toMatchObject({ ok: false, refusal: { code: "listing.sold-out" } });
    expect(await doorOf(7, brazil)).toMatchObject({ ok: false, refusal: { code: "listing.not-for-this-market" } });
    expect((await doorOf(7, china))?.ok).toBe(true);
  });

  it("serves a shopper in China from the bonded warehouse there", async () => {
    const door = await doorOf(3, china);
    expect(door?.ok && [door.value.from.kind, door.value.ways[0].service.transport]).toEqual(["bonded", "bonded"]);
  });

  it("is not there for a draft, a withdrawn listing, a suspended merchant, or a number that is none", async () => {
    for (const number of [4, 5, 99, -1, 3_000_000_000, 1.5]) expect(await findProductPage(number, brazil)).toBeNull();
    await database().merchant.update({ where: { id: "mer_maker" }, data: { state: "suspended" } });
    expect(await findProductPage(1, brazil)).toBeNull();
    expect(await findMerchantPage("maker", "pt")).toBeNull();
    await database().merchant.update({ where: { id: "mer_maker" }, data: { state: "active" } });
    expect(await findProductPage(1, brazil)).not.toBeNull();
  });
});

describe("a merchant's page", () => {
  it("shows what the merchant offers here, and nothing that it left out of the market", async () => {
    await indexListings("all");
    expect((await listOfMaker({ merchantId: "mer_maker" }, brazil)).cards.map((card) => card.number).sort()).toEqual([1, 2, 3, 6]);
    const here = await listOfMaker({ brandId: "brd_maker" }, china);
    expect(here.cards.map((card) => card.number).sort()).toEqual([1, 2, 3, 6, 7]);
    expect(here.total).toBe(5);
  });
});
