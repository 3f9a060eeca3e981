import type { TradeRule } from "./rule";
import type { RuleRow } from "./rule-book";

/** One field that a new row says otherwise than the one it follows; null where the other says nothing. */
export type RuleChange = { readonly field: string; readonly before: string | null; readonly after: string | null };

const text = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(", ") : String(value));

const flat = (row: RuleRow): ReadonlyMap<string, string> => {
  const { scope, parameters, id: _, ...plain } = row;
  const { when = {}, ...rest } = parameters as { readonly when?: object };
  const entries: [string, unknown][] = [
    ...Object.entries(plain), ...Object.entries(rest).map(([key, value]): [string, unknown] => [key, value]),
    ...Object.entries(when).map(([key, value]): [string, unknown] => [key === "of" ? "whenOf" : key, value]), ...Object.entries(scope),
  ];
  return new Map(entries.filter(([, value]) => value !== null).map(([key, value]) => [key, text(value)]));
};

/** What a new row says otherwise than the one it follows, field by field in the order in which a row is written; against nothing, all that it says. */
export const ruleChanges = (before: RuleRow | null, after: RuleRow): readonly RuleChange[] => {
  const [old, young] = [before ? flat(before) : new Map<string, string>(), flat(after)];
  return [...new Set([...young.keys(), ...old.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: young.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
};

/** The book as it would be with a proposed row: the row it follows ends on its first day, and it stands there as if approved. */
export const bookWith = (book: readonly TradeRule[], rule: TradeRule, followsId: string | null): readonly TradeRule[] =>
  [...book.map((old) => (old.id === followsId ? { ...old, effectiveTo: rule.effectiveFrom } : old)), { ...rule, approver: "proposal" }];
