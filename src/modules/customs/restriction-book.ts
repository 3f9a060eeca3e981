import { isPlainDate } from "@/kernel/time";
import { documentKinds } from "@/modules/listing/paper";
import type { Restriction } from "./restriction";

const scopes = ["hsPrefixes", "categories", "flags", "transports", "shipFrom"];

/**
 * Reads the file of restricted goods (prisma/seed/restrictions.json) into rows, one for each market that a row names.
 *
 * A row that does not read, or names no goods at all, is thrown with its id: left out it would let something through, and without goods it would stop everything.
 */
export const readRestrictions = (file: unknown): Restriction[] => {
  const book = file as { checkedOn: string; sources: Record<string, string>; rows: Record<string, unknown>[] };
  if (!isPlainDate(book.checkedOn) || !Array.isArray(book.rows)) throw new TypeError("not a file of restricted goods");
  return book.rows.flatMap((row) => {
    const scope = (row.scope ?? {}) as Record<string, readonly string[]>;
    const sources = (row.sources ?? []) as readonly string[];
    const faults = [
      (typeof row.id === "string" && /^rul_not_[a-z0-9_]{1,50}$/.test(row.id)) || "id",
      (Array.isArray(row.markets) && row.markets.length > 0 && row.markets.every((market) => /^(\*|[A-Z]{2})$/.test(String(market)))) || "markets",
      isPlainDate(String(row.from)) || "from",
      row.to === null || (isPlainDate(String(row.to)) && String(row.to) > String(row.from)) || "to",
      ["high", "medium", "low"].includes(String(row.confidence)) || "confidence",
      ...["name", "text"].map((key) => (typeof row[key] === "string" && row[key] !== "") || key),
      (sources.length > 0 && sources.every((source) => book.sources[source] !== undefined)) || "sources",
      ...Object.keys(scope).map((key) => scopes.includes(key) || `scope.${key}`),
      ["hsPrefixes", "categories", "flags"].some((key) => (scope[key] ?? []).length > 0) || "no goods",
      isBound(row) || "formula",
    ].filter((fault) => fault !== true);
    if (faults.length > 0) throw new TypeError(`restriction ${String(row.id)}: ${faults.join(", ")}`);
    const { formula, document, pieces } = row;
    return (row.markets as string[]).map((market) => ({
      id: `${String(row.id)}_${market === "*" ? "world" : market.toLowerCase()}`, market, formula,
      document: formula === "needs-document" ? document : null, pieces: formula === "pieces-limit" ? pieces : null,
      hsPrefixes: scope.hsPrefixes ?? [], categories: scope.categories ?? [], flags: scope.flags ?? [], transports: scope.transports ?? [], shipFrom: scope.shipFrom ?? [],
      effectiveFrom: row.from, effectiveTo: row.to, name: row.name, text: row.text, source: sources.map((source) => book.sources[source]).join("; "),
      checkedOn: book.checkedOn, confidence: row.confidence,
    }) as unknown as Restriction);
  });
};

const isBound = ({ formula, document, pieces }: Record<string, unknown>): boolean =>
  formula === "prohibited" || formula === "condition" || (formula === "needs-document" && documentKinds.some((kind) => kind === document))
  || (formula === "pieces-limit" && Number.isInteger(pieces) && Number(pieces) > 0);
