import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderNumber, sequenceOf } from "./order-number";

describe("an order number", () => {
  it("goes back to the sequence it came from, so no two orders share one", () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: (1n << 40n) - 1n }), (n) => sequenceOf(orderNumber(n)) === n));
    expect(new Set(Array.from({ length: 20_000 }, (_, i) => orderNumber(BigInt(100_003 + i)))).size).toBe(20_000);
  });
  it("tells nothing about how many orders there are: neighbours lie far apart", () => {
    const first = Array.from({ length: 200 }, (_, i) => orderNumber(BigInt(100_003 + i)).slice(0, 7));
    expect(new Set(first).size).toBeGreaterThan(190);
  });
  it("is written without letters that look like digits", () => {
    expect(orderNumber(100_003n)).toMatch(/^EN-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(sequenceOf("EN-OOOO-0000")).toBe(null);
  });
});
