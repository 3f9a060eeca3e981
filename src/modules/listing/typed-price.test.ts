import fc from "fast-check";
import { expect, test } from "vitest";
import { money } from "@/kernel/money";
import { priceText, typedPrice } from "./typed-price";

const amount = (text: string, currency: Parameters<typeof typedPrice>[1]) => {
  const read = typedPrice(text, currency);
  return read.ok ? read.value.amount : null;
};

test("a comma, a point and Arabic digits are all understood", () => {
  expect(amount("39,90", "EUR")).toBe(3990n);
  expect(amount(" 39.9 ", "EUR")).toBe(3990n);
  expect(amount("٣٩٫٩٠", "SAR")).toBe(3990n);
  expect(amount("３９", "JPY")).toBe(39n);
  expect(amount("1.234", "KWD")).toBe(1234n);
});

test("what could mean two prices is refused", () => {
  for (const text of ["1.234", "1,234", "1.234,50", "1 000", "", "0", "0,00", "-5", "5e3", "abc", "9".repeat(13)]) expect(amount(text, "EUR"), text).toBeNull();
  expect(amount("19,80", "JPY")).toBeNull();
});

test("a price written into a field is read back as the same price", () => {
  fc.assert(fc.property(fc.bigInt(1n, 10n ** 12n - 1n), fc.constantFrom("EUR", "JPY", "KWD", "IDR"), (minor, currency) => {
    expect(amount(priceText(money(minor, currency)), currency)).toBe(minor);
  }));
});
