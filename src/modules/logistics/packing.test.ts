import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cartonGrams } from "./carton";
import { keeps, packByCode, packTogether, packWithin, type Goods } from "./packing";

const goods = (more: Partial<Goods> = {}): Goods => ({ quantity: 1, weightGrams: 500, sizeMm: [300, 200, 100], hs: "610910", flags: [], ...more });
const post = { maxGrams: 2000, maxLongestMm: 600, maxGirthMm: 1500, volumetric: 0 };
const volume = (sides: readonly number[]) => sides.reduce((product, side) => product * side, 1);

describe("packing", () => {
  it("one piece travels as it is, without a carton", () => {
    expect(packTogether([goods({ flags: ["fragile"] })])).toEqual([{ weightGrams: 500, sizeMm: [300, 200, 100], carton: null, flags: ["fragile"], contents: [{ item: 0, quantity: 1 }] }]);
  });
  it("three shirts stack to 300 × 220 × 120 mm, and 53 to a block and not to a tower", () => {
    expect(packTogether([goods({ quantity: 3, weightGrams: 250, sizeMm: [300, 220, 40] })])[0]).toMatchObject({ weightGrams: 750, sizeMm: [300, 220, 120] });
    expect(Math.max(...(packTogether([goods({ quantity: 53, sizeMm: [300, 220, 40] })])[0]?.sizeMm ?? []))).toBeLessThan(1000);
  });
  it("different goods lie in the smallest carton that holds them, cut to their height, with its weight", () => {
    const [parcel] = packTogether([goods({ sizeMm: [300, 220, 40] }), goods({ sizeMm: [300, 200, 110], hs: "640399" })]);
    expect(parcel).toMatchObject({ carton: "A4", sizeMm: [328, 238, 158], weightGrams: 1000 + cartonGrams([328, 238, 158]) });
  });
  it("fresh goods, loose batteries, and food beside cosmetics lie apart", () => {
    expect(packTogether([goods({ flags: ["perishable", "food"] }), goods()])).toHaveLength(2);
    expect(packTogether([goods({ flags: ["food"] }), goods({ flags: ["cosmetics"] }), goods()]).map(({ contents }) => contents.map(({ item }) => item))).toEqual([[0, 2], [1]]);
  });
  it("goods of two customs codes make two parcels when that is asked for", () => {
    expect(packByCode([goods(), goods({ hs: "640399" }), goods()]).map(({ contents }) => contents.map(({ item }) => item))).toEqual([[0, 2], [1]]);
  });
  it("seven pieces of 500 g go by a post of 2 kg in two parcels of four and three", () => {
    const parcels = packWithin([goods({ quantity: 7, sizeMm: [200, 100, 50] })], post);
    expect(parcels?.map(({ contents, weightGrams }) => [contents[0]?.quantity, weightGrams])).toEqual([[4, 2000], [3, 1500]]);
  });
  it("a piece that is too heavy or too long by itself cannot be split", () => {
    expect(packWithin([goods({ weightGrams: 2001 })], post)).toBeNull();
    expect(packWithin([goods({ sizeMm: [601, 10, 10] })], post)).toBeNull();
  });
  it("loses no piece, keeps every limit, and packs no parcel smaller than its goods", () => {
    const side = fc.integer({ min: 10, max: 580 });
    const line = fc.record({ quantity: fc.integer({ min: 1, max: 12 }), weightGrams: fc.integer({ min: 1, max: 1900 }), sizeMm: fc.tuple(side, side, side), hs: fc.constantFrom("610910", "640399"), flags: fc.constantFrom([], ["perishable"], ["food"], ["cosmetics"]) });
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const limit = { ...post, maxGrams: 5000, maxLongestMm: 1200, maxGirthMm: 3000 };
      for (const parcels of [packTogether(lines), packByCode(lines), packWithin(lines, limit) ?? []]) {
        if (parcels.length === 0) continue;
        lines.forEach((goodsLine, at) => expect(parcels.flatMap(({ contents }) => contents).filter(({ item }) => item === at).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(goodsLine.quantity));
        for (const parcel of parcels) {
          const inside = parcel.contents.reduce((sum, { item, quantity }) => sum + volume(lines[item]?.sizeMm ?? []) * quantity, 0);
          expect(volume(parcel.sizeMm)).toBeGreaterThanOrEqual(inside);
          expect(parcel.weightGrams).toBeGreaterThanOrEqual(parcel.contents.reduce((sum, { item, quantity }) => sum + (lines[item]?.weightGrams ?? 0) * quantity, 0));
        }
      }
      for (const parcel of packWithin(lines, limit) ?? []) expect(keeps(parcel, limit)).toBe(true);
    }), { numRuns: 60 });
  });
});
