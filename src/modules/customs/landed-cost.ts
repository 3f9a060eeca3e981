import { exponentOf, leastShownOf, type Currency } from "@/kernel/currency";
import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { allocate, convert, money, plus, times, total, zero, type Money } from "@/kernel/money";
import { decimal, ratio, roundHalfEven, type Ratio } from "@/kernel/ratio";
import { ok, refuse, type Result } from "@/kernel/result";
import type { PlainDate } from "@/kernel/time";
import { crossRate, type Confidence, type Rate, type RateRefusal } from "@/modules/fx/rate";
import { faultIn, type DeclarationRefusal, type LandedCostInput } from "./declaration";
import { reckon, rounded } from "./formulas";
import { coversItem, isDomestic, rulesFor, type Condition, type Part, type RuleKind, type TradeRule } from "./rule";
import { best, layersOf, winners } from "./rule-choice";

export type RuleReference = {
  readonly id: Id<"rule">;
  readonly text: string;
  readonly source: string;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  readonly confidence: Confidence;
};

export type Charge = {
  readonly kind: "duty" | "tax" | "fee" | "relief";
  /** Key of the line's name: customs.charges.<name>. */
  readonly name: string;
  readonly amount: Money;
  readonly due: "checkout" | "arrival";
  readonly base: Money | null;
  readonly rule: RuleReference;
};

export type Unknown = "duty" | "tax";
export type LandedRefusal = {
  readonly code: string;
  readonly alternatives: readonly string[];
  /** Only with customs.not-known: what the rule book has no figure for. Everything else in the answer still holds. */
  readonly missing?: readonly Unknown[];
};

export type LandedCost = {
  readonly goods: Money;
  /** Delivery, and insurance where there is one. */
  readonly freight: Money;
  readonly charges: readonly Charge[];
  readonly total: Money;
  readonly payableNow: Money;
  readonly payableOnArrival: Money;
  readonly refusal: LandedRefusal | null;
};

/**
 * What a consignment costs at the door: the goods, the delivery, and every duty, tax and fee, each with the dated row of the rule book behind it.
 *
 * Order of computing, as customs does it: origin and HS code choose the rows; the customs value (CIF or FOB as the market's valuation row says);
 * limits; reliefs; duty by layers; fees; then taxes, whose base may hold the duty. Freight and insurance are shared over the items by value.
 * Each line is rounded once, half-even unless its row says otherwise, to the least that `currency` prints: the minor unit, or a whole rupiah. Lines due at checkout and on arrival are
 * never mixed. Where the rule book has no figure, the refusal is customs.not-known with what is missing: the rest of the answer stands, and the missing
 * part is never guessed; a tax whose base holds an unknown duty is unknown too. A broken limit refuses with lawful alternatives and charges nothing.
 * A pure function of its input. Sources: the `source` of each row.
 * France, one T-shirt at 30.00 EUR, freight 8.00, from China, in August 2026: duty 3.00, fee 2.00, VAT 20 % of 41.00 = 8.20, total 51.20.
 */
export const landedCost = (input: LandedCostInput, rules: readonly TradeRule[], rates: readonly Rate[]): Result<LandedCost, DeclarationRefusal | RateRefusal> => {
  const wrong = faultIn(input);
  if (wrong) return refuse(wrong);
  const candidates = rulesFor(rules, { ...input, on: input.date }).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const exchange = exchangeInto(input, candidates, rates);
  return exchange.ok ? ok(compute(input, candidates, exchange.value)) : exchange;
};

type Line = { readonly hs: string; readonly origin: CountryCode; readonly grams: number; readonly pieces: number; readonly parts: Record<Part, bigint> };
type Exchange = (amount: Money) => Money;

const compute = (input: LandedCostInput, candidates: readonly TradeRule[], into: Exchange): LandedCost => {
  const currency = input.currency;
  const goods = input.items.map((item) => into(times(item.unitPrice, item.quantity)));
  const unit = leastShownOf(currency);
  const shown = ({ amount }: Money): Money => money(roundHalfEven(ratio(amount, unit)) * unit, currency);
  const freight = shown(into(input.freight));
  const insurance = input.insurance === null ? zero(currency) : shown(into(input.insurance));
  const shares = goods.map((g) => g.amount);
  const freightShares = allocate(freight, shares);
  const insuranceShares = allocate(insurance, shares);
  const lines: Line[] = input.items.map((item, i) => ({
    hs: item.hs, origin: item.origin, pieces: item.quantity, grams: item.weightGrams * item.quantity,
    parts: { goods: shares[i] ?? 0n, freight: freightShares[i]?.amount ?? 0n, insurance: insuranceShares[i]?.amount ?? 0n, value: 0n, duty: 0n, fee: 0n, tax: 0n },
  }));
  const amountOf = (rule: TradeRule, text: string): bigint => {
    const from = rule.currency ?? currency;
    const exact = decimal(text);
    return into(money(roundHalfEven(ratio(exact.numerator * 10n ** BigInt(exponentOf(from)), exact.denominator)), from)).amount;
  };
  for (const line of lines) {
    const valuation = best(candidates, "valuation", line);
    line.parts.value = valuation?.formula === "customs-value"
      ? rounded(share(sum(valuation.parameters.of, [line]), valuation.parameters.percent), valuation, unit)
      : sum(["goods", "freight", "insurance"], [line]);
  }
  // After the valuation: a threshold may be a customs value.
  const active = candidates.filter((rule) => holds(rule, lines, input, into, amountOf));

  const whole = (charges: readonly Charge[], refusal: LandedRefusal | null): LandedCost => {
    const goodsTotal = total(goods, currency);
    const delivery = plus(freight, insurance);
    const due = (when: Charge["due"]) => total(charges.filter((c) => c.due === when).map((c) => c.amount), currency);
    const payableNow = plus(plus(goodsTotal, delivery), due("checkout"));
    const payableOnArrival = due("arrival");
    return { goods: goodsTotal, freight: delivery, charges, total: plus(payableNow, payableOnArrival), payableNow, payableOnArrival, refusal };
  };

  // One limit speaks, the first by id.
  const broken = active.find((rule) => rule.formula === "limit");
  if (broken?.formula === "limit") return whole([], { code: `customs.${broken.parameters.refusal}`, alternatives: broken.parameters.alternatives });

  const charges: Charge[] = [];
  const relieved = new Map<RuleKind, Set<Line>>();
  for (const rule of active) {
    if (rule.formula !== "relieved") continue;
    const covered = lines.filter((line) => coversItem(rule, line));
    if (covered.length === 0) continue;
    for (const kind of rule.parameters.covers) relieved.set(kind, new Set([...(relieved.get(kind) ?? []), ...covered]));
    charges.push(charge(rule, "relief", zero(currency), null));
  }
  const missing = new Set<Unknown>();
  for (const kind of ["duty", "fee", "tax"] as const) {
    const open = lines.filter((line) => !relieved.get(kind)?.has(line));
    for (const layer of layersOf(active, kind)) {
      for (const { rule, covered } of winners(active, kind, layer, open)) {
        const of = "of" in rule.parameters ? rule.parameters.of : null;
        const stands = !(of !== null && of.includes("duty") && missing.has("duty"));
        const base = of === null ? 0n : sum(of, covered);
        const amount = stands ? reckon(rule, {
          base, unit, grams: covered.reduce((g, line) => g + line.grams, 0),
          distinctHs: new Set(covered.map((line) => line.hs)).size,
          amount: (text) => amountOf(rule, text),
        }) : null;
        if (amount === null) {
          if (kind !== "fee") missing.add(kind);
          continue;
        }
        charges.push(charge(rule, rule.formula === "none" ? "relief" : kind, { amount, currency }, of === null ? null : { amount: base, currency }));
        allocate({ amount, currency }, covered.map((line) => (of === null ? line.parts.goods : sum(of, [line])))).forEach((part, i) => {
          const line = covered[i];
          if (line) line.parts[kind] += part.amount;
        });
      }
    }
    // Silence of the rule book is not a zero. Only what never crosses a border owes no duty by itself.
    if (kind === "fee" || (kind === "duty" && isDomestic(input))) continue;
    const answered = (line: Line) => active.some((rule) => rule.kind === kind && (rule.parameters.layer ?? "base") === "base" && coversItem(rule, line));
    if (open.some((line) => !answered(line))) missing.add(kind);
  }
  return whole(charges, missing.size === 0 ? null : { code: "customs.not-known", alternatives: ["pay-on-arrival"], missing: [...missing] });
};

const holds = (rule: TradeRule, lines: readonly Line[], input: LandedCostInput, into: Exchange, amountOf: (rule: TradeRule, text: string) => bigint): boolean => {
  const when: Condition | undefined = rule.parameters.when;
  if (when === undefined) return true;
  const pieces = lines.reduce((count, line) => count + line.pieces, 0);
  if (when.pieces === "one" && pieces !== 1) return false;
  if (when.pieces === "several" && pieces === 1) return false;
  if (when.usesBelow !== undefined && (input.buyer.usesThisYear ?? 0) >= when.usesBelow) return false;
  const already = when.adds === "used-this-year" ? input.buyer.usedThisYear : when.adds === "same-day" ? input.buyer.sameDayValue : null;
  const measured = sum(when.of ?? ["goods"], lines) + (already === null ? 0n : into(already).amount);
  if (when.over !== undefined && measured <= amountOf(rule, when.over)) return false;
  return when.upTo === undefined || measured <= amountOf(rule, when.upTo);
};

const sum = (parts: readonly Part[], lines: readonly Line[]): bigint =>
  lines.reduce((whole, line) => parts.reduce((sofar, part) => sofar + line.parts[part], whole), 0n);

const share = (amount: bigint, percentText: string) => {
  const rate = decimal(percentText);
  return ratio(amount * rate.numerator, rate.denominator * 100n);
};

const charge = (rule: TradeRule, kind: Charge["kind"], amount: Money, base: Money | null): Charge => ({
  kind, name: rule.name, amount, due: rule.due, base,
  rule: { id: rule.id, text: rule.text, source: rule.source, effectiveFrom: rule.effectiveFrom, effectiveTo: rule.effectiveTo, confidence: rule.confidence },
});

/** Every rate that the answer may need, found before it is needed: a missing one refuses the whole, it never leaves a hole in a sum. */
const exchangeInto = (input: LandedCostInput, rules: readonly TradeRule[], rates: readonly Rate[]): Result<Exchange, RateRefusal> => {
  const { currency, buyer } = input;
  const amounts = [...input.items.map((item) => item.unitPrice), input.freight, input.insurance, buyer.usedThisYear, buyer.sameDayValue];
  const needed = new Set([...amounts.flatMap((a) => (a === null ? [] : [a.currency])), ...rules.flatMap((rule) => (rule.currency === null ? [] : [rule.currency]))]);
  const found = new Map<Currency, Ratio>();
  for (const from of needed) {
    const cross = crossRate(rates, from, currency, input.ratesOn ?? input.date);
    if (!cross.ok) return cross;
    found.set(from, cross.value.rate);
  }
  return ok((amount) => {
    const rate = found.get(amount.currency);
    if (rate === undefined) throw new Error(`a rate for ${amount.currency} was not foreseen`);
    return amount.currency === currency ? amount : convert(amount, rate, currency);
  });
};
