import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countryCode as c } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import { money, type Money } from "@/kernel/money";
import { decimal } from "@/kernel/ratio";
import { plainDate } from "@/kernel/time";
import type { Rate } from "@/modules/fx/rate";
import type { LandedCostInput } from "./declaration";
import { landedCost, type LandedCost } from "./landed-cost";
import { readRuleBook } from "./rule-book";

const folder = new URL("../../../prisma/seed/rules/", import.meta.url);
const rules = readdirSync(folder).filter((name) => /^[A-Z]{2}\.json$/.test(name)).flatMap((name) => readRuleBook(JSON.parse(readFileSync(new URL(name, folder), "utf8"))));
const perEuro: Partial<Record<Currency, string>> = {
  USD: "1.25", BRL: "6.25", CNY: "8", GBP: "0.8", JPY: "180", KRW: "1700", IDR: "20000", AUD: "1.6", INR: "100", SAR: "4.5", AED: "4.5", NGN: "1600", MXN: "20",
  CAD: "1.5", RUB: "90", SGD: "1.5", PLN: "4",
};
const rates: Rate[] = Object.entries(perEuro).map(([quote, rate]) => ({
  id: `fxr_${quote}`, base: "EUR", quote: quote as Currency, rate: decimal(rate), source: "test", confidence: "high",
  observedOn: plainDate("2020-01-01"), validUntil: plainDate("2031-01-01"),
}));
const moneyOf: Record<string, Currency> = {
  BR: "BRL", CN: "CNY", US: "USD", ES: "EUR", FR: "EUR", DE: "EUR", GB: "GBP", ID: "IDR", JP: "JPY", KR: "KRW", AU: "AUD", IN: "INR", SA: "SAR", AE: "AED",
  NG: "NGN", MX: "MXN", CA: "CAD", RU: "RUB", SG: "SGD", PL: "PLN",
};
const nobody = { usedThisYear: null, sameDayValue: null, usesThisYear: null };
const shirt = "610910", watch = "910212", bag = "420222", lamp = "940521", cream = "330499";

type Case = Partial<Omit<LandedCostInput, "items" | "date">> & { to: string; on?: string; items: readonly (readonly [hs: string, quantity: number, price: Money])[] };
const input = ({ to, on = "2026-11-23", items, ...more }: Case): LandedCostInput => ({
  market: c(to), region: null, date: plainDate(on), shipFrom: c("CN"), transport: "courier", mode: "cross-border", currency: moneyOf[to] ?? "EUR",
  freight: money(0, moneyOf[to] ?? "EUR"), insurance: null, buyer: nobody, ...more,
  items: items.map(([hs, quantity, unitPrice]) => ({ hs, quantity, unitPrice, origin: c("CN"), weightGrams: 200 })),
});
const land = (situation: Case): LandedCost => {
  const landed = landedCost(input(situation), rules, rates);
  if (!landed.ok) throw new Error(JSON.stringify(landed.refusal));
  return landed.value;
};
const line = (landed: LandedCost, name: string) => landed.charges.find((charge) => charge.name === name)?.amount.amount;
const kinds = (landed: LandedCost) => landed.charges.map((charge) => charge.kind);
const eur = (amount: number) => money(amount, "EUR");

describe("worked examples of the trade rules", () => {
  it("1 · EU: five T-shirts of one HS6 bear 3 EUR (Baker McKenzie)", () => {
    expect(line(land({ to: "ES", items: [[shirt, 5, eur(1000)]] }), "flat-duty")).toBe(300n);
  });
  it("2 · EU: a T-shirt and a watch bear 6 EUR (Baker McKenzie)", () => {
    expect(line(land({ to: "ES", items: [[shirt, 1, eur(1000)], [watch, 1, eur(2000)]] }), "flat-duty")).toBe(600n);
  });
  it("3 · ES: a third HS6 costs 3.00 duty and 0.63 VAT more", () => {
    const two = land({ to: "ES", items: [[shirt, 1, eur(1000)], [watch, 1, eur(2000)]] });
    const three = land({ to: "ES", items: [[shirt, 1, eur(1000)], [watch, 1, eur(1000)], [bag, 1, eur(1000)]] });
    expect(three.total.amount - two.total.amount).toBe(363n);
  });
  it("4 · CN: 1,000 RMB at VAT 13 % without consumption tax bear 91.00 RMB (EU SME Centre)", () => {
    const landed = land({ to: "CN", shipFrom: c("US"), items: [[cream, 1, money(100000, "CNY")]] });
    expect(line(landed, "cross-border-tax")).toBe(9100n);
    expect(landed.payableOnArrival.amount).toBe(0n);
  });
  it("5 · CN: who used 25,500 this year and orders 600 is offered general trade", () => {
    const landed = land({ to: "CN", shipFrom: c("US"), buyer: { ...nobody, usedThisYear: money(2550000, "CNY") }, items: [[cream, 1, money(60000, "CNY")]] });
    expect(landed.refusal).toEqual({ code: "customs.annual-quota-exceeded", alternatives: ["general-trade"] });
  });
  it("6 · CN: one piece of 6,000 is not refused, its full duty is not in the book; two pieces may be split", () => {
    expect(land({ to: "CN", shipFrom: c("CH"), items: [[watch, 1, money(600000, "CNY")]] }).refusal).toMatchObject({ code: "customs.not-known", missing: ["duty", "tax"] });
    expect(land({ to: "CN", shipFrom: c("CH"), items: [[watch, 2, money(300000, "CNY")]] }).refusal?.alternatives).toEqual(["split-order", "general-trade"]);
  });
  it("7 · KR: 130 and 80 dollars on one day from the US are 210 and taxed (bal.pe.kr)", () => {
    const order = { to: "KR", shipFrom: c("US"), items: [[shirt, 1, money(8000, "USD")]] as const };
    expect(kinds(land({ ...order, items: order.items }))).toEqual(["relief"]);
    const sameDay = land({ ...order, buyer: { ...nobody, sameDayValue: money(13000, "USD") } });
    expect(line(sameDay, "import-duty")).toBe(14144n); // 80 USD = 108,800 won, 13 %
    expect(line(sameDay, "vat")).toBe(12294n);
  });
  it("8 · BR: CIF 40 dollars to São Paulo before 12 May 2026 bear 8.00 and ICMS 9.83, times 1.4458", () => {
    const landed = land({ to: "BR", region: "SP", on: "2026-05-11", currency: "USD", freight: money(1000, "USD"), items: [[lamp, 1, money(3000, "USD")]] });
    expect(line(landed, "import-tax")).toBe(800n);
    expect(line(landed, "icms")).toBe(983n);
    expect(landed.total.amount).toBe(5783n);
  });
  it("9 · BR: the same at the zero rate bear ICMS 8.19", () => {
    const landed = land({ to: "BR", region: "SP", on: "2026-05-12", currency: "USD", freight: money(1000, "USD"), items: [[lamp, 1, money(3000, "USD")]] });
    expect(line(landed, "icms")).toBe(819n);
    expect(line(landed, "import-tax")).toBeUndefined();
  });
  it("BR: 100 dollars bear 60 % less 20, and ICMS 20 % in Minas Gerais", () => {
    const landed = land({ to: "BR", region: "MG", currency: "USD", items: [[lamp, 1, money(10000, "USD")]] });
    expect(line(landed, "import-tax")).toBe(4000n);
    expect(line(landed, "icms")).toBe(3500n);
  });
  it("10 · NG: 299 dollars are free four times a year, the fifth parcel bears a tariff that the book does not hold", () => {
    const order = { to: "NG", items: [[shirt, 1, money(29900, "USD")]] as const };
    expect(land({ ...order, buyer: { ...nobody, usesThisYear: 3 } }).refusal).toBeNull();
    expect(land({ ...order, buyer: { ...nobody, usesThisYear: 4 } }).refusal).toMatchObject({ code: "customs.not-known", missing: ["duty", "tax"] });
  });
  it("11 · CA: 100 dollars by courier from the US bear no duty but tax (SI/2020-34); by post from China the tariff is asked", () => {
    const items = [[shirt, 1, money(10000, "CAD")]] as const;
    const near = land({ to: "CA", region: "ON", shipFrom: c("US"), items });
    expect(near.refusal).toBeNull();
    expect([line(near, "gst"), line(near, "provincial-tax")]).toEqual([500n, 800n]);
    expect(land({ to: "CA", transport: "post", items }).refusal?.missing).toEqual(["duty", "tax"]);
  });
  it("12 · GB: 135 pounds bear VAT at the sale and no duty, 136 pounds duty and VAT at import", () => {
    const low = land({ to: "GB", items: [[shirt, 1, money(13500, "GBP")]] });
    expect([low.payableNow.amount, low.payableOnArrival.amount, low.refusal]).toEqual([16200n, 0n, null]);
    expect(land({ to: "GB", items: [[shirt, 1, money(13600, "GBP")]] }).refusal?.missing).toEqual(["duty", "tax"]);
  });
  it("13 · JP: retail 15,000 yen for oneself is a customs value of 9,000 and free", () => {
    const landed = land({ to: "JP", items: [[lamp, 1, money(15000, "JPY")]] });
    expect([kinds(landed), landed.total.amount]).toEqual([["relief"], 15000n]);
    expect(land({ to: "JP", items: [[lamp, 1, money(16670, "JPY")]] }).refusal?.code).toBe("customs.not-known");
  });
  it("14 · ID: a handbag of 20 dollars bears 25 %, then PPN 11 % on value and duty (PMK 4/2025)", () => {
    const landed = land({ to: "ID", items: [[bag, 1, money(2000, "USD")]] }); // Rp 320,000
    expect(line(landed, "import-duty")).toBe(8000000n);
    expect(line(landed, "ppn")).toBe(4400000n);
  });
  it("ID: delivery, duty and tax are whole rupiah, because nobody can pay a sen", () => {
    const landed = land({ to: "ID", freight: money(10_000_133, "IDR"), items: [[bag, 1, money(1333, "USD")]] });
    expect(landed.freight.amount % 100n).toBe(0n);
    expect(landed.charges.map(({ amount }) => amount.amount % 100n)).toEqual(landed.charges.map(() => 0n));
    expect(line(landed, "import-duty")).toBeGreaterThan(0n);
  });
  it("15 · US: nothing is free by value since 29 August 2025, and it was the day before (CBP)", () => {
    const order = { to: "US", shipFrom: c("ES"), items: [[shirt, 1, money(100, "USD")]] as const };
    expect(line(land(order), "estimated-duty")).toBe(11n);
    const after = input({ ...order, on: "2025-08-29" });
    const spanish = { ...after, items: after.items.map((item) => ({ ...item, origin: c("ES") })) };
    const on = (day: string) => landedCost({ ...spanish, date: plainDate(day) }, rules, rates);
    expect(on("2025-08-28")).toMatchObject({ value: { refusal: null } });
    expect(on("2025-08-29")).toMatchObject({ value: { refusal: { code: "customs.not-known" } } });
  });
  it("FR: one T-shirt of 30.00 and freight 8.00 is 51.20, with the French fee on top", () => {
    const landed = land({ to: "FR", on: "2026-08-10", freight: eur(800), items: [[shirt, 1, eur(3000)]] });
    expect([line(landed, "flat-duty"), line(landed, "parcel-fee"), line(landed, "vat"), landed.total.amount]).toEqual([300n, 200n, 820n, 5120n]);
  });
  it("IN: 1,000 rupees bear 30.98 % since 1 April 2026, and 20 % duty the day before", () => {
    const order = { to: "IN", items: [[shirt, 1, money(100000, "INR")]] as const };
    expect(land({ ...order, on: "2026-04-01" }).total.amount).toBe(130980n);
    expect(line(land({ ...order, on: "2026-03-31" }), "import-duty")).toBe(20000n);
  });
  it("MX: from China 33.5 % with VAT inside, from the US free up to 50 dollars", () => {
    expect(land({ to: "MX", items: [[shirt, 1, money(100000, "MXN")]] }).total.amount).toBe(133500n);
    expect(line(land({ to: "MX", shipFrom: c("US"), items: [[shirt, 1, money(10000, "USD")]] }), "global-rate")).toBe(27200n);
  });
  it("EU: between Spain and France there is no customs, only the VAT of the destination", () => {
    const landed = land({ to: "FR", shipFrom: c("ES"), items: [[shirt, 1, eur(100000)]] });
    expect([kinds(landed), landed.total.amount, landed.refusal]).toEqual([["tax"], 120000n, null]);
  });
});

describe("what is declared wrongly is refused with its line, never guessed", () => {
  const good = input({ to: "FR", items: [[shirt, 1, eur(1000)]] });
  const item = good.items[0];
  const refusalOf = (changed: LandedCostInput) => {
    const landed = landedCost(changed, rules, rates);
    return landed.ok ? null : landed.refusal;
  };
  it("names the line of a bad code, origin, quantity, price and weight", () => {
    if (!item) throw new Error("no item");
    const second = (wrong: object) => refusalOf({ ...good, items: [item, { ...item, ...wrong }] });
    expect(second({ hs: "61091" })).toEqual({ code: "customs.bad-hs", line: 1 });
    expect(second({ origin: "xx" })).toEqual({ code: "customs.bad-origin", line: 1 });
    expect(second({ quantity: 0 })).toEqual({ code: "customs.bad-quantity", line: 1 });
    expect(second({ unitPrice: eur(-1) })).toEqual({ code: "customs.bad-amount", line: 1 });
    expect(second({ weightGrams: 1.5 })).toEqual({ code: "customs.bad-weight", line: 1 });
  });
  it("refuses no lines, more than 200, a negative freight and a day outside the calendar", () => {
    expect(refusalOf({ ...good, items: [] })?.code).toBe("customs.no-lines");
    expect(refusalOf({ ...good, items: Array.from({ length: 201 }, () => good.items[0]!) })?.code).toBe("customs.too-many-lines");
    expect(refusalOf({ ...good, freight: eur(-1) })?.code).toBe("customs.bad-freight");
    expect(refusalOf({ ...good, date: plainDate("1999-12-31") })?.code).toBe("customs.bad-date");
  });
  it("refuses a price in a currency without a rate", () => {
    expect(refusalOf(input({ to: "FR", items: [[shirt, 1, money(100, "UGX")]] }))).toEqual({ code: "fx.no-rate", currency: "UGX" });
  });
  it("says not known for a country that the rule book is silent about", () => {
    expect(land({ to: "ZA", currency: "EUR", freight: eur(0), items: [[shirt, 1, eur(1000)]] }).refusal).toMatchObject({ code: "customs.not-known", missing: ["duty", "tax"] });
  });
});
