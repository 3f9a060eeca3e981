import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { money } from "@/kernel/money";
import { addSeconds } from "@/kernel/time";
import { showListing, showOffers, hideListing } from "@/modules/discovery/commands/show-listing";
import { readCart } from "@/modules/cart/queries";
import { addToCart } from "@/modules/cart/commands/add-to-cart";
import { listCards } from "@/modules/discovery/card-queries";
import { findProductPage } from "@/modules/discovery/product-queries";
import type { MarketProfile } from "@/modules/market/market";
import { findMarket, findStorefront } from "@/modules/market/queries";
import { setPrices } from "@/modules/pricing/commands/set-prices";
import { shelfPrices } from "@/modules/pricing/queries";
import type { Saved } from "@/modules/listing/commands/change-listing";
import type { SetPrices } from "@/modules/pricing/schema";
import { newId, now, shiftClock } from "@/platform/clock";
import { database } from "@/platform/db";
import { countStatements, openShop } from "../discovery/shop";
import { aSeller, anOffer, aWholeDraft, must, type Seller } from "../listing/selling";

let seller: Seller;
let other: Seller;
beforeAll(async () => {
  await openShop();
  [seller, other] = [await aSeller(), await aSeller()];
});
afterEach(() => shiftClock(0));

const day = 24 * 3600;
const offersOf = async (listingId: string) => (await database().offer.findMany({ where: { listingId }, orderBy: { id: "asc" }, include: { variant: true } }));
const aLive = async (): Promise<Saved & { offerIds: `ofr_${string}`[] }> => {
  const live = must(await showListing(seller.actor, await aWholeDraft(seller)));
  return { ...live, offerIds: (await offersOf(live.listingId)).map(({ id }) => id as `ofr_${string}`) };
};
const set = (listing: Saved & { offerIds: `ofr_${string}`[] }, prices: Readonly<Record<string, string>>, more: Partial<SetPrices> = {}) => setPrices(seller.actor, {
  listingId: listing.listingId, version: listing.version, policy: "nearest", offerIds: listing.offerIds, prices: Object.entries(prices).map(([market, price]) => ({ market, price })), ...more,
});
const priceIn = async (code: string, offerId: string) => {
  const market = (await findMarket(code)) as MarketProfile;
  const { price, listing } = await database().offer.findUniqueOrThrow({ where: { id: offerId }, include: { listing: true } });
  const found = (await shelfPrices([{ offerId, price, currency: listing.currency as "EUR" }], market)).get(offerId);
  if (!found?.ok) throw new Error(found?.refusal.code);
  return found.value;
};
/** Sets the base price of all offers. */
const setBase = async (listing: Saved & { offerIds: `ofr_${string}`[] }, price: string): Promise<typeof listing> => {
  const offers = (await offersOf(listing.listingId)).map(({ id, variant }) => anOffer(seller, variant.sizeLabel ?? "", { offerId: id as `ofr_${string}`, price, stock: [] }));
  return { ...listing, ...must(await showOffers(seller.actor, { listingId: listing.listingId, version: listing.version, currency: "EUR", offers })) };
};

describe("a merchant's own price for a market", () => {
  it("is what shelf, product page and cart show there, and nowhere else", async () => {
    const live = await aLive();
    const [first = "ofr_"] = live.offerIds;
    const before = await priceIn("CN", first);
    must(await set(live, { BR: "599,90" }));
    expect(await priceIn("BR", first)).toMatchObject({ shown: money(59990, "BRL"), basis: "own", rate: null });
    expect((await priceIn("CN", first)).shown).toEqual(before.shown);
    const brazil = await findStorefront("pt-br");
    if (!brazil) throw new Error("pt-br");
    const [card] = await listCards([live.listingId], brazil);
    expect(card?.price).toEqual(money(59990, "BRL"));
    const page = await findProductPage(live.number, brazil);
    expect(page?.offers.map(({ price }) => price?.amount)).toEqual([59990n, 59990n]);
    const shopper = { userId: null, cartId: newId("cart"), guestCartId: null };
    must(await addToCart(shopper, { storefront: "pt-br", offerId: first, quantity: 2 }));
    const cart = await database().cartLine.findFirstOrThrow({ where: { offerId: first } });
    expect((await readCart(cart.cartId, brazil))?.goods).toEqual(money(119980, "BRL"));
    expect(await countStatements(() => priceIn("BR", first))).toBeLessThanOrEqual(3);
  });

  it("is taken back by nothing typed, and both are written down", async () => {
    const live = await aLive();
    const [first = "ofr_"] = live.offerIds;
    const converted = (await priceIn("JP", first)).shown;
    const set1 = must(await set(live, { JP: "12800", CN: "" }));
    expect((await priceIn("JP", first)).shown).toEqual(money(12800, "JPY"));
    const again = must(await set({ ...live, ...set1 }, { JP: "12800" }));
    must(await set({ ...live, ...again }, { JP: " " }));
    expect((await priceIn("JP", first)).shown).toEqual(converted);
    expect((await database().marketPriceChange.findMany({ where: { offerId: first }, orderBy: { since: "asc" } })).map(({ market, amount }) => [market, amount])).toEqual([["JP", 12800n], ["JP", null]]);
    expect(await database().marketPrice.count({ where: { offerId: { in: live.offerIds } } })).toBe(0);
  });

  it("that does not read comes back by its market, and nothing of the change is saved", async () => {
    const live = await aLive();
    expect(await set(live, { BR: "1.234,56", JP: "12,5", CN: "99" }, { policy: "same-net" })).toEqual({ ok: false, refusal: { code: "pricing.prices-invalid", fields: { "prices.BR": "bad-price", "prices.JP": "bad-price" } } });
    expect(await set(live, { BR: "0" })).toMatchObject({ refusal: { code: "pricing.prices-invalid" } });
    expect(await set(live, { XX: "10" })).toEqual({ ok: false, refusal: { code: "listing.no-such-market", market: "XX" } });
    expect(await database().marketPrice.count({ where: { offerId: { in: live.offerIds } } })).toBe(0);
    expect(await database().pricePolicy.count({ where: { listingId: live.listingId } })).toBe(0);
    expect((await database().listing.findUniqueOrThrow({ where: { id: live.listingId } })).version).toBe(live.version);
  });

  it("belongs to its merchant, its listing and the version that was seen", async () => {
    const live = await aLive();
    const theirs = await aLive();
    const [foreign = "ofr_"] = theirs.offerIds;
    expect(await setPrices(other.actor, { listingId: live.listingId, version: live.version, policy: "nearest", offerIds: live.offerIds, prices: [] })).toEqual({ ok: false, refusal: { code: "listing.not-found" } });
    expect(await set(live, { BR: "10" }, { offerIds: [...live.offerIds, foreign as `ofr_${string}`] })).toEqual({ ok: false, refusal: { code: "listing.no-such-offer" } });
    must(await set(live, { BR: "500" }));
    expect(await set(live, { BR: "5" })).toEqual({ ok: false, refusal: { code: "listing.stale" } });
    expect((await priceIn("BR", live.offerIds[0] ?? "")).shown).toEqual(money(50000, "BRL"));
  });

  it("of two people who save at once, one is told so", async () => {
    const live = await aLive();
    const answers = await Promise.all([set(live, { BR: "500" }), set(live, { BR: "600" })]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it("follows the policy that its merchant chose", async () => {
    const live = await aLive();
    const [first = "ofr_"] = live.offerIds;
    const based = await setBase(live, "20.90");
    const nearest = (await priceIn("BR", first)).shown;
    must(await set({ ...live, ...based }, {}, { policy: "same-net" }));
    const kept = await priceIn("BR", first);
    expect(kept.shown.amount >= kept.exact.amount).toBe(true);
    expect(nearest.amount < kept.exact.amount).toBe(true);
  });
});

describe("the lowest price of the last 30 days", () => {
  it("is struck beside a real reduction on card and page, from the day it is lowered until 30 days later", async () => {
    let live = await aLive();
    const [first = "ofr_"] = live.offerIds;
    expect((await priceIn("ES", first)).reduction).toBeNull();
    shiftClock(40 * day);
    live = { ...live, ...(await setBase(live, "99.90")) };
    expect((await priceIn("ES", first)).reduction).toBeNull();
    shiftClock(45 * day);
    const at = now();
    live = { ...live, ...(await setBase(live, "79.90")) };
    const found = await priceIn("ES", first);
    expect(found.reduction?.lowestBefore).toEqual(money(8990, "EUR"));
    expect((found.reduction?.since ?? "") >= at && (found.reduction?.since ?? "") < addSeconds(at, 60)).toBe(true);
    // In a market with another money both are converted at the rate of today.
    const inBrazil = await priceIn("BR", first);
    expect(inBrazil.reduction && inBrazil.reduction.lowestBefore.amount > inBrazil.shown.amount).toBe(true);
    const spain = await findStorefront("es-es");
    if (!spain) throw new Error("es-es");
    expect((await listCards([live.listingId], spain))[0]?.lowestBefore).toEqual(money(8990, "EUR"));
    expect((await findProductPage(live.number, spain))?.offers[0]?.shelf?.reduction?.lowestBefore).toEqual(money(8990, "EUR"));
    shiftClock(76 * day);
    expect((await priceIn("ES", first)).reduction).toBeNull();
  });

  it("is not announced when a price is raised for a day and lowered again", async () => {
    let live = await aLive();
    const [first = "ofr_"] = live.offerIds;
    shiftClock(40 * day);
    live = { ...live, ...(await setBase(live, "120")) };
    shiftClock(41 * day);
    live = { ...live, ...(await setBase(live, "89.90")) };
    expect((await priceIn("ES", first)).reduction).toBeNull();
  });

  it("knows no price of a draft, and none of a time when it was not for sale", async () => {
    const draft = await aWholeDraft(seller);
    const offerIds = (await offersOf(draft.listingId)).map(({ id }) => id as `ofr_${string}`);
    expect(await database().offerPrice.count({ where: { offerId: { in: offerIds } } })).toBe(0);
    shiftClock(day);
    let live = { ...must(await showListing(seller.actor, await setBase({ ...draft, offerIds }, "70"))), offerIds };
    expect((await priceIn("ES", offerIds[0] ?? "")).reduction).toBeNull();
    shiftClock(2 * day);
    live = { ...must(await hideListing(seller.actor, live)), offerIds };
    shiftClock(3 * day);
    live = { ...live, ...(await setBase(live, "200")) };
    shiftClock(40 * day);
    live = { ...must(await showListing(seller.actor, live)), offerIds };
    shiftClock(41 * day);
    await setBase(live, "65");
    expect((await database().offerPrice.findMany({ where: { offerId: offerIds[0] ?? "" }, orderBy: { since: "asc" } })).map(({ amount }) => amount)).toEqual([7000n, null, 20000n, 6500n]);
    expect((await priceIn("ES", offerIds[0] ?? "")).reduction?.lowestBefore).toEqual(money(20000, "EUR"));
  });

  it("of a market's own price is that market's own", async () => {
    let live = await aLive();
    const [first = "ofr_"] = live.offerIds;
    live = { ...live, ...must(await set(live, { ES: "85" })) };
    expect((await priceIn("ES", first)).reduction?.lowestBefore).toEqual(money(8990, "EUR"));
    expect((await priceIn("FR", first)).reduction).toBeNull();
    shiftClock(50 * day);
    must(await set(live, { ES: "80" }));
    expect((await priceIn("ES", first)).reduction?.lowestBefore).toEqual(money(8500, "EUR"));
    await expect(database().offerPrice.deleteMany({ where: { offerId: first } })).rejects.toThrow();
  });
});
