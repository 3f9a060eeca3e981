import { expect, test } from "vitest";
import { money } from "@/kernel/money";
import { formatMoney, formatShelfPrice } from "./price";

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

test("money is written as people of the storefront write it", () => {
  expect(plain(formatMoney(money(12_990, "BRL"), "pt", "BR"))).toBe("R$ 129,90");
  expect(plain(formatMoney(money(1980, "JPY"), "ja", "JP"))).toBe("￥1,980");
  expect(plain(formatMoney(money(123_456, "EUR"), "de", "DE"))).toBe("1.234,56 €");
});

test("digits are the same on the shelf and at the till: Latin ones, in Arabic too", () => {
  expect(formatMoney(money(15_299, "SAR"), "ar", "SA")).toContain("152.99");
});

test("a Latin sign is not turned round in Arabic, and an Arabic one is left alone", () => {
  const reais = formatMoney(money(16_798, "BRL"), "ar", "BR");
  expect(reais).toMatch(/^\u2066.*R\$.*\u2069$/s);
  expect(reais).not.toContain("\u200f");
  expect(formatMoney(money(15_299, "SAR"), "ar", "SA")).not.toContain("\u2066");
});

test("no amount is shown rounded: rupiah get their two digits when there are any", () => {
  expect(plain(formatMoney(money(19_900_000, "IDR"), "id", "ID"))).toBe("Rp 199.000");
  expect(plain(formatMoney(money(89_640_502, "IDR"), "id", "ID"))).toBe("Rp 896.405,02");
});

test("a whole price in yuan stands on the shelf without fen, and with them in a sum", () => {
  expect(formatShelfPrice(money(19_900, "CNY"), "zh", "CN")).toBe("¥199");
  expect(formatShelfPrice(money(19_950, "CNY"), "zh", "CN")).toBe("¥199.50");
  expect(formatMoney(money(19_900, "CNY"), "zh", "CN")).toBe("¥199.00");
  expect(plain(formatShelfPrice(money(13_000, "BRL"), "pt", "BR"))).toBe("R$ 130,00");
});

test("an amount beyond what a float can hold keeps every digit", () => {
  expect(plain(formatMoney(money(900_719_925_474_099_301n, "USD"), "en", "US"))).toBe("$9,007,199,254,740,993.01");
});
