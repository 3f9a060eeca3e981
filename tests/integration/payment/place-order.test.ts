import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addToCart } from "@/modules/cart/commands/add-to-cart";
import { payForOrder } from "@/modules/checkout/commands/pay-for-order";
import { placeOrder } from "@/modules/checkout/commands/place-order";
import { settleCheckout } from "@/modules/checkout/commands/settle-checkout";
import { forgetRates } from "@/modules/fx/queries";
import { forgetServices } from "@/modules/logistics/queries";
import { database } from "@/platform/db";
import { fill, letTimePass, newShopper, openShop, openStall, openTill, orderOf, payWith, quoteFor, stockOf, toTill, watchStatements, type Till } from "./shop";

let till: Till;
beforeAll(async () => {
  await openShop();
  till = await openTill();
});
afterEach(() => letTimePass(0));
afterAll(() => till.close());

const scramble = async (stall: Awaited<ReturnType<typeof openStall>>, shoppers: number) => {
  const ready = await Promise.all(Array.from({ length: shoppers }, async () => {
    const shopper = newShopper();
    await fill(shopper, [stall]);
    return { shopper, quoteId: (await quoteFor(shopper)).quoteId };
  }));
  return Promise.all(ready.map(({ shopper, quoteId }) => placeOrder(shopper, orderOf(quoteId))));
};

describe("the last units", () => {
  it("20 of them go to 20 of 60 shoppers who order at once; the others are told, and nobody sees an error", async () => {
    const stall = await openStall({ onHand: 20 });
    const ends = await scramble(stall, 60);
    expect(ends.filter((end) => end.ok).length).toBe(20);
    expect(new Set(ends.flatMap((end) => (end.ok ? [] : [end.refusal.code])))).toEqual(new Set(["listing.stock-gone"]));
    expect(await stockOf(stall)).toEqual({ onHand: 20, reserved: 20 });
    expect(await database().stockHold.count({ where: { offerId: stall.offerId } })).toBe(20);
    expect(await database().orderLine.count({ where: { offerId: stall.offerId } })).toBe(20);
  }, 120_000);

  it("are oversold once the guard is taken out of the UPDATE: the negative control", async () => {
    const guard = /and s\.reserved \+ w\.quantity <= s\."onHand"/;
    await database().$executeRaw`alter table stock drop constraint stock_never_below_zero`;
    try {
      const stall = await openStall({ onHand: 3 });
      let taken = 0;
      await watchStatements((text) => (guard.test(text) ? (taken++, text.replace(guard, "")) : text), async () => {
        const ends = await scramble(stall, 8);
        expect(ends.filter((end) => end.ok).length).toBe(8);
      });
      expect(taken).toBe(8);
      expect(await stockOf(stall)).toEqual({ onHand: 3, reserved: 8 });
      await database().stock.deleteMany({ where: { offerId: stall.offerId } });
    } finally {
      await database().$executeRaw`alter table stock add constraint stock_never_below_zero check ("onHand" >= 0 and reserved >= 0 and reserved <= "onHand")`;
    }
  });

  it("of two things wanted crosswise deadlock nobody: rows are locked in one order", async () => {
    const [a, b] = [await openStall({ onHand: 50 }), await openStall({ onHand: 50 })];
    const ready = [];
    for (let i = 0; i < 16; i++) {
      const shopper = newShopper();
      await fill(shopper, i % 2 ? [a, b] : [b, a]);
      ready.push({ shopper, quoteId: (await quoteFor(shopper)).quoteId });
    }
    const ends = await Promise.all(ready.map(({ shopper, quoteId }) => placeOrder(shopper, orderOf(quoteId))));
    expect(ends.filter((end) => end.ok).length).toBe(16);
  });
});

describe("one click, and another", () => {
  it("on pay is one checkout, one attempt, one session", async () => {
    const shopper = newShopper();
    const stall = await openStall();
    await fill(shopper, [stall]);
    const { quoteId } = await quoteFor(shopper);
    const ends = await Promise.all([payForOrder(shopper, orderOf(quoteId)), payForOrder(shopper, orderOf(quoteId)), payForOrder(shopper, orderOf(quoteId))]);
    expect(new Set(ends.map((end) => (end.ok ? end.value.number : end.refusal.code))).size).toBe(1);
    expect(await database().checkout.count({ where: { cartId: shopper.cartId } })).toBe(1);
    expect(await database().paymentAttempt.count({ where: { sessionId: { not: null }, checkoutId: (await database().checkout.findFirstOrThrow({ where: { cartId: shopper.cartId } })).id } })).toBe(1);
    expect((await stockOf(stall)).reserved).toBe(1);
  });

  it("with another choice gives up the order that was waiting and keeps one set of units", async () => {
    const shopper = newShopper();
    const stall = await openStall();
    const first = await toTill(shopper, [stall]);
    const again = await payForOrder(shopper, orderOf((await quoteFor(shopper)).quoteId));
    expect(again.ok && again.value.number !== first.number).toBe(true);
    expect((await database().checkout.findUniqueOrThrow({ where: { id: first.checkoutId } })).state).toBe("expired");
    expect((await stockOf(stall)).reserved).toBe(1);
  });
});

describe("a promise", () => {
  it("is honoured for a quarter of an hour although rates of carriers change, and refused afterwards with both totals", async () => {
    const [early, late] = [newShopper(), newShopper()];
    const stall = await openStall();
    for (const shopper of [early, late]) await fill(shopper, [stall]);
    const [held, old] = [await quoteFor(early), await quoteFor(late)];
    await database().$executeRaw`update carrier_service set bands = (select jsonb_agg(jsonb_set(b, '{price}', to_jsonb(((b->>'price')::bigint * 2)::text))) from jsonb_array_elements(bands) b)`;
    forgetServices();
    forgetRates();
    expect((await placeOrder(early, orderOf(held.quoteId))).ok).toBe(true);
    letTimePass(16 * 60);
    const refused = await placeOrder(late, orderOf(old.quoteId));
    expect(!refused.ok && refused.refusal).toMatchObject({ code: "checkout.promise-changed", before: old.quote.total });
    expect(!refused.ok && refused.refusal.code === "checkout.promise-changed" && refused.refusal.after.amount > old.quote.total.amount).toBe(true);
    expect(await database().checkout.count({ where: { cartId: late.cartId } })).toBe(0);
  });

  it("of another cart is not found, and one of a cart that has changed is not placed", async () => {
    const [mine, other] = [newShopper(), newShopper()];
    const stall = await openStall();
    await fill(mine, [stall]);
    const { quoteId } = await quoteFor(mine);
    const stolen = await placeOrder(other, orderOf(quoteId));
    expect(!stolen.ok && stolen.refusal.code).toBe("checkout.no-such-quote");
    await addToCart(mine, { storefront: "ja-jp", offerId: stall.offerId, quantity: 1 });
    const stale = await placeOrder(mine, orderOf(quoteId));
    expect(!stale.ok && stale.refusal.code).toBe("checkout.cart-changed");
  });

  it("asks a Brazilian recipient for a CPF, a Japanese one for none, and keeps neither in the clear", async () => {
    const shopper = newShopper();
    await fill(shopper, [await openStall()], "pt-br");
    const { quoteId } = await quoteFor(shopper, "pt-br");
    const without = await placeOrder(shopper, { ...orderOf(quoteId, "pt-br"), customsId: null });
    expect(!without.ok && without.refusal).toEqual({ code: "customs.bad-id", kind: "BR-CPF" });
    expect((await placeOrder(shopper, orderOf(quoteId, "pt-br"))).ok).toBe(true);
    const { address } = await database().checkout.findFirstOrThrow({ where: { cartId: shopper.cartId } });
    expect(JSON.stringify(address)).toContain("•••••••••25");
    expect(JSON.stringify(address)).not.toContain("52998224725");
  });
});

describe("a whole checkout", () => {
  it("of two merchants' goods, from the first thing in the cart to both told to pack, takes at most 25 statements", async () => {
    const stalls = [await openStall(), await openStall()];
    const first = await toTill(newShopper(), stalls);
    await payWith(first.url, "good");
    await settleCheckout({ checkoutId: first.checkoutId });
    const statements: string[] = [];
    // Webhooks come meanwhile, requests of their own; and what a process remembers (rates, rules, services) is read again every few seconds.
    const isOurs = (text: string) => !/^\s*(begin|commit|insert into pgboss\.job)|stripe_event|"public"\."(market|country|fx_rate|trade_rule|trade_restriction|carrier_service)"/i.test(text);
    await watchStatements((text) => (isOurs(text) && statements.push(text), text), async () => {
      const { url, checkoutId } = await toTill(newShopper(), stalls);
      await payWith(url, "good");
      const settled = await settleCheckout({ checkoutId });
      expect(settled.ok && settled.value.state).toBe("paid");
    });
    expect(statements.length).toBeGreaterThan(10);
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(25);
  });
});
