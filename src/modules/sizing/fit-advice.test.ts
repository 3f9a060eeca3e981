import { describe, expect, it } from "vitest";
import { adviseFit, leanOf, votesThatCount } from "./fit-advice";
import { sizeTables } from "./size";
import { fromPoints, type SizeTable } from "./size-table";

const women = { family: "women-clothing", system: "DE", tables: sizeTables, own: null, offered: ["36", "38", "40"], votes: {} } as const;
const shoes = { family: "women-shoes", system: "EU", tables: sizeTables, own: null, offered: ["37", "38", "39"], votes: {} } as const;
const own: SizeTable = { family: "women-shoes", system: "EU", source: "Sal", confidence: "high", sizes: fromPoints("foot", [["37", 23.2], ["38", 23.9], ["39", 24.6]]) };

describe("what buyers say about a size", () => {
  it("counts from enough of them, and when more than half agree", () => {
    expect(leanOf({ small: votesThatCount - 1 })).toBeNull();
    expect(leanOf({ small: 3, true: 2 })).toBe("small");
    expect(leanOf({ small: 3, true: 3 })).toBeNull();
    expect(leanOf({ large: 4, small: 1 })).toBe("large");
    expect(leanOf({ true: 9, small: 2 })).toBe("true");
  });
});

describe("the size to take", () => {
  it("is the one that the measures give, as sure as its table", () => {
    expect(adviseFit({ ...women, body: { bust: 880 } })).toMatchObject({ value: { label: "38", between: null, isShifted: false, sureness: "high", isBrands: false, isOffered: true } });
  });
  it("is one up where most buyers say that it runs small, one down where large, and less sure", () => {
    expect(adviseFit({ ...women, body: { bust: 880 }, votes: { small: 5 } })).toMatchObject({ value: { label: "40", isShifted: true, lean: "small", sureness: "medium" } });
    expect(adviseFit({ ...women, body: { bust: 880 }, votes: { large: 4, true: 1 } })).toMatchObject({ value: { label: "36", isShifted: true, lean: "large" } });
    expect(adviseFit({ ...women, body: { bust: 880 }, votes: { small: 4 } })).toMatchObject({ value: { label: "38", isShifted: false, lean: null, sureness: "high" } });
  });
  it("between two: a shoe is taken larger, anything else the nearer, and buyers have the casting vote", () => {
    expect(adviseFit({ ...women, body: { bust: 899 } })).toMatchObject({ value: { label: "38", between: ["38", "40"], sureness: "medium" } });
    expect(adviseFit({ ...women, body: { bust: 899 }, votes: { small: 6 } })).toMatchObject({ value: { label: "40", between: ["38", "40"], isShifted: false, sureness: "medium" } });
    const foot = { ...shoes, tables: [own, ...sizeTables], own, body: { foot: 242 } };
    expect(adviseFit(foot)).toMatchObject({ value: { label: "39", between: ["38", "39"] } });
    expect(adviseFit({ ...foot, votes: { large: 6 } })).toMatchObject({ value: { label: "38" } });
  });
  it("by a brand's own chart is not moved by buyers: the chart says already how it runs", () => {
    const asked = { ...shoes, tables: [own, ...sizeTables], own, body: { foot: 240 }, votes: { small: 9 } };
    expect(adviseFit(asked)).toMatchObject({ value: { label: "38", isBrands: true, isShifted: false, lean: "small", sureness: "medium" } });
  });
  it("says which measure would help, and whether the label can be bought", () => {
    expect(adviseFit({ family: "women-clothing", system: "RU", tables: sizeTables, own: null, offered: ["50"], votes: {}, body: { bust: 960, waist: 780 } })).toMatchObject({ value: { label: "48", helpful: "hip", isOffered: false } });
    expect(adviseFit({ ...shoes, body: { foot: 240 } })).toMatchObject({ value: { helpful: null } });
  });
  it("is not named without the measure that decides, nor for a body outside the sizes", () => {
    expect(adviseFit({ ...shoes, body: { bust: 900 } })).toMatchObject({ refusal: { code: "sizing.no-measure", measure: "foot" } });
    expect(adviseFit({ ...shoes, body: { foot: 310 } })).toMatchObject({ refusal: { code: "sizing.out-of-table" } });
  });
});
