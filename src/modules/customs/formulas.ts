import { multiply, percent, ratio, roundDown, roundHalfEven, roundHalfUp, roundUp, type Ratio } from "@/kernel/ratio";
import type { TradeRule } from "./rule";

/** What a formula reckons with: amounts in the currency of the answer, minor units. */
export type Measures = {
  /** The sum of the parts that the row names, over the items it covers. */
  readonly base: bigint;
  /** What an amount is a whole multiple of: the least that the answer's currency prints, in minor units. */
  readonly unit: bigint;
  readonly distinctHs: number;
  readonly grams: number;
  /** An amount as the row prints it, in the answer's minor units. */
  readonly amount: (text: string) => bigint;
};

/**
 * What one row takes, in minor units of the answer's currency, rounded once to what that currency prints; null where the row says that nobody here knows.
 *
 * - ad-valorem: percent of the base, less a flat sum, never below zero. Brazil above USD 50: 60 % of CIF less USD 20.
 * - inside-itself: a tax that is part of its own base, base / (1 − r) × r. Brazil's ICMS 17 % on 48.00 is 9.83.
 * - cross-border-tax: China's retail import tax, base × (VAT + CT) / (1 − CT) × share. 1,000 yuan at 13 % and 70 % is 91.00.
 * - excess-or-weight: percent of what exceeds the free amount, at least so much per kilogram of it (the weight shared by value). EAEU parcels.
 * - flat-per-hs6: an amount for each distinct six-digit code, however many pieces. EU since 1 July 2026: 3 EUR.
 * - flat-per-parcel: an amount for the parcel. · none: nothing. · not-known: null.
 */
export const reckon = (rule: TradeRule, measures: Measures): bigint | null => {
  const shareOf = (base: bigint, share: Ratio): bigint => rounded(ratio(base * share.numerator, share.denominator), rule, measures.unit);
  const flat = (text: string): bigint => rounded(ratio(measures.amount(text), 1n), rule, measures.unit);
  switch (rule.formula) {
    case "ad-valorem": {
      const whole = shareOf(measures.base, percent(rule.parameters.percent));
      const less = rule.parameters.less === undefined ? 0n : flat(rule.parameters.less);
      return whole > less ? whole - less : 0n;
    }
    case "inside-itself": {
      const rate = percent(rule.parameters.percent);
      return shareOf(measures.base, ratio(rate.numerator, rate.denominator - rate.numerator));
    }
    case "cross-border-tax": {
      const vat = percent(rule.parameters.vat);
      const consumption = percent(rule.parameters.consumption);
      const both = ratio(vat.numerator * consumption.denominator + consumption.numerator * vat.denominator, vat.denominator * consumption.denominator);
      const grossUp = ratio(consumption.denominator, consumption.denominator - consumption.numerator);
      return shareOf(measures.base, multiply(multiply(both, grossUp), percent(rule.parameters.share)));
    }
    case "excess-or-weight": {
      const excess = measures.base - measures.amount(rule.parameters.free);
      if (excess <= 0n) return 0n;
      const byValue = shareOf(excess, percent(rule.parameters.percent));
      const byWeight = rounded(ratio(measures.amount(rule.parameters.perKg) * BigInt(measures.grams) * excess, 1000n * measures.base), rule, measures.unit);
      return byValue > byWeight ? byValue : byWeight;
    }
    case "flat-per-hs6":
      return flat(rule.parameters.amount) * BigInt(measures.distinctHs);
    case "flat-per-parcel":
      return flat(rule.parameters.amount);
    case "not-known":
      return null;
    default:
      return 0n;
  }
};

/** Rounds as the row's market rounds a line, to a multiple of `unit`: half-even unless the row says otherwise. */
export const rounded = ({ numerator, denominator }: Ratio, rule: TradeRule, unit: bigint): bigint => {
  const exact = ratio(numerator, denominator * unit);
  switch (rule.parameters.round) {
    case "half-up": return roundHalfUp(exact) * unit;
    case "down": return roundDown(exact) * unit;
    case "up": return roundUp(exact) * unit;
    default: return roundHalfEven(exact) * unit;
  }
};

