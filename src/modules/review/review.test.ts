import fc from "fast-check";
import { expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import type { Instant } from "@/kernel/time";
import { averageOf, daysToDoor, firstReviews, fitVerdict, mayReview, publicName, summaryOf } from "./review";

const at = (n: number) => ({ id: `rev_${n}` as const, at: `2026-11-${String(n).padStart(2, "0")}T00:00:00.000Z` as Instant });

test("reviews of the shopper's own country come first, the newest before the older", () => {
  const { own, others } = firstReviews([at(1), at(9), at(5)], [at(20), at(22)]);
  expect(own.map((r) => r.id)).toEqual(["rev_9", "rev_5", "rev_1"]);
  expect(others.map((r) => r.id)).toEqual(["rev_22", "rev_20"]);
});

test("however many the own country wrote, others keep two places; without others the own country has all", () => {
  const many = Array.from({ length: 9 }, (_, n) => at(n + 1));
  expect(firstReviews(many, many).own).toHaveLength(4);
  expect(firstReviews(many, many).others).toHaveLength(2);
  expect(firstReviews(many, []).own).toHaveLength(6);
  expect(firstReviews([], many).others).toHaveLength(6);
  fc.assert(fc.property(fc.nat(12), fc.nat(12), (a, b) => {
    const shown = firstReviews(many.slice(0, a), many.slice(0, b));
    expect(shown.own.length + shown.others.length).toBe(Math.min(6, Math.min(9, a) + Math.min(9, b)));
  }));
});

test("the summary counts every review once, by country, by stars and by fit", () => {
  const summary = summaryOf([
    { rating: 5, authorCountry: countryCode("BR"), fit: "true" }, { rating: 4, authorCountry: countryCode("BR"), fit: null }, { rating: 1, authorCountry: countryCode("JP"), fit: "small" },
  ]);
  expect(summary).toEqual({ count: 3, sum: 10, byCountry: { BR: { count: 2, sum: 9 }, JP: { count: 1, sum: 1 } }, byRating: { 5: 1, 4: 1, 1: 1 }, fit: { true: 1, small: 1 } });
  expect(averageOf(summary)).toBeCloseTo(3.33, 2);
  expect(averageOf(summaryOf([]))).toBe(0);
});

test("the buyers' verdict on the size needs three votes and a majority", () => {
  expect(fitVerdict({ small: 2 })).toBeNull();
  expect(fitVerdict({ small: 3, true: 1 })).toMatchObject({ verdict: "small", votes: 4 });
  expect(fitVerdict({ small: 2, true: 2 })).toMatchObject({ verdict: "divided" });
});

test("only a buyer whose parcel is on its way may write, and only once", () => {
  expect(mayReview(null)).toMatchObject({ refusal: { code: "review.not-your-purchase" } });
  expect(mayReview({ state: "paid", isReviewed: false })).toMatchObject({ refusal: { code: "review.too-early" } });
  expect(mayReview({ state: "delivered", isReviewed: true })).toMatchObject({ refusal: { code: "review.already-written" } });
  expect(mayReview({ state: "shipped", isReviewed: false }).ok).toBe(true);
});

test("strangers see a name shortened", () => {
  expect(publicName("Ana Beatriz Rocha")).toBe("Ana R.");
  expect(publicName("王小明")).toBe("王*");
  expect(publicName("  ")).toBe("");
});

test("days to the door are whole days, and unknown while the parcel is under way", () => {
  const paidAt = "2026-11-23T20:00:00.000Z" as Instant;
  expect(daysToDoor({ paidAt, deliveredAt: "2026-11-26T09:00:00.000Z" as Instant })).toBe(3);
  expect(daysToDoor({ paidAt, deliveredAt: null })).toBeNull();
});
