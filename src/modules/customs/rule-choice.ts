import type { CountryCode } from "@/kernel/country";
import { coversItem, specificity, type RuleKind, type TradeRule } from "./rule";

type Declared = { readonly hs: string; readonly origin: CountryCode };

/** The layers of a kind, the base first, because surcharges are reckoned on it. */
export const layersOf = (rules: readonly TradeRule[], kind: RuleKind): string[] => {
  const named = new Set(rules.filter((rule) => rule.kind === kind).map((rule) => rule.parameters.layer ?? "base"));
  return [...named].sort((a, b) => (a === "base" ? -1 : b === "base" ? 1 : a < b ? -1 : 1));
};

/** For each item the most specific row of a layer, then the items of one row together: a flat sum is taken once, a percentage rounded once. */
export const winners = <L extends Declared>(rules: readonly TradeRule[], kind: RuleKind, layer: string, lines: readonly L[]): { rule: TradeRule; covered: L[] }[] => {
  const of = new Map<TradeRule, L[]>();
  for (const line of lines) {
    const rule = best(rules.filter((r) => r.kind === kind && (r.parameters.layer ?? "base") === layer), kind, line);
    if (rule) of.set(rule, [...(of.get(rule) ?? []), line]);
  }
  return [...of].map(([rule, covered]) => ({ rule, covered }));
};

/** The row of a kind that is cut closest to an item; of equals the younger, then the smaller id, so that the answer never hangs on an order of rows. */
export const best = (rules: readonly TradeRule[], kind: RuleKind, line: Declared): TradeRule | null => {
  let found: TradeRule | null = null;
  for (const rule of rules) {
    if (rule.kind !== kind || !coversItem(rule, line)) continue;
    const by = found === null ? 1 : specificity(rule, line) - specificity(found, line);
    if (by > 0 || (by === 0 && found !== null && (rule.effectiveFrom > found.effectiveFrom || (rule.effectiveFrom === found.effectiveFrom && rule.id < found.id)))) found = rule;
  }
  return found;
};
