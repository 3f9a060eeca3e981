import fc from "fast-check";
import { expect, test } from "vitest";
import { currencies, exponentOf, isCurrency } from "./currency";
import { allocate, convert, isLess, minus, money, plus, shareHalfEven, toMoneyJson, total } from "./money";
import { decimal, percent, ratio } from "./ratio";

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 30 });

test("splitting an amount never loses or makes a minor unit", () => {
  fc.assert(fc.property(amount, weights, (value, shares) => {
    expect(total(allocate(money(value, "BRL"), shares), "BRL")).toEqual(money(value, "BRL"));
  }));
});

test("a part of a split is never more than one minor unit away from its exact share", () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), weights, (value, shares) => {
    const sum = shares.reduce((a, b) => a + b, 0n);
    fc.pre(sum > 0n);
    allocate(money(value, "EUR"), shares).forEach((part, index) => {
      const exact = value * (shares[index] ?? 0n);
      const off = part.amount * sum - exact;
      expect(off > -sum && off < sum).toBe(true);
    });
  }));
});

test("one real over three people is 34, 33 and 33 centavos", () => {
  expect(allocate(money(100, "BRL"), [1n, 1n, 1n]).map((part) => part.amount)).toEqual([34n, 33n, 33n]);
});

test("a tax of 19 % on 25,300 yen is 4,807 yen", () => {
  expect(shareHalfEven(money(25_300, "JPY"), percent(19))).toEqual(money(4807, "JPY"));
});

test("an exact half goes to the even neighbour", () => {
  expect(shareHalfEven(money(5, "EUR"), ratio(1, 2)).amount).toBe(2n);
  expect(shareHalfEven(money(15, "EUR"), ratio(1, 10)).amount).toBe(2n);
  expect(shareHalfEven(money(-5, "EUR"), ratio(1, 2)).amount).toBe(-2n);
});

test("ten euros at 6.0842 are 60.84 reais, and ten dollars at 149.5 are 1,495 yen without a decimal", () => {
  expect(convert(money(1000, "EUR"), decimal("6.0842"), "BRL")).toEqual(money(6084, "BRL"));
  expect(convert(money(1000, "USD"), decimal("149.5"), "JPY")).toEqual(money(1495, "JPY"));
  expect(convert(money(1495, "JPY"), decimal("0.0020560"), "KWD")).toEqual(money(3074, "KWD"));
});

test("money of two currencies is never added or compared", () => {
  expect(() => plus(money(1, "EUR"), money(1, "USD"))).toThrow(/mix/);
  expect(() => minus(money(1, "EUR"), money(1, "USD"))).toThrow(/mix/);
  expect(() => isLess(money(1, "EUR"), money(1, "USD"))).toThrow(/mix/);
});

test("every currency has the minor units of ISO 4217, not the digits that a browser prints", () => {
  expect([exponentOf("IDR"), exponentOf("HUF"), exponentOf("JPY"), exponentOf("KRW"), exponentOf("KWD"), exponentOf("BRL")]).toEqual([2, 2, 0, 0, 3, 2]);
  // The negative control: what Intl says would store rupiah a hundred times too large.
  expect(new Intl.NumberFormat("en", { style: "currency", currency: "IDR" }).resolvedOptions().maximumFractionDigits).not.toBe(exponentOf("IDR"));
  expect(currencies.every(isCurrency)).toBe(true);
  expect(isCurrency("toString")).toBe(false);
});

test("public money is minor units as text", () => {
  expect(toMoneyJson(money(12_990, "BRL"))).toEqual({ amount: "12990", currency: "BRL" });
});
