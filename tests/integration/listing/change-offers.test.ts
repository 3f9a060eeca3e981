import { beforeAll, expect, test } from "vitest";
import { showListing, showOffers } from "@/modules/discovery/commands/show-listing";
import { database } from "@/platform/db";
import { aSeller, anOffer, aWholeDraft, must, seedFloor, type Seller } from "./selling";

let seller: Seller;
let other: Seller;
beforeAll(async () => {
  await seedFloor();
  seller = await aSeller();
  other = await aSeller();
});

const offersOf = (listingId: string) => database().offer.findMany({ where: { listingId }, include: { stock: true, variant: true }, orderBy: { variant: { position: "asc" } } });
const keep = (offer: Awaited<ReturnType<typeof offersOf>>[number], more: object = {}) => anOffer(seller, offer.variant.sizeLabel ?? "", { offerId: offer.id as `ofr_${string}`, stock: [], ...more });

test("prices are kept in minor units, the base price is the lowest on offer, and every counted piece has a movement", async () => {
  const draft = await aWholeDraft(seller);
  const [first, second] = await offersOf(draft.listingId);
  if (!first || !second) throw new Error("two offers");
  must(await showOffers(seller.actor, { listingId: draft.listingId, version: draft.version, currency: "EUR", offers: [keep(first, { price: "75" }), keep(second)] }));
  expect(await database().listing.findUniqueOrThrow({ where: { id: draft.listingId } })).toMatchObject({ basePrice: 7500n });
  expect((await offersOf(draft.listingId)).map((offer) => offer.price)).toEqual([7500n, 8990n]);
  expect(await database().stockMovement.findMany({ where: { offerId: first.id } })).toMatchObject([{ quantity: 10, reason: "counted", subjectId: seller.actor.userId }]);
});

test("faults come back by field and nothing is saved", async () => {
  const draft = await aWholeDraft(seller);
  const refused = await showOffers(seller.actor, { listingId: draft.listingId, version: draft.version, currency: "EUR", offers: [anOffer(seller, "38", { price: "1.234" }), anOffer(seller, "38")] });
  expect(refused).toEqual({ ok: false, refusal: { code: "listing.offers-invalid", fields: { "offers.0.price": "bad-price", "offers.1.form": "same-variant" } } });
  expect(await offersOf(draft.listingId)).toHaveLength(2);
});

test("a sale between reading and saving is not undone by the count", async () => {
  const draft = await aWholeDraft(seller);
  const [first] = await offersOf(draft.listingId);
  if (!first) throw new Error("an offer");
  await database().stock.updateMany({ where: { offerId: first.id }, data: { onHand: 8 } });
  const stock = [{ locationId: seller.locationId, count: 15, was: 10 }];
  must(await showOffers(seller.actor, { listingId: draft.listingId, version: draft.version, currency: "EUR", offers: [keep(first, { stock })] }));
  expect((await offersOf(draft.listingId))[0]?.stock).toMatchObject([{ onHand: 13 }]);
});

test("pieces that a checkout holds cannot be counted away, and the whole change is refused", async () => {
  const draft = await aWholeDraft(seller);
  const [first, second] = await offersOf(draft.listingId);
  if (!first || !second) throw new Error("two offers");
  await database().stock.updateMany({ where: { offerId: first.id }, data: { reserved: 4 } });
  const change = (count: number) => ({
    listingId: draft.listingId, version: draft.version, currency: "EUR" as const,
    offers: [keep(first, { stock: [{ locationId: seller.locationId, count, was: 10 }] }), keep(second, { price: "10", stock: [{ locationId: seller.locationId, count: 20, was: 10 }] })],
  });
  expect(await showOffers(seller.actor, change(3))).toEqual({ ok: false, refusal: { code: "listing.stock-reserved" } });
  expect((await offersOf(draft.listingId)).map(({ price, stock }) => [price, stock[0]?.onHand])).toEqual([[8990n, 10], [8990n, 10]]);
  must(await showOffers(seller.actor, change(4)));
  expect((await offersOf(draft.listingId)).map(({ price, stock }) => [price, stock[0]?.onHand])).toEqual([[8990n, 4], [1000n, 20]]);
});

test("another merchant's place, offer and listing are refused, as first and as second id", async () => {
  const draft = await aWholeDraft(seller);
  const theirs = await aWholeDraft(other);
  const [foreign] = await offersOf(theirs.listingId);
  const seen = { listingId: draft.listingId, version: draft.version, currency: "EUR" as const };
  expect(await showOffers(seller.actor, { ...seen, offers: [anOffer(seller, "40", { stock: [{ locationId: other.locationId, count: 5, was: 0 }] })] })).toEqual({ ok: false, refusal: { code: "listing.no-such-location" } });
  expect(await showOffers(seller.actor, { ...seen, offers: [anOffer(seller, "38", { offerId: foreign?.id as `ofr_${string}` })] })).toEqual({ ok: false, refusal: { code: "listing.no-such-offer" } });
  expect(await showOffers(other.actor, { ...seen, offers: [] })).toEqual({ ok: false, refusal: { code: "listing.not-found" } });
  expect((await offersOf(theirs.listingId)).map((offer) => offer.price)).toEqual([8990n, 8990n]);
});

test("a draft drops variants for ever; once shoppers have seen them they are only taken off, and keep colour and currency", async () => {
  const draft = await aWholeDraft(seller);
  const [first, second] = await offersOf(draft.listingId);
  if (!first || !second) throw new Error("two offers");
  const smaller = must(await showOffers(seller.actor, { listingId: draft.listingId, version: draft.version, currency: "EUR", offers: [keep(first), anOffer(seller, "41")] }));
  expect(await database().variant.count({ where: { id: second.variantId } })).toBe(0);
  const live = must(await showListing(seller.actor, smaller));
  const seen = { listingId: live.listingId, version: live.version };
  expect(await showOffers(seller.actor, { ...seen, currency: "JPY", offers: [keep(first)] })).toEqual({ ok: false, refusal: { code: "listing.currency-fixed" } });
  expect(await showOffers(seller.actor, { ...seen, currency: "EUR", offers: [keep(first, { colour: "red" })] })).toMatchObject({ refusal: { fields: { "offers.0.form": "variant-fixed" } } });
  must(await showOffers(seller.actor, { ...seen, currency: "EUR", offers: [keep(first)] }));
  expect((await offersOf(live.listingId)).map(({ variant, isActive }) => [variant.sizeLabel, isActive])).toEqual([["38", true], ["41", false]]);
});

test("the last offer of a live listing cannot be taken off", async () => {
  const live = must(await showListing(seller.actor, await aWholeDraft(seller)));
  expect(await showOffers(seller.actor, { listingId: live.listingId, version: live.version, currency: "EUR", offers: [] })).toEqual({ ok: false, refusal: { code: "listing.incomplete", missing: ["price", "stock"] } });
});
