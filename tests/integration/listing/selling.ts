import type { Id } from "@/kernel/id";
import { mint, type MerchantActor } from "@/modules/access/actor";
import type { Saved } from "@/modules/listing/commands/change-listing";
import { draftListing } from "@/modules/listing/commands/save-listing-draft";
import { showOffers, showWords } from "@/modules/discovery/commands/show-listing";
import { attachPicture } from "@/modules/catalog/commands/arrange-pictures";
import type { ChangeOffers, DraftListingInput } from "@/modules/listing/schema";
import { newId, now } from "@/platform/clock";
import { database } from "@/platform/db";

export const facts: Omit<DraftListingInput, "brandId"> = {
  categoryId: "aa-8", hs: "640359", origin: "ES", materials: ["leather"], sizeFamily: "women-shoes", flags: [], weightGrams: 900, lengthMm: 330, widthMm: 210, heightMm: 120,
};

export type Seller = { readonly actor: MerchantActor; readonly brandId: Id<"brand">; readonly locationId: Id<"location"> };

/** The rows of facts that a listing stands on: a category with its parent, and markets. */
export const seedFloor = async (): Promise<void> => {
  await database().category.createMany({
    data: [{ id: "aa", depth: 0, position: 1, path: ["aa"] }, { id: "aa-8", parentId: "aa", depth: 1, position: 2, path: ["aa", "aa-8"] }], skipDuplicates: true,
  });
  await database().categoryText.createMany({ data: [{ categoryId: "aa-8", language: "en", name: "Shoes", slug: "shoes" }], skipDuplicates: true });
  const market = {
    languages: ["en"], timeZone: "UTC", unitSystem: "metric", taxDisplay: "inclusive", sizeSystems: {}, priceEndings: { steps: [], avoid: [] },
    firstDay: 1, weekend: [6, 7], paymentMethods: ["card"], customsId: null, state: "open", stateReason: null,
  };
  await database().market.createMany({ data: [{ ...market, code: "ES", currency: "EUR", position: 1 }, { ...market, code: "JP", currency: "JPY", position: 2 }], skipDuplicates: true });
};

let sellers = 0;

/** A merchant with one person, one brand and one warehouse. */
export const aSeller = async (): Promise<Seller> => {
  sellers += 1;
  const [userId, merchantId, brandId, locationId] = [newId("user"), newId("merchant"), newId("brand"), newId("location")];
  const db = database();
  await db.user.create({ data: { id: userId, email: `seller-${sellers}@example.com`, name: "Vicent", emailVerifiedAt: now() } });
  await db.merchant.create({
    data: {
      id: merchantId, slug: `taller-${sellers}`, name: `Taller ${sellers}`, legalName: "Taller S.L.", legalForm: "S.L.", country: "ES", city: "Elda", payoutCurrency: "EUR",
      timeZone: "Europe/Madrid", contactEmail: `seller-${sellers}@example.com`, kind: "maker", since: new Date("2020-01-01"),
    },
  });
  await db.brand.create({ data: { id: brandId, slug: `taller-${sellers}`, name: `Taller ${sellers}`, country: "ES", merchantId } });
  await db.stockLocation.create({ data: { id: locationId, merchantId, kind: "origin", country: "ES", city: "Elda", postcode: "03600" } });
  return { actor: mint({ kind: "merchant" as const, userId, merchantId, role: "owner" as const }), brandId, locationId };
};

export const must = <V>(result: { ok: true; value: V } | { ok: false; refusal: { code: string } }): V => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

export const aDraft = async (seller: Seller, change: Partial<DraftListingInput> = {}): Promise<Saved> => must(await draftListing(seller.actor, { brandId: seller.brandId, ...facts, ...change }));

export const anOffer = (seller: Seller, sizeLabel: string, more: Partial<ChangeOffers["offers"][number]> = {}): ChangeOffers["offers"][number] => ({
  offerId: null, colour: "navy", sizeSystem: "EU", sizeLabel, capacity: null, sku: `TA-${sizeLabel}`, price: "89,90", weightGrams: 900, isActive: true,
  stock: [{ locationId: seller.locationId, count: 10, was: 0 }], ...more,
});

export const aPicture = { path: "/media/up-000000000000000000000000", widths: [400, 800], thumbhash: "1QcSHQRnh493V4dIh4eXh1h4kJUI" };

/** A draft with everything that publishing needs. */
export const aWholeDraft = async (seller: Seller, title = "Leather sandal"): Promise<Saved> => {
  const draft = await aDraft(seller);
  const { productId } = await database().listing.findUniqueOrThrow({ where: { id: draft.listingId }, select: { productId: true } });
  must(await attachPicture({ productId: productId as Id<"product">, picture: aPicture }));
  const words = must(await showWords(seller.actor, { listingId: draft.listingId, version: draft.version, words: [{ language: "en", title, description: "Hand-stitched.", keywords: ["summer"] }] }));
  return must(await showOffers(seller.actor, { listingId: draft.listingId, version: words.version, currency: "EUR", offers: [anOffer(seller, "38"), anOffer(seller, "39")] }));
};
