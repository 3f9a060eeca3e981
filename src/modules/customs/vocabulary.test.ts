import { describe, expect, it } from "vitest";
import { countryCode as c } from "@/kernel/country";
import { money, type Money } from "@/kernel/money";
import { decimal } from "@/kernel/ratio";
import { plainDate } from "@/kernel/time";
import type { Rate } from "@/modules/fx/rate";
import type { LandedCostInput } from "./declaration";
import { landedCost, type LandedCost } from "./landed-cost";
import type { RuleKind, TradeRule } from "./rule";
import { prepareRules } from "./rule-index";

// A book of a country that has every word of the vocabulary: literals, as one would type them to try a rule.
let count = 0;
const row = (kind: RuleKind, formula: TradeRule["formula"], parameters: object, more: Partial<Omit<TradeRule, "formula" | "parameters">> = {}): TradeRule => ({
  id: `rul_test_${(count += 1)}`, market: "GB", region: null, kind, formula, parameters, currency: "GBP", origins: [], hsPrefixes: [], transports: [], modes: [], shipFrom: [],
  due: "arrival", effectiveFrom: plainDate("2020-01-01"), effectiveTo: null, name: "import-duty", text: "A rule.", source: "test", checkedOn: plainDate("2026-11-23"), confidence: "high",
  author: "reference", approver: "installation", ...more,
} as TradeRule);
const all = ["goods", "freight", "insurance"];
const noTax = row("tax", "none", {});
const rates: Rate[] = [["USD", "1.25"], ["GBP", "0.8"]].map(([quote, rate]) => ({
  id: `fxr_${quote}`, base: "EUR", quote, rate: decimal(rate ?? ""), source: "test", confidence: "high", observedOn: plainDate("2020-01-01"), validUntil: plainDate("2031-01-01"),
}) as Rate);
const gbp = (amount: number) => money(amount, "GBP");
const input = (price: Money, more: Partial<LandedCostInput> = {}, item: object = {}): LandedCostInput => ({
  market: c("GB"), region: null, date: plainDate("2026-11-23"), shipFrom: c("CN"), transport: "courier", mode: "cross-border", currency: "GBP", freight: gbp(0), insurance: null,
  buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null }, ...more,
  items: more.items ?? [{ hs: "640399", origin: c("CN"), quantity: 2, unitPrice: price, weightGrams: 1500, ...item }],
});
const land = (asked: LandedCostInput, rules: readonly TradeRule[]): LandedCost => {
  const landed = landedCost(asked, rules, rates);
  if (!landed.ok) throw new Error(JSON.stringify(landed.refusal));
  return landed.value;
};
/** What two pieces of 50.00 and three kilograms bear. */
const bears = (...rules: TradeRule[]) => land(input(gbp(5000)), [...rules, noTax]).charges.filter(({ kind }) => kind !== "relief").map(({ amount }) => amount.amount);

describe("what the words of the rule book mean", () => {
  it("specific: so much per piece, or per kilogram of what it covers", () => {
    expect(bears(row("duty", "specific", { amount: "1.50", per: "piece" }))).toEqual([300n]);
    expect(bears(row("duty", "specific", { amount: "2", per: "kg" }))).toEqual([600n]);
  });
  it("compound: a percentage and so much per unit; at-least: the greater of the two", () => {
    expect(bears(row("duty", "compound", { percent: "10", of: all, amount: "2", per: "kg" }))).toEqual([1600n]);
    expect(bears(row("duty", "at-least", { percent: "10", of: all, amount: "2", per: "kg" }))).toEqual([1000n]);
    expect(bears(row("duty", "at-least", { percent: "10", of: all, amount: "4", per: "kg" }))).toEqual([1200n]);
  });
  it("a charge up to the waived amount is not collected, one above it is collected whole", () => {
    expect(bears(row("duty", "ad-valorem", { percent: "5", of: all, waivedUpTo: "5" }))).toEqual([0n]);
    expect(bears(row("duty", "ad-valorem", { percent: "5.01", of: all, waivedUpTo: "5" }))).toEqual([501n]);
  });
  it("layers add up, unless one stands in for others", () => {
    const normal = row("duty", "ad-valorem", { percent: "4", of: all });
    const list = row("duty", "ad-valorem", { percent: "25", of: all, layer: "section-301" });
    expect(bears(normal, list)).toEqual([400n, 2500n]);
    const metal = row("duty", "ad-valorem", { percent: "50", of: all, layer: "section-232", replaces: ["section-301"] }, { hsPrefixes: ["6403"] });
    expect(bears(normal, list, metal)).toEqual([400n, 5000n]);
    expect(bears(normal, list, row("duty", "ad-valorem", { percent: "50", of: all, layer: "section-232", replaces: ["base", "section-301"] }))).toEqual([5000n]);
  });
  it("a replaced layer that nobody knows leaves nothing unknown", () => {
    const landed = land(input(gbp(5000)), [row("duty", "not-known", {}), row("duty", "ad-valorem", { percent: "10", of: all, layer: "estimate", replaces: ["base"] }), noTax]);
    expect(landed.refusal).toBeNull();
  });
  it("a cap net of the normal duty adds only what the normal duty leaves, and is unknown with it", () => {
    const cap = row("duty", "ad-valorem", { percent: "15", of: all, layer: "surcharge", net: ["base"] });
    expect(bears(row("duty", "ad-valorem", { percent: "4", of: all }), cap)).toEqual([400n, 1100n]);
    expect(bears(row("duty", "ad-valorem", { percent: "20", of: all }), cap)).toEqual([2000n, 0n]);
    expect(land(input(gbp(5000)), [row("duty", "not-known", {}), cap, noTax])).toMatchObject({ charges: [{ kind: "relief" }], refusal: { missing: ["duty"] } });
  });
  it("an unknown duty on one thing leaves the tax on another known", () => {
    const items = ["640399", "850440"].map((hs) => ({ hs, origin: c("CN"), quantity: 1, unitPrice: gbp(1000), weightGrams: 100 }));
    const rules = [
      row("duty", "not-known", {}, { hsPrefixes: ["64"] }), row("duty", "none", {}, { hsPrefixes: ["85"] }),
      row("tax", "ad-valorem", { percent: "20", of: ["value", "duty"] }, { hsPrefixes: ["64"] }), row("tax", "ad-valorem", { percent: "20", of: ["value", "duty"] }, { hsPrefixes: ["85"] }),
    ];
    const landed = land(input(gbp(0), { items }), rules);
    expect(landed.charges.filter(({ kind }) => kind === "tax").map(({ amount }) => amount.amount)).toEqual([200n]);
    expect(landed.refusal).toMatchObject({ missing: ["duty", "tax"] });
  });
  it("a relief may also ask for the weight of the parcel", () => {
    const relief = row("relief", "relieved", { covers: ["duty"], when: { upTo: "200", gramsUpTo: 31000 } });
    const duty = row("duty", "ad-valorem", { percent: "10", of: all });
    expect(land(input(gbp(5000)), [relief, duty, noTax]).total.amount).toBe(10000n);
    expect(land(input(gbp(5000), {}, { weightGrams: 15501 }), [relief, duty, noTax]).total.amount).toBe(11000n);
  });
  it("rounds a line once, half to even unless the row says otherwise", () => {
    const at = (round?: string) => land(input(gbp(125), {}, { quantity: 1 }), [row("duty", "ad-valorem", { percent: "10", of: all, ...(round ? { round } : {}) }), noTax]).total.amount - 125n;
    expect([at(), at("half-up"), at("down"), at("up")]).toEqual([12n, 13n, 12n, 13n]);
  });
  it("a row that nobody has approved holds for nobody", () => {
    const draft = row("duty", "ad-valorem", { percent: "90", of: all }, { approver: null });
    expect(bears(draft, row("duty", "ad-valorem", { percent: "10", of: all }))).toEqual([1000n]);
  });
  it("gives the same answer from rows and from a book that was prepared before", () => {
    const rules = [row("duty", "compound", { percent: "10", of: all, amount: "2", per: "kg" }), noTax];
    expect(landedCost(input(gbp(5000)), prepareRules(rules), rates)).toEqual(landedCost(input(gbp(5000)), [...rules], rates));
  });
  it("does not take a row with an amount of no currency", () => {
    expect(() => bears(row("duty", "flat-per-parcel", { amount: "2" }, { currency: null }))).toThrow("rul_test");
  });
});

describe("the safety band around a threshold in another currency", () => {
  // GBP 0.64 a dollar: the limit of USD 150 is 96.00.
  const free = row("relief", "relieved", { covers: ["duty"], when: { upTo: "150" } }, { currency: "USD" });
  const duty = row("duty", "ad-valorem", { percent: "10", of: all });
  const at = (price: Money, rules = [free, duty, noTax]) => land(input(price, {}, { quantity: 1 }), rules);
  it("promises the dearer side within two percent of the limit, and says so", () => {
    const below = at(gbp(9500));
    expect(below.total).toEqual(gbp(10450));
    expect(below.near).toMatchObject([{ threshold: money(15000, "USD"), value: gbp(9500), rule: { id: free.id } }]);
    expect(at(gbp(9700)).near).toHaveLength(1);
  });
  it("is no wider than two percent", () => {
    expect(at(gbp(9400))).toMatchObject({ total: gbp(9400) });
    expect(at(gbp(9400)).near).toBeUndefined();
    expect(at(gbp(9800)).near).toBeUndefined();
  });
  it("does not exist for what is declared in the limit's own currency: 150.00 is not above 150", () => {
    const thirds = land(input(money(5000, "USD"), {}, { quantity: 3 }), [free, duty, noTax]);
    expect([thirds.near, thirds.total]).toEqual([undefined, gbp(9600)]);
    expect(at(money(15001, "USD")).charges.map(({ kind }) => kind)).toEqual(["duty", "relief"]);
  });
  it("is dear where the price falls at the limit, too", () => {
    const dearBelow = [row("duty", "flat-per-parcel", { amount: "30", when: { upTo: "150" } }, { currency: "USD" }), row("duty", "none", { when: { over: "150" } }, { currency: "USD" }), noTax];
    expect(at(gbp(9700), dearBelow).total).toEqual(gbp(11620));
  });
  it("takes what nobody knows for dearer than any known sum, and a limit for dearer still", () => {
    const tariff = row("duty", "not-known", {});
    expect(at(gbp(9500), [free, tariff, noTax]).refusal).toMatchObject({ code: "customs.not-known", missing: ["duty"] });
    const limit = row("threshold", "limit", { refusal: "order-limit-exceeded", alternatives: ["split-order"], when: { over: "150" } }, { currency: "USD" });
    expect(at(gbp(9500), [free, duty, noTax, limit])).toMatchObject({ refusal: { code: "customs.order-limit-exceeded" }, near: [{ threshold: money(15000, "USD") }] });
  });
});
