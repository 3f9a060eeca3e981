import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { total } from "@/kernel/money";
import { shiftClock } from "@/platform/clock";
import { database } from "@/platform/db";
import { listViolations } from "../integration/invariants";
import { openTill, type Till } from "../integration/payment/shop";
import { plantSmallShop } from "../integration/small-shop";
import { story, stages, type FindGoods, type Told } from "./story";

let till: Till;
let goods: FindGoods;
beforeAll(async () => {
  const { listings } = await plantSmallShop(["taller-almorad", "zolvane", "pinewillow-bench"], 6);
  goods = (merchant, kind) => listings.filter((listing) => listing.merchant.key === merchant && listing.archetype.key === kind).map(({ id }) => id);
  till = await openTill();
}, 120_000);
afterEach(() => shiftClock(0));
afterAll(() => till.close());

const orderOf = async ({ checkoutId }: Told) => database().checkout.findUniqueOrThrow({
  where: { id: checkoutId as string }, include: { consignments: { orderBy: { part: "asc" }, include: { levied: true, merchant: { select: { slug: true } } } } },
});

describe("two merchants to Brazil", () => {
  it("is one payment in reais for two parcels, each with its own charges, and ends with a review of both", async () => {
    const told = await story.twoMerchantsToBrazil().until("reviewed", goods);
    const order = await orderOf(told);
    expect(order).toMatchObject({ state: "paid", currency: "BRL", market: "BR", total: told.total?.amount });
    expect(order.consignments.map(({ state, merchant, merchantCurrency }) => [state, merchant.slug, merchantCurrency]).sort()).toEqual([["delivered", "taller-almorad", "EUR"], ["delivered", "zolvane", "CNY"]]);
    expect(total(order.consignments.map((c) => ({ amount: c.total, currency: "BRL" as const })), "BRL").amount).toBe(order.total);
    for (const { levied } of order.consignments) expect(levied.map(({ name }) => name)).toContain("icms");
    expect(await database().payment.findMany({ where: { checkoutId: order.id }, select: { standing: true, captured: true } })).toEqual([{ standing: "settled", captured: order.total }]);
    const reviews = await database().review.findMany({ where: { authorId: told.userId }, orderBy: { rating: "asc" } });
    expect(reviews.map(({ authorCountry, daysToDoor, language }) => [authorCountry, daysToDoor, language])).toEqual([["BR", 20, "pt"], ["BR", 20, "pt"]]);
    for (const { consignmentId, importCharge } of reviews) {
      const levied = order.consignments.find(({ id }) => id === consignmentId)?.levied ?? [];
      expect(importCharge).toBe(levied.filter(({ kind }) => ["duty", "tax", "fee"].includes(kind)).reduce((sum, { amount }) => sum + amount, 0n));
    }
  }, 60_000);
});

describe("shoes to Seoul", () => {
  it("carry the recipient's customs code, closed, and are reviewed in Korean with the days they took", async () => {
    const told = await story.shoesToSeoul().until("reviewed", goods);
    const order = await orderOf(told);
    expect(order).toMatchObject({ state: "paid", currency: "KRW", market: "KR" });
    expect(order.address).toMatchObject({ customsId: { kind: "KR-PCCC" } });
    expect(JSON.stringify(order.address)).not.toContain("P123456789012");
    expect(order.consignments.map(({ state }) => state)).toEqual(["delivered"]);
    expect(await database().review.findMany({ where: { authorId: told.userId }, select: { language: true, fit: true, daysToDoor: true } })).toEqual([{ language: "ko", fit: "large", daysToDoor: 11 }]);
    // Below 150 US dollars Korea asks for nothing, and the receipt says by which rule.
    expect(order.consignments.flatMap(({ levied }) => levied.map(({ name, amount, ruleId }) => [name, amount, ruleId]))).toEqual([["duty-and-tax-free", 0n, "rul_kr_relief_150"]]);
  }, 60_000);
});

describe("cherries to Shanghai", () => {
  it("go by the cold chain, are paid in yuan with the tax of cross-border retail, and are reviewed in Chinese", async () => {
    const told = await story.cherriesToShanghai().until("reviewed", goods);
    const order = await orderOf(told);
    expect(order).toMatchObject({ state: "paid", currency: "CNY", market: "CN", address: { customsId: { kind: "CN-ID" } } });
    expect(order.consignments.map(({ serviceName, transport }) => [serviceName, transport])).toEqual([["Cold chain express", "courier"]]);
    expect(order.consignments.flatMap(({ levied }) => levied.map(({ name }) => name))).toEqual(["duty-free", "cross-border-tax"]);
    expect(await database().review.findMany({ where: { authorId: told.userId }, select: { language: true, authorCountry: true, daysToDoor: true } })).toEqual([{ language: "zh", authorCountry: "CN", daysToDoor: 6 }]);
  }, 60_000);
});

describe("any story", () => {
  it("can be left at any stage with the books right", async () => {
    for (const stage of stages) {
      await story.chargerToSaoPaulo().until(stage, goods);
      expect(await listViolations(), stage).toEqual([]);
    }
    expect((await database().checkout.groupBy({ by: ["state"], _count: true, where: { promise: { path: ["storefront"], equals: "pt-br" }, consignments: { every: { merchant: { slug: "zolvane" } } } } })).map(({ state }) => state).sort()).toEqual(["awaiting-payment", "paid"]);
  }, 120_000);
});
