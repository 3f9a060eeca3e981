import fc from "fast-check";
import { expect, test } from "vitest";
import { formatId, idPrefixes, isIdOf } from "./id";

test("an id tells its noun and sorts by the time it was made", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 41 }), fc.integer({ min: 1, max: 2 ** 40 }), fc.uint8Array({ minLength: 16, maxLength: 16 }), (time, later, bytes) => {
    const [first, second] = [formatId("listing", time, bytes), formatId("listing", time + later, bytes)];
    expect(first < second).toBe(true);
    expect(isIdOf("listing", first)).toBe(true);
    expect(isIdOf("merchant", first)).toBe(false);
  }));
});

test("no two nouns share a prefix", () => {
  expect(new Set(Object.values(idPrefixes)).size).toBe(Object.keys(idPrefixes).length);
});

test("text that only looks like an id is none", () => {
  for (const text of ["lst_", "lst_../../etc/passwd", "lst_" + "A".repeat(26), "lst_" + "0".repeat(27)]) expect(isIdOf("listing", text)).toBe(false);
});
