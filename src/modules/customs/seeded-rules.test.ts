import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryCode as c } from "@/kernel/country";
import { currencies, type Currency } from "@/kernel/currency";
import { money, plus, total, type Money } from "@/kernel/money";
import { addDays, plainDate } from "@/kernel/time";
import type { Rate } from "@/modules/fx/rate";
import { readRateTable } from "@/modules/fx/rate-table";
import type { LandedCostInput, LandedItem } from "./declaration";
import { landedCost, type LandedCost } from "./landed-cost";
import { taxRegions } from "./rule";
import { readRuleBook } from "./rule-book";
import { prepareRules } from "./rule-index";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"));
const files = readdirSync(new URL("../../../prisma/seed/rules/", import.meta.url)).filter((name) => /^[A-Z]{2}\.json$/.test(name));
const rules = files.flatMap((name) => readRuleBook(read(`prisma/seed/rules/${name}`)));
const backwards = [...rules].reverse();
const markets = (read("prisma/seed/data/markets.json") as { code: string; currency: Currency }[]).map(({ code, currency }) => ({ code: c(code), currency }));
// The embedded rates, as if they had always held: what is tried here are days of rules, not of rates.
const rates: Rate[] = readRateTable(read("prisma/seed/data/fx-rates.json")).map((rate) => ({ ...rate, observedOn: plainDate("2020-01-01"), validUntil: plainDate("2031-12-31") }));
const counted = currencies.filter((currency) => currency === "EUR" || rates.some((rate) => rate.quote === currency));

const nobody = { usedThisYear: null, sameDayValue: null, usesThisYear: null };
const shirt = "610910", watch = "910212", bag = "420222", lamp = "940521", cream = "330499", wine = "220421", book = "490199";
const goods = (hs: string, quantity: number, unitPrice: Money, more: Partial<LandedItem> = {}): LandedItem => ({ hs, origin: c("CN"), quantity, unitPrice, weightGrams: 200, ...more });
const input = (to: string, items: readonly LandedItem[], more: Partial<LandedCostInput> = {}): LandedCostInput => {
  const currency = markets.find(({ code }) => code === to)?.currency ?? "EUR";
  return { market: c(to), region: null, date: plainDate("2026-11-23"), shipFrom: c("CN"), transport: "courier", mode: "cross-border", currency, freight: money(0, currency), insurance: null, buyer: nobody, items, ...more };
};
const land = (asked: LandedCostInput, book_ = rules): LandedCost => {
  const landed = landedCost(asked, book_, rates);
  if (!landed.ok) throw new Error(JSON.stringify(landed.refusal));
  return landed.value;
};
const line = (landed: LandedCost, name: string) => landed.charges.find((charge) => charge.name === name)?.amount.amount;

describe("properties of a landed cost", () => {
  const day = fc.integer({ min: 0, max: 365 * 8 + 1 }).map((days) => addDays(plainDate("2023-01-01"), days));
  const anyGoods = (most: bigint) => fc.array(
    fc.tuple(fc.constantFrom(shirt, watch, bag, lamp, cream, wine, book), fc.integer({ min: 1, max: 3 }), fc.bigInt(1n, most), fc.constantFrom("CN", "US", "ES", "BR").map(c))
      .map(([hs, quantity, amount, origin]) => goods(hs, quantity, money(amount, "USD"), { origin })), { minLength: 1, maxLength: 5 });
  const anyCase = fc.tuple(fc.constantFrom(...markets), anyGoods(60_000n), fc.record({
    shipFrom: fc.constantFrom("CN", "US", "ES", "JP", "BR", "GB").map(c), transport: fc.constantFrom("post" as const, "courier" as const, "bonded" as const),
    mode: fc.constantFrom("cross-border" as const, "general-trade" as const), region: fc.constantFrom(null, "SP", "MG", "CA", "ON", "QC", "OR"), date: day, freight: fc.bigInt(0n, 10_000n).map((amount) => money(amount, "USD")),
  })).map(([{ code }, items, more]) => input(code, items, more));

  it("is never below the goods; its lines are its total; now and on arrival are all of it; the same input has the same answer, on any day from 2023 to 2030", () => {
    fc.assert(fc.property(anyCase, (asked) => {
      const landed = land(asked);
      expect(landed.total.amount >= landed.goods.amount).toBe(true);
      expect(total([landed.goods, landed.freight, ...landed.charges.map((charge) => charge.amount)], landed.total.currency)).toEqual(landed.total);
      expect(plus(landed.payableNow, landed.payableOnArrival)).toEqual(landed.total);
      expect(landed.charges.every((charge) => charge.amount.amount >= 0n)).toBe(true);
      expect(land(asked)).toEqual(landed);
      expect(land(asked, backwards)).toEqual(landed);
    }), { numRuns: 300 });
  });
  it("has lines that are its total in every currency that the shop counts in", () => {
    fc.assert(fc.property(anyCase, fc.constantFrom(...counted), (asked, currency) => {
      const landed = land({ ...asked, currency });
      expect(total([landed.goods, landed.freight, ...landed.charges.map((charge) => charge.amount)], currency)).toEqual(landed.total);
    }), { numRuns: 150 });
  });
  it("rises with the price inside one band of the tariff", () => {
    fc.assert(fc.property(fc.constantFrom(...markets), fc.bigInt(1n, 1000n), fc.bigInt(0n, 500n), ({ code }, price, more) => {
      const at = (amount: bigint) => land(input(code, [goods(lamp, 1, money(amount, "USD"))])).total.amount;
      expect(at(price) <= at(price + more)).toBe(true);
    }));
  });
  it("splitting and summing is identity where every charge is a share of the value", () => {
    // Two halves of equal lines: what is rounded is rounded in each, so they may differ by a minor unit a charge, and a whole rupiah counts as one.
    fc.assert(fc.property(fc.constantFrom("AE", "AU", "IN", "SG", "SA").map(String), fc.bigInt(1n, 10_000n), (to, price) => {
      const items = [goods(lamp, 1, money(price, "USD")), goods(lamp, 1, money(price, "USD"))];
      const whole = land(input(to, items));
      const parts = items.map((each) => land(input(to, [each])));
      const gap = parts.reduce((sum, { total: { amount } }) => sum + amount, 0n) - whole.total.amount;
      expect(gap >= -6n && gap <= 6n, `${to} ${price}: ${gap}`).toBe(true);
      // The order in which things lie in the parcel is nothing to customs.
      expect(land(input(to, [...items].reverse()))).toEqual(whole);
    }));
  });
  it("declared as one line of three pieces or as three lines of one is the same, flat fees too", () => {
    fc.assert(fc.property(fc.constantFrom(...markets), fc.bigInt(1n, 9_000n), day, ({ code, currency }, price, date) => {
      const three = land(input(code, [goods(lamp, 3, money(price, currency))], { date }));
      const lines = land(input(code, [1, 2, 3].map(() => goods(lamp, 1, money(price, currency))), { date }));
      expect(lines.charges.map(({ amount, rule }) => [rule.id, amount])).toEqual(three.charges.map(({ amount, rule }) => [rule.id, amount]));
    }), { numRuns: 150 });
  });
  it("knows or says that it does not know, for every market on the first and last day of every row", () => {
    const days = [...new Set(rules.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, ...(effectiveTo ? [addDays(effectiveTo, -1), effectiveTo] : [])]))].filter((on) => on >= "2023-01-01" && on < "2031-01-01");
    expect(days.length).toBeGreaterThan(40);
    const prepared = prepareRules(rules);
    for (const date of days) for (const { code } of markets) {
      const landed = landedCost(input(code, [goods(lamp, 1, money(1000, "USD")), goods(bag, 1, money(30000, "USD"))], { date }), prepared, rates);
      if (!landed.ok) throw new Error(`${code} ${date}: ${landed.refusal.code}`);
      const { refusal, charges } = landed.value;
      expect(refusal === null || refusal.missing !== undefined, `${code} ${date}`).toBe(true);
      // What is not missing was said: no tax line and no word about it would be a silent zero.
      const isTaxed = charges.some((charge) => charge.kind === "tax" || charge.kind === "relief");
      expect(isTaxed || refusal?.missing?.includes("tax"), `${code} ${date}`).toBe(true);
    }
  });
});

describe("the seeded rule book", () => {
  it("has a file for every seeded market and for the Union", () => {
    expect([...markets.map(({ code }) => `${code}.json`), "EU.json"].filter((name) => !files.includes(name))).toEqual([]);
  });
  it("has no two rows of one id; every row a source, a text and two people, unless it is a draft; and its name has words", () => {
    const words = (read("src/i18n/messages/en.json") as { customs: { charges: Record<string, string> } }).customs.charges;
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThan(240);
    for (const { id, author, approver, kind, name } of rules) {
      expect(author, id).not.toBe(approver);
      if (kind !== "valuation" && kind !== "threshold") expect(Object.hasOwn(words, name), `${id}: ${name}`).toBe(true);
    }
    expect(rules.filter(({ approver }) => approver === null).map(({ id }) => id).sort()).toEqual(["rul_eu_handling_fee", "rul_it_parcel_fee"]);
  });
  it("knows the tax of every state of Brazil and the United States and every province of Canada, one by one", () => {
    expect(["BR", "US", "CA", "FR"].map((market) => taxRegions(rules, c(market)).length)).toEqual([27, 51, 13, 0]);
  });
  it("asks no duty of goods that stay inside a country, and knows their tax, in every seeded market", () => {
    for (const { code } of markets) {
      const landed = land(input(code, [goods(lamp, 1, money(10000, "USD"))], { shipFrom: code }));
      expect([landed.refusal, landed.charges.some((charge) => charge.kind === "duty")], code).toEqual([null, false]);
    }
  });
  it("has a row about duty and about tax for a parcel into every seeded market today", () => {
    for (const { code } of markets) {
      const landed = land(input(code, [goods(lamp, 1, money(1000, "USD"))]));
      expect(landed.charges.length, code).toBeGreaterThan(0);
      expect(landed.refusal?.missing ?? [], code).toEqual([]);
    }
  });
  it("treats bonded goods in China as an import, with the tax of cross-border retail", () => {
    const landed = land(input("CN", [goods(cream, 1, money(10000, "CNY"))], { transport: "bonded" }));
    expect(landed.charges.map((charge) => charge.name)).toEqual(["duty-free", "cross-border-tax"]);
  });
  it("US: the estimate stands in for the layers that are not in the book, and Brazil's 25 % come on top; an importing firm is told that the tariff is not known", () => {
    const from = (origin: string, more: Partial<LandedCostInput> = {}) => land(input("US", [goods(bag, 1, money(10000, "USD"), { origin: c(origin) })], { shipFrom: c(origin), region: "OR", ...more }));
    expect(from("CN")).toMatchObject({ refusal: null, total: money(11120, "USD") });
    expect(from("BR")).toMatchObject({ refusal: null, total: money(13620, "USD") });
    expect(line(from("BR", { date: plainDate("2026-07-21") }), "additional-duty")).toBeUndefined();
    expect(from("BR", { mode: "general-trade" })).toMatchObject({ refusal: { missing: ["duty"] }, payableOnArrival: money(2500, "USD") });
  });
  it("RU: a parcel of 31 kg is light enough, one gram more is not known; the tax steps of the bill follow one another", () => {
    const of = (weightGrams: number, on = "2026-11-23") => land(input("RU", [goods(lamp, 1, money(10000, "EUR"), { weightGrams })], { date: plainDate(on) }));
    expect([of(31000).refusal, of(31001).refusal?.missing]).toEqual([null, ["duty"]]);
    const steps = ["2026-12-31", "2027-01-01", "2028-01-01", "2029-01-01"].map((on) => { const { goods: { amount }, total: { amount: all } } = of(200, on); return Math.round((Number(all - amount) / Number(amount)) * 100); });
    expect(steps).toEqual([0, 5, 10, 15]);
    expect(of(200, "2030-01-01").refusal?.missing).toEqual(["tax"]);
  });
  it("EU: wine and other excise goods do not pass for three euros, nobody here knows their duty", () => {
    expect(land(input("DE", [goods(wine, 1, money(2000, "EUR"), { origin: c("US") })], { shipFrom: c("US") })).refusal?.missing).toEqual(["duty", "tax"]);
    expect(land(input("DE", [goods(wine, 1, money(2000, "EUR"), { origin: c("ES") })], { shipFrom: c("ES") })).refusal).toBeNull();
  });
  it("RO: 25 lei a parcel on top of the Union's duty and 21 %", () => {
    const landed = land(input("RO", [goods(shirt, 2, money(2000, "EUR"))], { currency: "RON", freight: money(0, "RON") }));
    expect([line(landed, "parcel-fee"), landed.refusal]).toEqual([2500n, null]);
  });
  it("JP: food bears 8 %, before and after platforms take the tax", () => {
    const at = (on: string) => { const { charges } = land(input("JP", [goods("090240", 1, money(5000, "JPY"))], { shipFrom: c("JP"), date: plainDate(on) })); return charges.map(({ amount }) => amount.amount); };
    expect(at("2026-11-23")).toEqual([400n]);
    const platform = land(input("JP", [goods("090240", 1, money(5000, "JPY"))], { date: plainDate("2028-04-01") }));
    expect(line(platform, "consumption-tax")).toBe(400n);
  });
});

