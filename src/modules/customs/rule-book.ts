import { isCurrency } from "@/kernel/currency";
import { isPlainDate } from "@/kernel/time";
import type { TradeRule } from "./rule";

const kinds = ["valuation", "threshold", "relief", "duty", "fee", "tax"];
const formulas = [
  "customs-value", "limit", "relieved", "none", "not-known", "ad-valorem", "inside-itself", "cross-border-tax", "excess-or-weight", "specific", "compound", "at-least",
  "flat-per-hs6", "flat-per-parcel",
];
const amounts = ["amount", "less", "free", "perKg", "waivedUpTo", "over", "upTo"];
const scopes = ["region", "currency", "origins", "hsPrefixes", "transports", "modes", "shipFrom"];

/**
 * Reads one file of the rule book (prisma/seed/rules/<MARKET>.json), as a customs broker keeps it, into rows.
 *
 * A file names its market and the day it was checked; a row says from when to when it holds ("to" is the first day on which it no longer does), what it does,
 * and whom it concerns; what it does not mention is not restricted. A row that does not read is thrown with its id: a rule that is silently
 * left out would be a duty that nobody asks for. The embedded rows are approved by whoever installs them; a "draft" waits for a person, because its source does not
 * say that it is in force.
 */
export const readRuleBook = (file: unknown): TradeRule[] => {
  const book = file as { market: string; checkedOn: string; rules: Record<string, unknown>[] };
  if (!/^[A-Z]{2}$/.test(book.market) || !isPlainDate(book.checkedOn) || !Array.isArray(book.rules)) throw new TypeError("not a file of the rule book");
  return book.rules.map((row) => {
    const scope = (row.scope ?? {}) as Record<string, unknown>;
    const parameters = (row.parameters ?? {}) as { readonly when?: object };
    const faults = [
      typeof row.id === "string" && /^rul_[a-z0-9_]{1,60}$/.test(row.id) || "id",
      kinds.includes(String(row.kind)) || "kind",
      formulas.includes(String(row.formula)) || "formula",
      isPlainDate(String(row.from)) || "from",
      row.to === null || (isPlainDate(String(row.to)) && String(row.to) > String(row.from)) || "to",
      row.due === "checkout" || row.due === "arrival" || "due",
      ["high", "medium", "low"].includes(String(row.confidence)) || "confidence",
      ...["name", "text", "source"].map((key) => (typeof row[key] === "string" && row[key] !== "") || key),
      scope.currency === undefined || isCurrency(String(scope.currency)) || "currency",
      [...Object.keys(parameters), ...Object.keys(parameters.when ?? {})].some((key) => amounts.includes(key)) ? scope.currency !== undefined || "currency of the amounts" : true,
      // Goods are declared with six digits: a longer prefix would match nothing, and the row would be silently idle.
      ((scope.hsPrefixes ?? []) as readonly string[]).every((prefix) => /^!?\d{2,6}$/.test(prefix)) || "hsPrefixes",
      ...Object.keys(scope).map((key) => scopes.includes(key) || `scope.${key}`),
    ].filter((fault) => fault !== true);
    if (faults.length > 0) throw new TypeError(`rule ${String(row.id)}: ${faults.join(", ")}`);
    return {
      id: row.id, market: book.market, region: scope.region ?? null, kind: row.kind, formula: row.formula, parameters,
      currency: scope.currency ?? null, origins: scope.origins ?? [], hsPrefixes: scope.hsPrefixes ?? [], transports: scope.transports ?? [],
      modes: scope.modes ?? [], shipFrom: scope.shipFrom ?? [], due: row.due, effectiveFrom: row.from, effectiveTo: row.to, name: row.name,
      text: row.text, source: row.source, checkedOn: book.checkedOn, confidence: row.confidence,
      author: "reference", approver: row.draft === true ? null : "installation",
    } as unknown as TradeRule;
  });
};
