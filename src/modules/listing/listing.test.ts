import { expect, test } from "vitest";
import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import { missingOf, publish, withdraw, type Completeness, type DraftListing } from "./listing";

const draft: DraftListing = { id: "lst_1" as Id<"listing">, number: 1, merchantId: "mer_1" as Id<"merchant">, productId: "prd_1" as Id<"product">, version: 1, state: "draft", publishedAt: null };
const whole: Completeness = { wholeTexts: 1, pictures: 1, hasCategory: true, hs: "640359", origin: "ES", weightGrams: 800, smallestSideMm: 110, offers: 2, pricedOffers: 2, placedOffers: 2 };
const at = "2026-11-23T10:00:00.000Z" as Instant;

test("an empty draft lacks everything, in the order of the steps", () => {
  const empty = { wholeTexts: 0, pictures: 0, hasCategory: false, hs: "", origin: "", weightGrams: 0, smallestSideMm: 0, offers: 0, pricedOffers: 0, placedOffers: 0 };
  expect(missingOf(empty)).toEqual(["words", "picture", "category", "hs", "origin", "weight", "price", "stock"]);
});

test("one offer without a price or without a place stops a listing", () => {
  expect(missingOf({ ...whole, pricedOffers: 1 })).toEqual(["price"]);
  expect(missingOf({ ...whole, placedOffers: 1 })).toEqual(["stock"]);
});

test("a weight without dimensions is not enough for a carrier", () => {
  expect(missingOf({ ...whole, smallestSideMm: 0 })).toEqual(["weight"]);
});

test("a complete draft goes live, an incomplete one says what it lacks", () => {
  expect(publish(draft, whole, at)).toMatchObject({ ok: true, value: { state: "live", publishedAt: at } });
  expect(publish(draft, { ...whole, pictures: 0, hs: "6403" }, at)).toEqual({ ok: false, refusal: { code: "listing.incomplete", missing: ["picture", "hs"] } });
});

test("a withdrawn listing comes back with its first day, and a draft cannot be withdrawn", () => {
  const live = publish(draft, whole, at);
  if (!live.ok) throw new Error("should be live");
  const off = withdraw(live.value);
  if (!off.ok) throw new Error("should be withdrawn");
  expect(publish(off.value, whole, "2027-01-01T00:00:00.000Z" as Instant)).toMatchObject({ ok: true, value: { publishedAt: at } });
  expect(withdraw(draft)).toEqual({ ok: false, refusal: { code: "listing.not-live" } });
});
