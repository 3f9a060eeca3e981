import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryCode as c } from "@/kernel/country";
import { money, total } from "@/kernel/money";
import { plainDate } from "@/kernel/time";
import { coverageOf, type PostcodeArea } from "./coverage";
import { mergeLines, priceLines, type Surcharge } from "./surcharge";
import { confidenceOf, estimatedShares } from "./transit";

const parcel = { weightGrams: 1000, sizeMm: [1300, 200, 100] as const };
const card: readonly Surcharge[] = [
  { kind: "fuel", percent: "12.5" }, { kind: "peak-season", percent: "6", from: plainDate("2026-11-01"), to: plainDate("2027-01-16") },
  { kind: "remote-area", amount: "1800" }, { kind: "oversize", overLongestMm: 1200, amount: "2400" }, { kind: "battery", amount: "350" },
];
const plain = { parcel, base: money(2000, "EUR"), flags: [], isRemote: false, day: plainDate("2026-06-18") };

describe("surcharges", () => {
  it("fall on the band's price alone: EUR 20.00, fuel 12.5 %, remote 18.00 make 40.50", () => {
    const lines = priceLines(card.filter(({ kind }) => kind !== "oversize"), { ...plain, isRemote: true });
    expect(lines).toEqual([{ kind: "base", amount: money(2000, "EUR") }, { kind: "fuel", amount: money(250, "EUR") }, { kind: "remote-area", amount: money(1800, "EUR") }]);
    expect(total(lines.map(({ amount }) => amount), "EUR")).toEqual(money(4050, "EUR"));
  });
  it("are asked for in their season, for long parcels and for batteries only", () => {
    const kinds = (more: Partial<typeof plain> & { flags?: readonly string[] }) => priceLines(card, { ...plain, ...more } as typeof plain).map(({ kind }) => kind);
    expect(kinds({})).toEqual(["base", "fuel", "oversize"]);
    expect(kinds({ parcel: { ...parcel, sizeMm: [1200, 200, 100] as never } })).toEqual(["base", "fuel"]);
    expect(kinds({ day: plainDate("2026-11-01") })).toContain("peak-season");
    expect(kinds({ day: plainDate("2027-01-16") })).not.toContain("peak-season");
    expect(priceLines(card, { ...plain, flags: ["battery-installed"] }).at(-1)).toEqual({ kind: "battery", amount: money(350, "EUR") });
  });
  it("merge to the same sum, one line a kind", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom("base" as const, "fuel" as const, "battery" as const), fc.bigInt(0n, 10_000n)), { maxLength: 20 }), (pairs) => {
      const lines = pairs.map(([kind, amount]) => ({ kind, amount: money(amount, "EUR") }));
      const merged = mergeLines(lines, "EUR");
      expect(new Set(merged.map(({ kind }) => kind)).size).toBe(merged.length);
      expect(total(merged.map(({ amount }) => amount), "EUR")).toEqual(total(lines.map(({ amount }) => amount), "EUR"));
    }));
  });
});

describe("coverage by postcode", () => {
  const areas: readonly PostcodeArea[] = [
    { country: "CN", from: "83", to: "85", is: "remote" }, { country: "CN", from: "85", to: "85", is: "not-served" },
    { country: "GB", from: "B", to: "B", is: "remote" }, { country: "GB", from: "KA27", to: "KA28", is: "remote" },
  ];
  const of = (country: string, postcode?: string) => coverageOf(areas, { country: c(country), ...(postcode ? { postcode } : {}) });
  it("knows Urumqi from Shanghai, and that Lhasa is not served at all", () => {
    expect([of("CN", "830000"), of("CN", "200000"), of("CN", "850000")]).toEqual(["remote", "served", "not-served"]);
  });
  it("reads British letters as areas: B1 is Birmingham, BA1 is Bath", () => {
    expect([of("GB", "b1 1aa"), of("GB", "BA1 1AA"), of("GB", "KA27 8AA"), of("GB", "KA2 9AA")]).toEqual(["remote", "served", "remote", "served"]);
  });
  it("takes an unknown postcode for a served one, and another country's for its own", () => {
    expect([of("CN"), of("US", "83001")]).toEqual(["served", "served"]);
  });
});

describe("how sure a window is", () => {
  it("days 2 to 4 with 900 of a thousand spread as 450, 300, 150 and a tail", () => {
    expect(estimatedShares(2, 4, 900)).toEqual([[2, 450], [3, 300], [4, 150], [5, 67], [6, 33]]);
  });
  it("is at least what transit alone keeps, because quick customs makes up for slow transit", () => {
    fc.assert(fc.property(fc.nat(20), fc.nat(15), fc.integer({ min: 500, max: 1000 }), fc.nat(3), fc.nat(4), (min, more, onTime, customs, longer) => {
      const shares = estimatedShares(min, min + more, onTime);
      expect(shares.reduce((sum, [, share]) => sum + share, 0)).toBe(1000);
      const sure = confidenceOf(shares, [customs, customs + longer], min + more + customs + longer);
      expect(sure).toBeGreaterThanOrEqual(Math.floor(onTime / 10));
      expect(sure).toBeLessThanOrEqual(100);
    }));
    expect(confidenceOf([[2, 600], [4, 400]], [1, 1], 3)).toBe(60);
  });
});
