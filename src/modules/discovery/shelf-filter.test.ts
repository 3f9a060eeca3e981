import { describe, expect, it } from "vitest";
import { countAsked, everything, filterValues, readCursor, readFilter, readPrice, writeCursor } from "./shelf-filter";

describe("a filter in an address", () => {
  it("comes back as it went", () => {
    const filter = { ...everything, sort: "price-up" as const, brands: ["kurashiki"], origins: ["JP", "KR"], priceMin: { amount: 1050n, currency: "BRL" as const }, colours: ["navy"], sizes: ["women-shoes:EU:38"], delivery: "direct" as const, cursor: [12n, 10_001n] };
    const values: Record<string, string[]> = {};
    for (const [name, value] of filterValues(filter)) (values[name] ??= []).push(value);
    expect(readFilter(values, "BRL")).toEqual(filter);
    expect(countAsked(filter)).toBe(7);
  });
  it("asks nothing where it makes no sense", () => {
    expect(readFilter({ sort: "x", brand: "a'b", origin: "zz", min: "-3", max: "1e9", size: "::", colour: "#fff", delivery: "y", after: "'; drop" }, "JPY")).toEqual(everything);
  });
});

describe("a price as people type it", () => {
  it.each([["129,90", 12990n], ["129.9", 12990n], ["1.299", 129900n], ["1,299.50", 129950n], ["1 299", 129900n], ["12", 1200n]])("%s in reais", (text, amount) =>
    expect(readPrice(text, "BRL")).toEqual({ amount, currency: "BRL" }));
  it("has no decimals where the money has none", () => expect(readPrice("1.980", "JPY")).toEqual({ amount: 1980n, currency: "JPY" }));
  it.each(["", "abc", "1e5", "-2", "99999999999999999999"])("%s is no price", (text) => expect(readPrice(text, "BRL")).toBeNull());
});

describe("a cursor", () => {
  it("survives an address", () => expect(readCursor(writeCursor([-5n, 9_000_000_000_000_000_000n, 7n]))).toEqual([-5n, 9_000_000_000_000_000_000n, 7n]));
  it.each(["", "a", "a~b~c~d", "a~~b", "zzzzzzzzzzzzzz~1", "A~1", "zzzzzzzzzzzzz~1"])("%s is none", (text) => expect(readCursor(text)).toBeNull());
});
