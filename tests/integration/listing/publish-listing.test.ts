import { beforeAll, expect, test } from "vitest";
import { hideListing, showFacts, showListing, showMarkets, showWords } from "@/modules/discovery/commands/show-listing";
import { arrangePictures } from "@/modules/listing/commands/add-picture";
import { database } from "@/platform/db";
import { aDraft, aSeller, aWholeDraft, facts, must, seedFloor, type Seller } from "./selling";

let seller: Seller;
let other: Seller;
beforeAll(async () => {
  await seedFloor();
  seller = await aSeller();
  other = await aSeller();
});

const onShelves = async (listingId: string) => ({
  shelves: (await database().shelfEntry.findMany({ where: { listingId }, select: { categoryId: true } })).map((row) => row.categoryId).sort(),
  documents: (await database().$queryRaw<{ n: number }[]>`select count(*)::int as n from search_document where "listingId" = ${listingId} and document @@ to_tsquery('simple', 'sandal')`)[0]?.n,
});

test("an unfinished draft is refused with the whole list of what is missing", async () => {
  const draft = await aDraft(seller, { hs: "", origin: "", weightGrams: 0 });
  expect(await showListing(seller.actor, draft)).toEqual({ ok: false, refusal: { code: "listing.incomplete", missing: ["words", "picture", "hs", "origin", "weight", "price", "stock"] } });
  expect(await database().listing.findUniqueOrThrow({ where: { id: draft.listingId } })).toMatchObject({ state: "draft", version: 1 });
});

test("a published listing stands on the shelves of its category and above, and is found by its words, in the same moment", async () => {
  const draft = await aWholeDraft(seller);
  expect(await onShelves(draft.listingId)).toEqual({ shelves: [], documents: 0 });
  const live = must(await showListing(seller.actor, draft));
  expect(live).toMatchObject({ state: "live", isShown: true, categoryPath: ["aa", "aa-8"] });
  expect((await onShelves(draft.listingId)).shelves).toEqual(["aa", "aa-8", "all"]);
  expect((await onShelves(draft.listingId)).documents).toBeGreaterThan(0);
});

test("a withdrawn listing leaves shelves and search at once, and can come back with its first day", async () => {
  const live = must(await showListing(seller.actor, await aWholeDraft(seller)));
  const published = (await database().listing.findUniqueOrThrow({ where: { id: live.listingId } })).publishedAt;
  const off = must(await hideListing(seller.actor, live));
  expect(await onShelves(live.listingId)).toEqual({ shelves: [], documents: 0 });
  expect(await hideListing(seller.actor, off)).toEqual({ ok: false, refusal: { code: "listing.not-live" } });
  must(await showListing(seller.actor, off));
  expect(await database().listing.findUniqueOrThrow({ where: { id: live.listingId } })).toMatchObject({ state: "live", publishedAt: published, withdrawnAt: null });
});

test("a live listing stays complete: its last words, last picture and customs code cannot be taken away", async () => {
  const live = must(await showListing(seller.actor, await aWholeDraft(seller)));
  const seen = { listingId: live.listingId, version: live.version };
  expect(await showWords(seller.actor, { ...seen, words: [] })).toEqual({ ok: false, refusal: { code: "listing.incomplete", missing: ["words"] } });
  expect(await showFacts(seller.actor, { ...seen, ...facts, hs: "" })).toEqual({ ok: false, refusal: { code: "listing.incomplete", missing: ["hs"] } });
  expect(await arrangePictures(seller.actor, { ...seen, pictures: [] })).toEqual({ ok: false, refusal: { code: "listing.incomplete", missing: ["picture"] } });
  expect(await database().productText.count({ where: { product: { listings: { some: { id: live.listingId } } } } })).toBe(1);
});

test("new words of a live listing are found, the old ones are not", async () => {
  const live = must(await showListing(seller.actor, await aWholeDraft(seller, "Espadrille")));
  must(await showWords(seller.actor, { listingId: live.listingId, version: live.version, words: [{ language: "en", title: "Sandal", description: "Hand-stitched.", keywords: [] }] }));
  expect((await onShelves(live.listingId)).documents).toBe(1);
});

test("another merchant can neither publish nor withdraw it, and an old version publishes nothing", async () => {
  const draft = await aWholeDraft(seller);
  expect(await showListing(other.actor, draft)).toEqual({ ok: false, refusal: { code: "listing.not-found" } });
  expect(await showListing(seller.actor, { listingId: draft.listingId, version: draft.version - 1 })).toEqual({ ok: false, refusal: { code: "listing.stale" } });
  const live = must(await showListing(seller.actor, draft));
  expect(await hideListing(other.actor, live)).toEqual({ ok: false, refusal: { code: "listing.not-found" } });
  expect((await onShelves(live.listingId)).shelves).toContain("all");
});

test("markets are chosen by name, and a market that is none is refused", async () => {
  const live = must(await showListing(seller.actor, await aWholeDraft(seller)));
  const seen = { listingId: live.listingId, version: live.version };
  expect(await showMarkets(seller.actor, { ...seen, marketPolicy: "only", markets: ["JP", "ZZ"] })).toEqual({ ok: false, refusal: { code: "listing.no-such-market", market: "ZZ" } });
  const chosen = must(await showMarkets(seller.actor, { ...seen, marketPolicy: "only", markets: ["JP", "ES", "JP"] }));
  expect(await database().shelfEntry.findFirstOrThrow({ where: { listingId: live.listingId } })).toMatchObject({ marketPolicy: "only", markets: ["ES", "JP"] });
  must(await showMarkets(seller.actor, { listingId: live.listingId, version: chosen.version, marketPolicy: "all", markets: ["JP"] }));
  expect(await database().listing.findUniqueOrThrow({ where: { id: live.listingId } })).toMatchObject({ marketPolicy: "all", markets: [] });
});
