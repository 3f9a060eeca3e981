import { beforeAll, describe, expect, it } from "vitest";
import { acceptPrices } from "@/modules/cart/commands/accept-prices";
import { addToCart } from "@/modules/cart/commands/add-to-cart";
import { changeQuantity } from "@/modules/cart/commands/change-quantity";
import { mergeCarts } from "@/modules/cart/commands/merge-carts";
import { removeLine } from "@/modules/cart/commands/remove-line";
import { readCart } from "@/modules/cart/queries";
import { prepareQuote } from "@/modules/checkout/commands/prepare-quote";
import { findStorefront } from "@/modules/market/queries";
import { newId } from "@/platform/clock";
import { database } from "@/platform/db";
import { fill, newShopper, openShop, openStall, watchStatements } from "../payment/shop";

beforeAll(async () => void (await openShop()));

const pageOf = async (cartId: string, tag = "ja-jp") => {
  const storefront = await findStorefront(tag);
  const page = storefront && (await readCart(cartId, storefront));
  if (!page) throw new Error("no cart");
  return page;
};

describe("a cart", () => {
  it("counts pieces of one offer in one line and refuses more than lies in one place, keeping what was there", async () => {
    const [shopper, stall] = [newShopper(), await openStall({ onHand: 3 })];
    await fill(shopper, [stall], "ja-jp", 2);
    expect(await addToCart(shopper, { storefront: "ja-jp", offerId: stall.offerId, quantity: 1 })).toEqual({ ok: true, value: { count: 3 } });
    const more = await addToCart(shopper, { storefront: "ja-jp", offerId: stall.offerId, quantity: 1 });
    expect(!more.ok && more.refusal).toEqual({ code: "listing.not-enough-stock", left: 3 });
    const page = await pageOf(shopper.cartId);
    expect([page.parcels.length, page.parcels[0]?.lines.length, page.count]).toEqual([1, 1, 3]);
  });

  it("loses nothing when many clicks come at once: of one offer or of several, into one cart that was not there yet", async () => {
    const [shopper, a, b] = [newShopper(), await openStall(), await openStall()];
    await Promise.all(Array.from({ length: 12 }, (_, i) => fill(shopper, [i % 2 ? a : b])));
    const page = await pageOf(shopper.cartId);
    expect([page.cart.lines.map(({ quantity }) => quantity), page.count, page.cart.version]).toEqual([[6, 6], 12, 12]);
  });

  it("loses clicks once the version is taken out of the UPDATE: the negative control", async () => {
    const [shopper, stall] = [newShopper(), await openStall()];
    await fill(shopper, [stall]);
    let taken = 0;
    await watchStatements((text) => (/ where c\.version = \$\d+/.test(text) ? (taken++, text.replace(/ where c\.version = (\$\d+)/, " where $1::int is not null")) : text), async () => {
      await Promise.all(Array.from({ length: 8 }, () => fill(shopper, [stall])));
    });
    expect(taken).toBe(8);
    expect((await pageOf(shopper.cartId)).count).toBeLessThan(9);
  });

  it("is grouped by merchant and parcel, and shows apart what can no longer be bought, with its reason", async () => {
    const [shopper, a, b] = [newShopper(), await openStall(), await openStall({ country: "US", currency: "USD" })];
    await fill(shopper, [a, b]);
    await database().merchant.update({ where: { id: b.merchantId }, data: { state: "suspended" } });
    const page = await pageOf(shopper.cartId);
    expect(page.parcels.map((p) => p.merchant.id)).toEqual([a.merchantId]);
    expect(page.apart.map((line) => line.refusal.code)).toEqual(["listing.no-longer-offered"]);
  });

  it("of another market shows each price before and after, is not quoted until they are accepted, and is quoted then", async () => {
    const [shopper, stall] = [newShopper(), await openStall()];
    await fill(shopper, [stall], "pt-br", 2);
    const { change } = await pageOf(shopper.cartId);
    expect([change?.changed, change?.before?.currency, change?.after.currency]).toEqual([1, "BRL", "JPY"]);
    const wanted = { storefront: "ja-jp", region: null, postcode: null, services: {} };
    const early = await prepareQuote(shopper, wanted);
    expect(!early.ok && early.refusal.code).toBe("cart.prices-changed");
    expect(await acceptPrices(shopper, { storefront: "ja-jp" })).toEqual({ ok: true, value: { changed: 1 } });
    expect((await pageOf(shopper.cartId)).change).toBe(null);
    expect((await prepareQuote(shopper, wanted)).ok).toBe(true);
  });

  it("of a browser joins the person's own at sign-in, once; somebody else's cart never does", async () => {
    const [stall, other] = [await openStall(), await openStall()];
    const people = [newId("user"), newId("user")] as const;
    for (const id of people) await database().user.create({ data: { id, email: `${id}@example.com`, name: "P" } });
    const [own, guest, foreign] = [newId("cart"), newShopper(), newId("cart")];
    await addToCart({ userId: people[0], cartId: own, guestCartId: null }, { storefront: "ja-jp", offerId: stall.offerId, quantity: 1 });
    await addToCart({ userId: people[1], cartId: foreign, guestCartId: null }, { storefront: "ja-jp", offerId: other.offerId, quantity: 9 });
    await fill(guest, [stall, other]);
    expect(await mergeCarts(people[0], { cookieId: guest.cartId })).toEqual({ ok: true, value: { cartId: own, count: 3 } });
    expect(await mergeCarts(people[0], { cookieId: guest.cartId })).toEqual({ ok: true, value: { cartId: own, count: 3 } });
    expect(await mergeCarts(people[0], { cookieId: foreign })).toEqual({ ok: true, value: { cartId: own, count: 3 } });
    expect((await pageOf(foreign)).count).toBe(9);
  });

  it("changes and loses lines only by its own holder", async () => {
    const [mine, other, stall] = [newShopper(), newShopper(), await openStall()];
    await fill(mine, [stall]);
    await fill(other, [await openStall()]);
    const lineId = (await pageOf(mine.cartId)).cart.lines[0]?.id ?? newId("cartLine");
    for (const act of [() => changeQuantity(other, { storefront: "ja-jp", lineId, quantity: 5 }), () => removeLine(other, { lineId })]) {
      const result = await act();
      expect(!result.ok && result.refusal.code).toBe("cart.no-such-line");
    }
    expect((await changeQuantity(mine, { storefront: "ja-jp", lineId, quantity: 4 })).ok).toBe(true);
    expect(await removeLine(mine, { lineId })).toEqual({ ok: true, value: { count: 0 } });
  });
});
