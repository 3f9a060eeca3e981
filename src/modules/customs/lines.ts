import { leastShownOf } from "@/kernel/currency";
import type { CountryCode } from "@/kernel/country";
import { allocate, money, times, zero, type Money } from "@/kernel/money";
import { roundHalfEven } from "@/kernel/ratio";
import type { LandedCostInput } from "./declaration";
import type { Exchange } from "./exchange";
import { rounded } from "./formulas";
import type { Part } from "./rule";
import type { Chapter, Match } from "./rule-index";

/** An item on its way through the rule book: its share of everything, in minor units of the answer's currency. */
export type Line = {
  readonly hs: string;
  readonly origin: CountryCode;
  readonly grams: number;
  readonly pieces: number;
  readonly match: Match;
  readonly parts: Record<Part, bigint>;
};

/** A declaration with its amounts brought into the currency of the answer, and the chapter of the rule book that speaks about it. */
export type Declaration = { readonly input: LandedCostInput; readonly chapter: Chapter; readonly into: Exchange; readonly lines: readonly Line[]; readonly freight: Money; readonly insurance: Money };

/** Freight and insurance are shared over the items by value, and each item gets its customs value (the whole CIF value where no row says otherwise). */
export const declare = (input: LandedCostInput, chapter: Chapter, into: Exchange): Declaration => {
  const goods = input.items.map((item) => into(times(item.unitPrice, item.quantity)).amount);
  const unit = leastShownOf(input.currency);
  const shown = ({ amount }: Money): Money => ({ amount: roundHalfEven({ numerator: amount, denominator: unit }) * unit, currency: input.currency });
  const freight = shown(into(input.freight));
  const insurance = input.insurance === null ? zero(input.currency) : shown(into(input.insurance));
  const freightShares = shared(freight, goods);
  const insuranceShares = shared(insurance, goods);
  const lines = input.items.map((item, i): Line => {
    const match = chapter.matchOf(item);
    const parts = { goods: goods[i] ?? 0n, freight: freightShares[i] ?? 0n, insurance: insuranceShares[i] ?? 0n, value: 0n, duty: 0n, fee: 0n, tax: 0n };
    const [valuation] = match.valuation;
    const share = valuation?.share;
    parts.value = parts.goods + parts.freight + parts.insurance;
    if (valuation && share) {
      const base = (valuation.of ?? []).reduce((all, part) => all + parts[part], 0n);
      parts.value = rounded({ numerator: base * share.numerator, denominator: share.denominator }, valuation.rule, unit);
    }
    return { hs: item.hs, origin: item.origin, pieces: item.quantity, grams: item.weightGrams * item.quantity, match, parts };
  });
  return { input, chapter, into, lines, freight, insurance };
};

/** An amount over weights, in whole minor units: nothing is lost. */
export const shared = (whole: Money, weights: readonly bigint[]): readonly bigint[] => {
  if (weights.length === 1) return [whole.amount];
  return whole.amount === 0n ? weights.map(() => 0n) : allocate(whole, weights).map(({ amount }) => amount);
};

export const sum = (parts: readonly Part[], lines: readonly Line[]): bigint => {
  let whole = 0n;
  for (const line of lines) for (const part of parts) whole += line.parts[part];
  return whole;
};

/** The amounts that make up a part before any charge, as they were declared. */
export const declaredAmounts = (part: Part, { items, freight, insurance }: LandedCostInput): readonly Money[] => {
  switch (part) {
    case "goods": return items.map((item) => times(item.unitPrice, item.quantity));
    case "freight": return [freight];
    case "insurance": return insurance === null ? [] : [insurance];
    default: return [...items.map((item) => item.unitPrice), freight, ...(insurance === null ? [] : [insurance])].map(({ currency }) => money(1, currency));
  }
};
