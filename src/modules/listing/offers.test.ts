import { expect, test } from "vitest";
import type { Id } from "@/kernel/id";
import { checkOffers, type TypedOffer } from "./offers";

const offer: TypedOffer = { offerId: null, colour: "navy", sizeSystem: "EU", sizeLabel: "38", capacity: null, weightGrams: 500, sku: "", price: "39,90", isActive: true, stock: [] };

test("good rows come back with prices in minor units", () => {
  expect(checkOffers([offer, { ...offer, sizeLabel: "39" }], "EUR", new Map())).toMatchObject({ ok: true, value: [{ price: 3990n }, { price: 3990n }] });
});

test("every fault is told by its field", () => {
  expect(checkOffers([offer, offer, { ...offer, sizeLabel: "40", price: "1.234" }, { ...offer, sizeLabel: "41", sizeSystem: null }], "EUR", new Map())).toEqual({
    ok: false, refusal: { code: "listing.offers-invalid", fields: { "offers.1.form": "same-variant", "offers.2.price": "bad-price", "offers.3.sizeLabel": "size-needs-system" } },
  });
});

test("an offer that shoppers have seen keeps its colour and size", () => {
  const id = "ofr_1" as Id<"offer">;
  const fixed = new Map([[id, { colour: "navy", sizeSystem: "EU", sizeLabel: "38", capacity: null }]]);
  expect(checkOffers([{ ...offer, offerId: id, price: "45" }], "EUR", fixed).ok).toBe(true);
  expect(checkOffers([{ ...offer, offerId: id, colour: "red" }], "EUR", fixed)).toMatchObject({ refusal: { fields: { "offers.0.form": "variant-fixed" } } });
});
