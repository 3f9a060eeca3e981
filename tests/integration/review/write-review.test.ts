import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { writeReview } from "@/modules/review/commands/write-review";
import { cursorAfter, findRatingOf, findReviewPart, listReviews, readCursor } from "@/modules/review/queries";
import { summaryOf, type Fit } from "@/modules/review/review";
import type { WriteReview } from "@/modules/review/schema";
import { newId } from "@/platform/clock";
import { database } from "@/platform/db";
import { insertRows } from "../../../prisma/seed/bulk";
import { addGoods, addMerchant, listingId, openShop } from "../discovery/shop";

const BR = countryCode("BR");
const dress = listingId(1) as Id<"listing">;
const shoes = listingId(2) as Id<"listing">;
let ana: Id<"user">, kenji: Id<"user">;

const addPerson = async (name: string): Promise<Id<"user">> => {
  const id = newId("user");
  await database().user.create({ data: { id, email: `${id}@example.com`, name } });
  return id;
};

/** A parcel that a person bought, with one listing in it, brought to a market. */
const addParcel = async (userId: Id<"user">, { state = "delivered", market = "BR", listing = dress, days = 9 }: Partial<{ state: string; market: string; listing: Id<"listing">; days: number }> = {}): Promise<Id<"consignment">> => {
  const [checkoutId, consignmentId] = [newId("checkout"), newId("consignment")];
  const currency = market === "JP" ? "JPY" : "BRL";
  const paidAt = "2026-10-01T12:00:00Z";
  await insertRows("checkout", [{ id: checkoutId, number: checkoutId.slice(-12), userId, email: "a@example.com", storefront: "pt-br", market, language: "pt", currency, total: 20000, state: "paid", address: {}, promise: {},
    cartId: checkoutId, cartVersion: 1, createdAt: paidAt, holdUntil: paidAt, paidAt }]);
  await insertRows("consignment", [{ id: consignmentId, checkoutId, merchantId: "mer_maker", part: 1, locationId: "loc_1_0", state, serviceId: "svc_1", serviceName: "Post", transport: "post", incoterm: "DDP", currency,
    goods: 10000, delivery: 2000, charges: 3000, total: 15000, merchantAmount: 2000, merchantCurrency: "EUR", promisedFrom: "2026-10-05", promisedTo: "2026-10-15", createdAt: paidAt, paidAt,
    shippedAt: paidAt, deliveredAt: state === "delivered" ? new Date(Date.parse(paidAt) + days * 86_400_000).toISOString() : null, version: 1 }]);
  await insertRows("order_line", [{ id: newId("line"), consignmentId, offerId: listing.replace("lst", "ofr"), listingId: listing, listingNumber: 1, title: "Dress", titleLanguage: "en", variantLabel: "38", picture: "", quantity: 1,
    unitPrice: 10000, currency, hs: "620449", origin: "ES" }]);
  await insertRows("consignment_charge", [["duty", 1000], ["tax", 2000]].map(([kind, amount], position) => ({ id: `chg_${consignmentId}_${position}`, consignmentId, position, kind, name: kind, amount, currency, due: "checkout", ruleId: "rul_1", ruleText: "",
    source: "", effectiveFrom: "2026-01-01", confidence: "high" })));
  return consignmentId;
};

const words = (over: Partial<WriteReview> & Pick<WriteReview, "consignmentId">): WriteReview => ({ listingId: dress, rating: 4, text: "Vestiu bem.", language: "pt", fit: "true", ...over });

beforeAll(async () => {
  await openShop();
  await addMerchant("maker");
  await addGoods([{ number: 1, titles: { en: "Dress" }, size: ["EU", "38"] }, { number: 2, titles: { en: "Shoes" } }]);
  [ana, kenji] = [await addPerson("Ana Beatriz Rocha"), await addPerson("Kenji Mori")];
});

beforeEach(async () => {
  await database().review.deleteMany();
  await database().ratingSummary.deleteMany();
});

describe("a buyer's review", () => {
  it("carries the facts of its own corridor, taken from the order and not from the form", async () => {
    const consignmentId = await addParcel(ana);
    expect(await writeReview({ userId: ana }, words({ consignmentId }))).toEqual({ ok: true, value: { number: 1, merchantSlug: "maker", brandSlug: "maker" } });
    const { own, summary, corridor } = await findReviewPart(dress, BR, "BRL");
    expect(own[0]).toMatchObject({ authorName: "Ana R.", authorCountry: "BR", rating: 4, text: "Vestiu bem.", fit: "true", sizeLabel: "38", daysToDoor: 9, importCharge: { amount: 3000n, currency: "BRL" } });
    expect(summary).toEqual({ count: 1, sum: 4, byCountry: { BR: { count: 1, sum: 4 } }, byRating: { 4: 1 }, fit: { true: 1 } });
    expect(corridor).toEqual({ days: { median: 9, of: 1 }, importCharge: { median: { amount: 3000n, currency: "BRL" }, of: 1 } });
  });

  it("is refused to somebody else, for something that was not in the parcel, and before it is on its way", async () => {
    const consignmentId = await addParcel(ana);
    expect(await writeReview({ userId: kenji }, words({ consignmentId }))).toMatchObject({ refusal: { code: "review.not-your-purchase" } });
    expect(await writeReview({ userId: ana }, words({ consignmentId, listingId: shoes }))).toMatchObject({ refusal: { code: "review.not-your-purchase" } });
    expect(await writeReview({ userId: ana }, words({ consignmentId: await addParcel(ana, { state: "paid" }) }))).toMatchObject({ refusal: { code: "review.too-early" } });
    expect(await database().review.count()).toBe(0);
    expect(await database().ratingSummary.count()).toBe(0);
  });

  it("is written once, also when the button is pressed twice at the same moment", async () => {
    const consignmentId = await addParcel(ana);
    const results = await Promise.all([1, 2, 3].map(() => writeReview({ userId: ana }, words({ consignmentId }))));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.refusal.code).toBe("review.already-written");
    expect((await findReviewPart(dress, BR, "BRL")).summary.count).toBe(1);
  });

  it("counts no fit for a thing without a size, and no days while the parcel is under way", async () => {
    const consignmentId = await addParcel(ana, { listing: shoes, state: "shipped" });
    expect((await writeReview({ userId: ana }, words({ consignmentId, listingId: shoes }))).ok).toBe(true);
    const { own, summary } = await findReviewPart(shoes, BR, "BRL");
    expect(own[0]).toMatchObject({ fit: null, daysToDoor: null });
    expect(summary.fit).toEqual({});
  });
});

describe("the reviews of a listing", () => {
  it("keep a running count that equals the count of all, with many writers at once", async () => {
    const parcels = await Promise.all(Array.from({ length: 12 }, (_, index) => addParcel(index % 3 ? ana : kenji, { market: index % 2 ? "BR" : "JP" })));
    await Promise.all(parcels.map((consignmentId, index) => writeReview({ userId: index % 3 ? ana : kenji }, words({ consignmentId, rating: 1 + (index % 5), fit: index % 4 ? "small" : null }))));
    const { summary } = await findReviewPart(dress, BR, "BRL");
    const all = await database().review.findMany();
    expect(summary).toEqual(summaryOf(all.map((review) => ({ rating: review.rating, authorCountry: countryCode(review.authorCountry), fit: review.fit as Fit | null }))));
    expect(summary.count).toBe(12);
    expect(await findRatingOf({ merchantId: "mer_maker" })).toEqual({ count: 12, sum: summary.sum });
  });

  it("come page by page, the own country first, each exactly once", async () => {
    await insertRows("review", Array.from({ length: 53 }, (_, index) => ({ id: newId("review"), listingId: dress, consignmentId: null, authorId: null, authorName: "A", authorCountry: index % 3 ? "JP" : "BR", language: "ja", rating: 5,
      text: "良い", fit: null, sizeLabel: null, daysToDoor: 5, importCharge: null, currency: null, createdAt: new Date(Date.UTC(2026, 0, 1 + (index % 10))).toISOString() })));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listReviews>> = await listReviews(dress, BR, readCursor(after ?? undefined));
      seen.push(...page.reviews.map((review) => `${review.authorCountry} ${review.id}`));
      const last = page.reviews.at(-1);
      expect(page.next === null || (last !== undefined && page.next === cursorAfter(last, BR))).toBe(true);
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(53);
    expect(seen.findIndex((key) => key.startsWith("JP"))).toBe(18);
    expect(readCursor("9'; drop table review")).toBeNull();
  });
});
