import fc from "fast-check";
import { expect, test } from "vitest";
import { add, compareRatios, decimal, divide, multiply, percent, ratio, roundDown, roundHalfEven, roundHalfUp, roundUp } from "./ratio";

const any = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => ratio(n, d));

test("rounding down, up and to the nearest bracket the exact value", () => {
  fc.assert(fc.property(any, (value) => {
    const [down, up, even, half] = [roundDown(value), roundUp(value), roundHalfEven(value), roundHalfUp(value)];
    expect(up - down).toBe(value.numerator % value.denominator === 0n ? 0n : 1n);
    expect(even >= down && even <= up && half >= down && half <= up).toBe(true);
  }));
});

test("banker's rounding does not drift: over all tenths of a whole its sum is the exact sum", () => {
  const halves = Array.from({ length: 1000 }, (_, index) => ratio(2 * index + 1, 2));
  const exact = halves.reduce((sum, half) => sum + half.numerator, 0n);
  expect(halves.reduce((sum, half) => sum + 2n * roundHalfEven(half), 0n)).toBe(exact);
  expect(halves.reduce((sum, half) => sum + 2n * roundHalfUp(half), 0n)).not.toBe(exact);
});

test("a division undoes a multiplication", () => {
  fc.assert(fc.property(any, any, (a, b) => {
    fc.pre(b.numerator !== 0n);
    expect(compareRatios(divide(multiply(a, b), b), a)).toBe(0);
  }));
});

test("a decimal text keeps every digit that was published", () => {
  expect(compareRatios(decimal("6.0492"), ratio(60_492, 10_000))).toBe(0);
  expect(compareRatios(percent("7.5"), ratio(75, 1000))).toBe(0);
  expect(compareRatios(add(decimal("0.1"), decimal("0.2")), decimal("0.3"))).toBe(0);
  for (const text of ["", "1e3", "NaN", "1,5", " 1", "--1", "0x10"]) expect(() => decimal(text)).toThrow(RangeError);
});

test("a ratio without a denominator is refused, and a negative one changes sides", () => {
  expect(() => ratio(1, 0)).toThrow(RangeError);
  expect(ratio(1, -2)).toEqual({ numerator: -1n, denominator: 2n });
});
