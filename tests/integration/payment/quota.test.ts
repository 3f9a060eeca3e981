import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { payForOrder } from "@/modules/checkout/commands/pay-for-order";
import { placeOrder } from "@/modules/checkout/commands/place-order";
import { prepareQuote } from "@/modules/checkout/commands/prepare-quote";
import { releaseOverdue } from "@/modules/checkout/commands/settle-checkout";
import { forgetRestrictions } from "@/modules/customs/restriction-queries";
import { database } from "@/platform/db";
import { fill, homes, letTimePass, newShopper, openShop, openStall, openTill, orderOf, quoteFor, watchStatements, type Shopper, type Stall, type Till } from "./shop";

let till: Till;
beforeAll(async () => {
  await openShop();
  till = await openTill();
});
afterEach(async () => {
  letTimePass(0);
  await database().quotaUse.deleteMany();
});
afterAll(() => till.close());

type Home = "zh-cn" | "ko-kr";
const quoted = async (stall: Stall, home: Home): Promise<{ shopper: Shopper; quoteId: Parameters<typeof orderOf>[0] }> => {
  const shopper = newShopper();
  await fill(shopper, [stall], home);
  return { shopper, quoteId: (await quoteFor(shopper, home)).quoteId };
};
const quotedAs = async (shopper: Shopper, home: Home) => {
  const { region, postcode, customsId } = homes[home];
  return prepareQuote(shopper, { storefront: home, region, postcode, services: {}, who: { userId: null, customsId, email: null } });
};

describe("China's 26,000 yuan a year", () => {
  // About 14,000 yuan: two of them do not fit into a year.
  const watch = () => openStall({ price: 170_000n, hs: "910211" });

  it("let one of two orders pass that the same person pays at once, and tell the other what may be done instead", async () => {
    const stall = await watch();
    const ready = await Promise.all([quoted(stall, "zh-cn"), quoted(stall, "zh-cn")]);
    const ends = await Promise.all(ready.map(({ shopper, quoteId }) => placeOrder(shopper, orderOf(quoteId, "zh-cn"))));
    expect(ends.filter((end) => end.ok).length).toBe(1);
    expect(ends.find((end) => !end.ok)).toMatchObject({ refusal: { code: "checkout.cannot-deliver", because: "customs.annual-quota-exceeded", alternatives: ["general-trade"] } });
    expect(await database().quotaUse.count()).toBe(1);
  });

  it("would let both pass without the lock: the negative control", async () => {
    const stall = await watch();
    const ready = await Promise.all([quoted(stall, "zh-cn"), quoted(stall, "zh-cn")]);
    let taken = 0;
    await watchStatements((text) => (/pg_advisory_xact_lock/.test(text) ? (taken++, "select pg_sleep(0.5)::text, $1::text") : text), async () => {
      const ends = await Promise.all(ready.map(({ shopper, quoteId }) => placeOrder(shopper, orderOf(quoteId, "zh-cn"))));
      expect(ends.filter((end) => end.ok).length).toBe(2);
    });
    expect(taken).toBe(2);
  });

  it("are another person's own, and are given back when an order is not paid", async () => {
    const stall = await watch();
    const first = await quoted(stall, "zh-cn");
    const placed = await payForOrder(first.shopper, orderOf(first.quoteId, "zh-cn"));
    if (!placed.ok) throw new Error(placed.refusal.code);
    const again = newShopper();
    await fill(again, [stall], "zh-cn");
    expect(await quotedAs(again, "zh-cn")).toMatchObject({ ok: false, refusal: { because: "customs.annual-quota-exceeded" } });
    const other = await quoted(stall, "zh-cn");
    expect((await placeOrder(other.shopper, { ...orderOf(other.quoteId, "zh-cn"), customsId: "110105194912310038" })).ok).toBe(true);
    const { id } = await database().checkout.findUniqueOrThrow({ where: { number: placed.value.number }, select: { id: true } });
    letTimePass(41 * 60);
    await releaseOverdue({ checkoutId: id });
    expect((await quotedAs(again, "zh-cn")).ok).toBe(true);
  });

  it("are metered before paying, and the promise says what it counted", async () => {
    const stall = await watch();
    const shopper = newShopper();
    await fill(shopper, [stall], "zh-cn");
    const prepared = await quotedAs(shopper, "zh-cn");
    if (!prepared.ok) throw new Error(prepared.refusal.code);
    expect(prepared.value.quote.quota?.meters).toMatchObject([{ kind: "year-value", state: "open", used: { money: { amount: 0n } } }]);
    const kept = await database().quote.findUniqueOrThrow({ where: { id: prepared.value.quoteId } });
    expect(JSON.stringify(kept.promise)).not.toContain(homes["zh-cn"].customsId);
  });
});

describe("Korea's sum of a day", () => {
  it("takes the relief from a second parcel of the same person and day, said before it is paid", async () => {
    const stall = await openStall({ price: 9_000n, hs: "610910" });
    const first = await quoted(stall, "ko-kr");
    expect((await placeOrder(first.shopper, orderOf(first.quoteId, "ko-kr"))).ok).toBe(true);
    const second = await quoted(stall, "ko-kr");
    expect(await placeOrder(second.shopper, orderOf(second.quoteId, "ko-kr"))).toMatchObject({ ok: false, refusal: { code: "checkout.promise-changed" } });
    const known = newShopper();
    await fill(known, [stall], "ko-kr");
    const prepared = await quotedAs(known, "ko-kr");
    if (!prepared.ok) throw new Error(prepared.refusal.code);
    expect(prepared.value.quote.quota?.meters).toMatchObject([{ kind: "day-value", state: "beyond" }]);
    expect(prepared.value.quote.chargesOnArrival.amount).toBeGreaterThan(0n);
    letTimePass(86_400);
    expect((await quotedAs(known, "ko-kr"))).toMatchObject({ ok: true, value: { quote: { chargesOnArrival: { amount: 0n } } } });
  });
});

describe("a rule that takes effect while a price is held", () => {
  it("stops the payment, whatever the promise said", async () => {
    const stall = await openStall({ hs: "620520" });
    const { shopper, quoteId } = await quoted(stall, "zh-cn");
    const row = { market: "CN", formula: "prohibited", hsPrefixes: ["6205"], categories: [], flags: [], transports: [], shipFrom: [], name: "other", text: "A ban.", source: "test", checkedOn: new Date("2026-11-23"), confidence: "high" };
    await database().tradeRestriction.create({ data: { id: "rul_not_test_cn", ...row, effectiveFrom: new Date("2026-01-01") } });
    forgetRestrictions();
    try {
      expect(await placeOrder(shopper, orderOf(quoteId, "zh-cn"))).toEqual({ ok: false, refusal: { code: "checkout.rule-changed" } });
    } finally {
      await database().tradeRestriction.delete({ where: { id: "rul_not_test_cn" } });
      forgetRestrictions();
    }
    expect((await placeOrder(shopper, orderOf(quoteId, "zh-cn"))).ok).toBe(true);
  });
});
