import { money, type Money } from "@/kernel/money";
import { declaredAmounts, sum, type Declaration } from "./lines";
import { coversItem, type Part } from "./rule";
import type { ReadRule, RuleReference } from "./rule-index";

/** How a threshold in a foreign currency is looked at: as converted today, or as if customs' own rate made the value greater or smaller. */
export type Leaning = "as-converted" | "upwards" | "downwards";

/** A threshold so near that another rate of the day could put the consignment on its other side. */
export type NearThreshold = { readonly threshold: Money; readonly value: Money; readonly rule: RuleReference };

/**
 * The width of the safety band around a threshold that needs an exchange rate, in hundredths of the threshold: 2 %.
 *
 * Customs converts at a rate of its own, which is published for a week or a month and was not asked by us. A consignment inside the band is reckoned on
 * both sides, and the dearer answer is the promise: a shopper may get something back, a merchant never pays what was not collected. An answer with an
 * unknown part counts as dearer than any known one, and a broken limit as dearer than that. What is declared in the threshold's own currency has no band.
 */
const bandPercent = 2n;

type Measured = { readonly value: bigint; readonly isForeign: boolean; readonly limitOf: (amount: bigint) => bigint; readonly currency: Money["currency"] };

const plain = (part: Part): boolean => part === "goods" || part === "freight" || part === "insurance";

const measured = ({ rule }: ReadRule, { input, lines, into }: Declaration): Measured => {
  const { of = ["goods"], adds } = rule.parameters.when ?? {};
  const own = rule.currency ?? input.currency;
  const already = adds === "used-this-year" ? input.buyer.usedThisYear : adds === "same-day" ? input.buyer.sameDayValue : null;
  const beside = of.flatMap((part) => (part === "goods" || part === "freight" ? (input.alongside?.[part] ?? []) : []));
  const amounts = of.flatMap((part) => declaredAmounts(part, input)).concat(already ?? [], beside).filter(({ amount }) => amount > 0n);
  const isForeign = amounts.some(({ currency }) => currency !== own);
  // In the row's own currency nothing is converted, so that 3 × USD 50.00 is USD 150.00 and not a won more.
  if (!isForeign && of.every(plain)) return { value: amounts.reduce((all, { amount }) => all + amount, 0n), isForeign, limitOf: (amount) => amount, currency: own };
  const value = sum(of, lines) + (already === null ? 0n : into(already).amount) + total(beside, into) + (of.includes("value") ? valueBeside({ input, lines, into }) : 0n);
  return { value, isForeign, limitOf: (amount) => into(money(amount, own)).amount, currency: input.currency };
};

const total = (amounts: readonly Money[], into: Declaration["into"]): bigint => amounts.reduce((all, amount) => all + into(amount).amount, 0n);

/** The customs value of what goes in other parcels: to their goods as this parcel's is to its own, rounded up so that no relief is opened by a unit. */
const valueBeside = ({ input, lines, into }: Pick<Declaration, "input" | "lines" | "into">): bigint => {
  const goods = sum(["goods"], lines);
  const beside = total(input.alongside?.goods ?? [], into);
  return goods === 0n ? beside : (beside * sum(["value"], lines) + goods - 1n) / goods;
};

export type Judge = { readonly near: readonly NearThreshold[]; readonly holds: (read: ReadRule, leaning: Leaning) => boolean };

/** Reads the conditions of rows against one declaration: whether they hold, and which thresholds are too near to be sure. */
export const judgeOf = (declaration: Declaration): Judge => {
  const { input, lines, chapter } = declaration;
  const known = new Map<string, Measured>();
  const measure = (read: ReadRule): Measured => {
    const found = known.get(read.measure) ?? measured(read, declaration);
    known.set(read.measure, found);
    return found;
  };
  let pieces = input.alongside?.pieces ?? 0;
  let grams = 0;
  for (const line of lines) {
    pieces += line.pieces;
    grams += line.grams;
  }
  const holds = (read: ReadRule, leaning: Leaning): boolean => {
    const when = read.rule.parameters.when;
    if (when === undefined) return true;
    if (when.pieces === "one" && pieces !== 1) return false;
    if (when.pieces === "several" && pieces === 1) return false;
    if (when.gramsOver !== undefined && grams <= when.gramsOver) return false;
    if (when.gramsUpTo !== undefined && grams > when.gramsUpTo) return false;
    if (when.usesBelow !== undefined && (input.buyer.usesThisYear ?? 0) >= when.usesBelow) return false;
    const { over, upTo } = read.amounts;
    if (over === undefined && upTo === undefined) return true;
    const { value, isForeign, limitOf } = measure(read);
    const hundredths = !isForeign || leaning === "as-converted" ? 100n : leaning === "upwards" ? 100n + bandPercent : 100n - bandPercent;
    if (over !== undefined && value * hundredths <= limitOf(over) * 100n) return false;
    return upTo === undefined || value * hundredths <= limitOf(upTo) * 100n;
  };
  const near = new Map<string, NearThreshold>();
  for (const read of chapter.conditional) {
    const { over, upTo } = read.amounts;
    if (over === undefined && upTo === undefined) continue;
    const { value, isForeign, limitOf, currency } = measure(read);
    if (!isForeign) continue;
    for (const amount of [over, upTo]) {
      if (amount === undefined) continue;
      const limit = limitOf(amount);
      const gap = value > limit ? value - limit : limit - value;
      if (gap * 100n > limit * bandPercent || near.has(`${amount} ${read.rule.currency}`) || !lines.some((line) => coversItem(read.rule, line))) continue;
      near.set(`${amount} ${read.rule.currency}`, { threshold: money(amount, read.rule.currency ?? currency), value: money(value, currency), rule: read.reference });
    }
  }
  return { near: [...near.values()], holds };
};
