import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isCountryCode } from "@/kernel/country";
import { isCurrency } from "@/kernel/currency";
import type { MarketProfile, ShipTo } from "./market";

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../prisma/seed/data/${name}.json`, import.meta.url), "utf8"));
const markets = read("markets") as (MarketProfile & { sources: { source: string }[] })[];
const countries = read("countries") as (ShipTo & { currency: string | null; timeZone: string | null })[];

const isZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== null;
  } catch {
    return false;
  }
};

describe("the seeded markets", () => {
  it("are the twenty of the house, in an order of their own", () => {
    expect(markets.map((market) => market.code).sort()).toEqual("AE AU BR CA CN DE ES FR GB ID IN JP KR MX NG PL RU SA SG US".split(" "));
    expect(new Set(markets.map((market) => market.position)).size).toBe(20);
  });
  it("are complete: a currency, a zone, a weekend, endings without a limit at the top, sources", () => {
    for (const market of markets) {
      expect(isCurrency(market.currency), market.code).toBe(true);
      expect(isZone(market.timeZone), market.code).toBe(true);
      expect(market.languages.length, market.code).toBeGreaterThan(0);
      expect(market.weekend.every((day) => day >= 1 && day <= 7), market.code).toBe(true);
      expect(market.priceEndings.steps.at(-1)?.upTo, market.code).toBeNull();
      expect(market.sources.length, market.code).toBeGreaterThan(2);
      expect(market.state === "open" || market.stateReason !== null, market.code).toBe(true);
      for (const { rule } of market.calendar) expect(rule).toMatch(/^(\d\d-\d\d|-?\d-[1-7]-\d\d)$/);
    }
  });
});

describe("the seeded countries", () => {
  it("are all 249 of ISO 3166-1, each with a currency we may not count in, and a zone that exists", () => {
    expect(countries).toHaveLength(249);
    for (const country of countries) {
      expect(isCountryCode(country.code)).toBe(true);
      if (country.timeZone !== null) expect(isZone(country.timeZone), country.code).toBe(true);
    }
  });
  it("say why, wherever goods may not be sent", () => {
    for (const country of countries) expect(country.shipTo, country.code).toBe(country.shipToReason === null);
    expect(countries.filter((country) => country.shipTo).map((country) => country.code).sort())
      .toEqual(markets.filter((market) => market.state === "open").map((market) => market.code).sort());
  });
});
