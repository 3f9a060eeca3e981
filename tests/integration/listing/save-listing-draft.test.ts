import { beforeAll, expect, test } from "vitest";
import { draftListing } from "@/modules/listing/commands/save-listing-draft";
import { showFacts, showWords } from "@/modules/discovery/commands/show-listing";
import { database } from "@/platform/db";
import { aDraft, aSeller, facts, must, seedFloor, type Seller } from "./selling";

let seller: Seller;
let other: Seller;
beforeAll(async () => {
  await seedFloor();
  seller = await aSeller();
  other = await aSeller();
});

test("a draft may be started with nothing but a category, in the merchant's own money", async () => {
  const draft = await aDraft(seller, { hs: "", origin: "", weightGrams: 0, lengthMm: 0, widthMm: 0, heightMm: 0 });
  const row = await database().listing.findUniqueOrThrow({ where: { id: draft.listingId } });
  expect(row).toMatchObject({ state: "draft", currency: "EUR", basePrice: 0n, merchantId: seller.actor.merchantId, publishedAt: null });
  expect(draft).toMatchObject({ isShown: false, version: 1 });
});

test("nobody lists under a brand of somebody else, and nothing is left of the try", async () => {
  const before = await database().product.count();
  expect(await draftListing(seller.actor, { brandId: other.brandId, ...facts })).toEqual({ ok: false, refusal: { code: "catalog.no-such-brand" } });
  expect(await draftListing(seller.actor, { brandId: seller.brandId, ...facts, categoryId: "zz-9" })).toEqual({ ok: false, refusal: { code: "catalog.no-such-category" } });
  expect(await database().product.count()).toBe(before);
});

test("another merchant's listing is not found, whatever is changed of it", async () => {
  const draft = await aDraft(seller);
  const seen = { listingId: draft.listingId, version: draft.version };
  expect(await showFacts(other.actor, { ...seen, ...facts, hs: "999999" })).toEqual({ ok: false, refusal: { code: "listing.not-found" } });
  expect(await showWords(other.actor, { ...seen, words: [] })).toEqual({ ok: false, refusal: { code: "listing.not-found" } });
  expect(await database().listing.findUniqueOrThrow({ where: { id: draft.listingId } })).toMatchObject({ version: 1 });
  expect((await showFacts(seller.actor, { ...seen, ...facts, hs: "640399" })).ok).toBe(true);
});

test("two people who edit at once: the second is told, and the first one's words stay", async () => {
  const draft = await aDraft(seller);
  const words = (title: string) => ({ listingId: draft.listingId, version: draft.version, words: [{ language: "es" as const, title, description: "Hecha a mano.", keywords: [] }] });
  const both = await Promise.all([showWords(seller.actor, words("Sandalia")), showWords(seller.actor, words("Zapato"))]);
  expect(both.filter((result) => result.ok)).toHaveLength(1);
  expect(both.find((result) => !result.ok)).toMatchObject({ refusal: { code: "listing.stale" } });
  expect(await database().productText.count({ where: { product: { listings: { some: { id: draft.listingId } } } } })).toBe(1);
});

test("a language left empty is no language of the listing any more, and the others keep theirs", async () => {
  const draft = await aDraft(seller);
  const text = (language: "en" | "ar", title: string) => ({ language, title, description: title && "Hand-stitched.", keywords: [] });
  const first = must(await showWords(seller.actor, { listingId: draft.listingId, version: 1, words: [text("en", "Sandal"), text("ar", "صندل جلد")] }));
  must(await showWords(seller.actor, { listingId: draft.listingId, version: first.version, words: [text("en", ""), text("ar", "صندل جلد")] }));
  const texts = await database().productText.findMany({ where: { product: { listings: { some: { id: draft.listingId } } } } });
  expect(texts).toMatchObject([{ language: "ar", slug: "صندل-جلد", writtenBy: "merchant" }]);
});

test("who chose the HS code, and when, moves only with the code", async () => {
  const draft = await aDraft(seller);
  const product = () => database().product.findFirstOrThrow({ where: { listings: { some: { id: draft.listingId } } } });
  await database().product.updateMany({ where: { id: (await product()).id }, data: { hsSetBy: "somebody" } });
  const same = must(await showFacts(seller.actor, { listingId: draft.listingId, version: 1, ...facts, weightGrams: 950 }));
  expect(await product()).toMatchObject({ hsSetBy: "somebody", weightGrams: 950 });
  must(await showFacts(seller.actor, { listingId: draft.listingId, version: same.version, ...facts, hs: "640399" }));
  expect(await product()).toMatchObject({ hsSetBy: seller.actor.userId, hs: "640399" });
});
