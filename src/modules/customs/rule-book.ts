import { isPlainDate, type PlainDate } from "@/kernel/time";
import type { TradeRule } from "./rule";
import { ruleFaults } from "./rule-faults";

/** A row as a customs broker writes it: what its scope does not mention is not restricted. */
export type RuleRow = {
  readonly id: string; readonly kind: string; readonly name: string; readonly from: string; readonly to: string | null; readonly due: string; readonly confidence: string;
  readonly text: string; readonly source: string; readonly formula: string; readonly parameters: Readonly<Record<string, unknown>>; readonly scope: Readonly<Record<string, unknown>>;
};

/** A written row as a row of the book. What does not read (`ruleFaults`) is thrown with its id: whoever has somebody to tell asks before. */
export const ruleOf = (
  row: Readonly<Record<string, unknown>>, { market, checkedOn, author, approver }: { readonly market: string; readonly checkedOn: PlainDate; readonly author: string; readonly approver: string | null },
): TradeRule => {
  const faults = ruleFaults(row);
  if (faults.length > 0) throw new TypeError(`rule ${String(row.id)}: ${faults.join(", ")}`);
  const scope = (row.scope ?? {}) as Record<string, unknown>;
  return {
    id: row.id, market, region: scope.region ?? null, kind: row.kind, formula: row.formula, parameters: row.parameters ?? {},
    currency: scope.currency ?? null, origins: scope.origins ?? [], hsPrefixes: scope.hsPrefixes ?? [], transports: scope.transports ?? [],
    modes: scope.modes ?? [], shipFrom: scope.shipFrom ?? [], due: row.due, effectiveFrom: row.from, effectiveTo: row.to, name: row.name,
    text: row.text, source: row.source, checkedOn, confidence: row.confidence, author, approver,
  } as unknown as TradeRule;
};

/** The inverse: a row of the book as it is written, so that it can be copied and changed. */
export const rowOf = (rule: TradeRule): RuleRow => {
  const { id, kind, name, due, confidence, text, source, formula, parameters, region, currency, origins, hsPrefixes, transports, modes, shipFrom } = rule;
  const lists = Object.entries({ origins, hsPrefixes, transports, modes, shipFrom }).filter(([, list]) => list.length > 0);
  return {
    id, kind, name, from: rule.effectiveFrom, to: rule.effectiveTo, due, confidence, text, source, formula, parameters: parameters as unknown as Readonly<Record<string, unknown>>,
    scope: { ...(region === null ? {} : { region }), ...(currency === null ? {} : { currency }), ...Object.fromEntries(lists) },
  };
};

/**
 * Reads one file of the rule book (prisma/seed/rules/<MARKET>.json), as a customs broker keeps it, into rows.
 *
 * A file names its market and the day it was checked; a row says from when to when it holds ("to" is the first day on which it no longer does), what it does,
 * and whom it concerns. The embedded rows are approved by whoever installs them; a "draft" waits for a person, because its source does not
 * say that it is in force.
 */
export const readRuleBook = (file: unknown): TradeRule[] => {
  const book = file as { market: string; checkedOn: string; rules: Record<string, unknown>[] };
  if (!/^[A-Z]{2}$/.test(book.market) || !isPlainDate(book.checkedOn) || !Array.isArray(book.rules)) throw new TypeError("not a file of the rule book");
  const { market, checkedOn } = book;
  return book.rules.map((row) => ruleOf(row, { market, checkedOn, author: "reference", approver: row.draft === true ? null : "installation" }));
};
