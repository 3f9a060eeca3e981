import { ratio, roundDown, roundHalfEven, roundHalfUp, roundUp, type Ratio } from "@/kernel/ratio";
import type { TradeRule } from "./rule";
import type { ReadRule } from "./rule-index";

/** What a formula reckons with: amounts in the currency of the answer, minor units, and what lies in the consignment of what the row covers. */
export type Measures = {
  /** The sum of the parts that the row names, over the items it covers. */
  readonly base: bigint;
  /** What a charge is a whole multiple of: the least that the answer's currency prints, in minor units. */
  readonly unit: bigint;
  readonly distinctHs: number;
  readonly grams: number;
  readonly pieces: number;
  /** What the layers that the row is net of have charged on the same items; null where one of them is not known. */
  readonly charged: bigint | null;
  /** An amount of the row, brought into the answer's currency. */
  readonly into: (amount: bigint) => bigint;
};

/**
 * What one row takes, in minor units of the answer's currency, rounded once to what that currency prints; null where the row says that nobody here knows.
 *
 * - ad-valorem: percent of the base, less a flat sum and less what the layers named by `net` have taken, never below zero.
 *   Brazil above USD 50: 60 % of CIF less USD 20. A cap of 15 % net of a normal duty of 4 % adds 11 %.
 * - inside-itself: a tax that is part of its own base, base / (1 − r) × r. Brazil's ICMS 17 % on 48.00 is 9.83.
 * - cross-border-tax: China's retail import tax, base × (VAT + CT) / (1 − CT) × share. 1,000 yuan at 13 % and 70 % is 91.00.
 * - excess-or-weight: percent of what exceeds the free amount, at least so much per kilogram of it (the weight shared by value). EAEU parcels.
 * - specific: so much per kilogram or per piece. · compound: a percentage and so much per unit. · at-least: a percentage, but not less than so much per unit.
 * - flat-per-hs6: an amount for each distinct six-digit code, however many pieces. EU since 1 July 2026: 3 EUR.
 * - flat-per-parcel: an amount for the parcel. · none: nothing. · not-known: null.
 *
 * Whatever the formula, a charge that does not exceed the row's `waivedUpTo` is not collected.
 */
export const reckon = (read: ReadRule, measures: Measures): bigint | null => {
  const charge = reckonWhole(read, measures);
  const waived = read.amounts.waivedUpTo;
  return charge !== null && waived !== undefined && charge <= measures.into(waived) ? 0n : charge;
};

const reckonWhole = ({ rule, share, amounts }: ReadRule, { base, unit, distinctHs, grams, pieces, charged, into }: Measures): bigint | null => {
  const part = (): bigint => (share === null ? 0n : rounded({ numerator: base * share.numerator, denominator: share.denominator }, rule, unit));
  const whole = (amount: bigint): bigint => rounded({ numerator: amount, denominator: 1n }, rule, unit);
  const flat = (): bigint => into(amounts.amount ?? 0n);
  const perUnit = (per: "kg" | "piece"): bigint => (per === "piece" ? whole(flat() * BigInt(pieces)) : rounded(ratio(flat() * BigInt(grams), 1000n), rule, unit));
  switch (rule.formula) {
    case "ad-valorem": {
      if (charged === null) return null;
      const less = (amounts.less === undefined ? 0n : whole(into(amounts.less))) + charged;
      const full = part();
      return full > less ? full - less : 0n;
    }
    case "inside-itself":
    case "cross-border-tax":
      return part();
    case "excess-or-weight": {
      const excess = base - into(amounts.free ?? 0n);
      if (excess <= 0n || share === null) return 0n;
      return greater(rounded({ numerator: excess * share.numerator, denominator: share.denominator }, rule, unit), rounded(ratio(into(amounts.perKg ?? 0n) * BigInt(grams) * excess, 1000n * base), rule, unit));
    }
    case "specific": return perUnit(rule.parameters.per);
    case "compound": return part() + perUnit(rule.parameters.per);
    case "at-least": return greater(part(), perUnit(rule.parameters.per));
    case "flat-per-hs6": return whole(flat()) * BigInt(distinctHs);
    case "flat-per-parcel": return whole(flat());
    case "not-known": return null;
    default: return 0n;
  }
};

const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** Rounds as the row's market rounds a line, to a multiple of `unit`: half-even unless the row says otherwise. */
export const rounded = ({ numerator, denominator }: Ratio, rule: TradeRule, unit: bigint): bigint => {
  const exact = { numerator, denominator: denominator * unit };
  switch (rule.parameters.round) {
    case "half-up": return roundHalfUp(exact) * unit;
    case "down": return roundDown(exact) * unit;
    case "up": return roundUp(exact) * unit;
    default: return roundHalfEven(exact) * unit;
  }
};
