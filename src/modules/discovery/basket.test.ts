import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import { money } from "@/kernel/money";
import { plainDate, type Instant } from "@/kernel/time";
import { readRuleBook } from "@/modules/customs/rule-book";
import type { CarrierService } from "@/modules/logistics/quote";
import { basketOf, type Basket } from "./basket";
import { waysToTheDoor, type ParcelItem, type TradeFacts } from "./ways-to-the-door";

const book = ["EU", "ES", "FR"].flatMap((market) => readRuleBook(JSON.parse(readFileSync(new URL(`../../../prisma/seed/rules/${market}.json`, import.meta.url), "utf8"))));
const CN = countryCode("CN");
const [shirt, watch, bag] = ["610910", "910212", "420222"];
const from = plainDate("2026-01-01");

const courier: CarrierService = {
  id: "svc_eu", carrier: "Courier", name: "eu", transport: "courier", mode: "courier", speed: "standard", fromCountries: ["CN"], toCountries: ["ES", "FR"], excludedFlags: [],
  currency: "EUR", bands: [{ maxGrams: 5000, price: "800" }], maxGrams: 5000, maxLongestMm: 2000, maxGirthMm: 4000, volumetric: 0, surcharges: [], coverage: [], insurance: null, transitShares: [[2, 600], [4, 400]], hoursMin: null, hoursMax: null,
  transitMin: 5, transitMax: 9, customsMin: 1, customsMax: 3, incoterm: "DDP", tracked: true, effectiveFrom: from, effectiveTo: null, source: "test", checkedOn: from, confidence: "high",
};

const item = (hs: string, euros: number, over: Partial<ParcelItem> = {}): ParcelItem =>
  ({ hs, unitPrice: money(euros * 100, "EUR"), quantity: 1, origin: CN, weightGrams: 200, sizeMm: [200, 150, 30], flags: [], categoryId: "aa-1", documents: [], ...over });

const basket = (market: "ES" | "FR", items: readonly ParcelItem[], { price = "800", at = "2026-11-23T12:00:00.000Z" } = {}): Basket | null => {
  const code = countryCode(market);
  const facts: TradeFacts = {
    market: { code, currency: "EUR", timeZone: "Europe/Paris", state: "open", stateReason: null, visitorPolicy: {} }, shipTo: { code, shipTo: true, shipToReason: null }, restrictions: [],
    at: at as Instant, rules: book, rates: [], calendars: new Map(), services: [{ ...courier, bands: [{ maxGrams: 5000, price }] }],
  };
  const parcel = { from: { country: CN, kind: "origin" as const }, handlingDays: 1, items, region: null, postcode: null };
  const ways = waysToTheDoor(parcel, facts);
  if (!ways.ok) throw new Error(ways.refusal.code);
  return basketOf(parcel, ways.value[0], facts);
};

describe("a basket for the European Union", () => {
  test("another T-shirt to five adds no duty: one customs code bears 3 EUR once", () => {
    expect(basket("ES", [item(shirt, 10, { quantity: 5 })])?.sameKind).toEqual(money(0, "EUR"));
  });

  test("a watch beside a T-shirt bears its own 3 EUR, with the VAT on it 3.63 in Spain", () => {
    expect(basket("ES", [item(shirt, 10)])?.anotherKind).toEqual(money(363, "EUR"));
  });

  test("a third customs code adds 3.00 duty and 0.63 VAT", () => {
    expect(basket("ES", [item(shirt, 10), item(watch, 20)])).toMatchObject({ sameKind: money(0, "EUR"), anotherKind: money(363, "EUR") });
  });

  test("two kinds are best sent together where a second parcel costs a second delivery with its VAT, and the hint says how much", () => {
    expect(basket("ES", [item(shirt, 10), item(watch, 20)])?.grouping).toEqual({ best: "together", parcels: 1, saves: money(968, "EUR") });
  });

  test("France adds its own fee for another code, in force since March 2026", () => {
    const france = basket("FR", [item(shirt, 10), item(bag, 30)]);
    expect(france?.sameKind).toEqual(money(0, "EUR"));
    expect(france?.anotherKind?.amount).toBeGreaterThanOrEqual(560n);
  });

  test("nothing is said before the flat duty was in force", () => {
    expect(basket("ES", [item(shirt, 10), item(watch, 20)], { at: "2026-06-15T12:00:00.000Z" })).toBeNull();
  });
});
