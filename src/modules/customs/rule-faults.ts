import { isCountryCode } from "@/kernel/country";
import { isCurrency } from "@/kernel/currency";
import { isPlainDate } from "@/kernel/time";
import { tradeModes, transports } from "./rule";

export const ruleKinds = ["valuation", "threshold", "relief", "duty", "fee", "tax"] as const;
export const formulas = [
  "customs-value", "limit", "relieved", "none", "not-known", "ad-valorem", "inside-itself", "cross-border-tax", "excess-or-weight", "specific", "compound", "at-least",
  "flat-per-hs6", "flat-per-parcel",
] as const;
export const confidences = ["high", "medium", "low"] as const;

const amounts = ["amount", "less", "free", "perKg", "waivedUpTo", "over", "upTo"];
const scopes = ["region", "currency", "origins", "hsPrefixes", "transports", "modes", "shipFrom"];
const parts = ["goods", "freight", "insurance", "value", "duty", "fee", "tax"];

// Twelve figures before the point and six behind it: what no law exceeds and every formula reckons exactly.
const isDecimal = (value: unknown): boolean => typeof value === "string" && /^\d{1,12}(\.\d{1,6})?$/.test(value);
/** A tax inside its own base divides by what is left of a hundred. */
const isBelowHundred = (value: unknown): boolean => isDecimal(value) && Number(value) < 100;
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1;
const isWord = (value: unknown): boolean => typeof value === "string" && /^[a-z][a-z0-9-]{0,40}$/.test(value);
const listOf = (isOne: (value: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.length <= 200 && value.every(isOne);
const oneOf = (words: readonly string[]) => (value: unknown): boolean => words.includes(String(value));

type Check = (value: unknown) => boolean;
const someParts: Check = (value) => listOf(oneOf(parts))(value) && (value as unknown[]).length > 0;
const percentage = { percent: isDecimal, of: someParts };
const perUnit = { amount: isDecimal, per: oneOf(["kg", "piece"]) };

/** What each formula cannot do without. */
const needed: Readonly<Record<(typeof formulas)[number], Readonly<Record<string, Check>>>> = {
  "customs-value": percentage, limit: { refusal: isWord, alternatives: listOf(isWord) }, relieved: { covers: listOf(oneOf(["duty", "tax", "fee"])) }, none: {}, "not-known": {},
  "ad-valorem": percentage, "inside-itself": { percent: isBelowHundred, of: someParts }, "cross-border-tax": { vat: isDecimal, consumption: isBelowHundred, share: isDecimal, of: someParts },
  "excess-or-weight": { ...percentage, free: isDecimal, perKg: isDecimal }, specific: perUnit, compound: { ...percentage, ...perUnit }, "at-least": { ...percentage, ...perUnit },
  "flat-per-hs6": { amount: isDecimal }, "flat-per-parcel": { amount: isDecimal },
};
/** What any formula may have beside it. */
const common: Readonly<Record<string, Check>> = {
  layer: isWord, replaces: listOf(isWord), waivedUpTo: isDecimal, round: oneOf(["half-even", "half-up", "down", "up"]), less: isDecimal, net: listOf(isWord),
};
const conditions: Readonly<Record<string, Check>> = {
  of: someParts, over: isDecimal, upTo: isDecimal, adds: oneOf(["used-this-year", "same-day"]), usesBelow: isCount, pieces: oneOf(["one", "several"]), gramsOver: isCount, gramsUpTo: isCount,
};

const isPlace: Check = (value) => typeof value === "string" && (["EU", "domestic", "abroad"].includes(value.replace(/^!/, "")) || isCountryCode(value.replace(/^!/, "")));
const scopeChecks: Readonly<Record<string, Check>> = {
  region: (value) => typeof value === "string" && /^[A-Z0-9]{1,3}$/.test(value), currency: (value) => isCurrency(String(value)), origins: listOf(isPlace), shipFrom: listOf(isPlace),
  // Goods are declared with six digits: a longer prefix would match nothing, and the row would be silently idle.
  hsPrefixes: listOf((value) => typeof value === "string" && /^!?\d{2,6}$/.test(value)), transports: listOf(oneOf(transports)), modes: listOf(oneOf(tradeModes)),
};

const ownKinds: Readonly<Record<string, string>> = { valuation: "customs-value", threshold: "limit", relief: "relieved" };
const fits = (kind: unknown, formula: unknown): boolean => {
  const own = ownKinds[String(kind)];
  return own === undefined ? !Object.values(ownKinds).includes(String(formula)) : own === formula;
};

const wrong = (checks: Readonly<Record<string, Check>>, given: Readonly<Record<string, unknown>>, prefix: string): string[] =>
  Object.keys(given).flatMap((key) => (checks[key]?.(given[key]) === true ? [] : [`${prefix}${key}`]));

/**
 * What does not read in one row of the rule book as a customs broker writes it, field by field; empty when it reads.
 *
 * A row that is silently left out would be a duty that nobody asks for, and one that does not compute would stop every price of its market: so every word
 * of it is checked against the closed vocabulary (rule.ts) before it may stand in the book, whether a file or one of the staff brought it.
 */
export const ruleFaults = (row: Readonly<Record<string, unknown>>): readonly string[] => {
  const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isRecord(row.scope ?? {}) || !isRecord(row.parameters ?? {})) return [isRecord(row.scope ?? {}) ? "parameters" : "scope"];
  const scope = (row.scope ?? {}) as Readonly<Record<string, unknown>>;
  const { when = {}, ...parameters } = (row.parameters ?? {}) as Readonly<Record<string, unknown>>;
  if (!isRecord(when)) return ["parameters.when"];
  const formula = formulas.find((one) => one === row.formula);
  const needs = formula === undefined ? {} : needed[formula];
  const isAmountGiven = [...Object.keys(parameters), ...Object.keys(when)].some((key) => amounts.includes(key));
  const faults: (string | false)[] = [
    !(typeof row.id === "string" && /^rul_[a-z0-9_]{1,60}$/.test(row.id)) && "id",
    !oneOf(ruleKinds)(row.kind) && "kind",
    !(formula !== undefined && fits(row.kind, formula)) && "formula",
    !isPlainDate(String(row.from)) && "from",
    !(row.to === null || (isPlainDate(String(row.to)) && String(row.to) > String(row.from))) && "to",
    !oneOf(["checkout", "arrival"])(row.due) && "due",
    !oneOf(confidences)(row.confidence) && "confidence",
    !isWord(row.name) && "name",
    ...["text", "source"].map((key) => !(typeof row[key] === "string" && row[key] !== "") && key),
    isAmountGiven && scope.currency === undefined && "currency",
    ...Object.keys(scope).map((key) => !scopes.includes(key) && key),
    ...wrong(scopeChecks, scope, ""),
    ...Object.keys(needs).map((key) => !(key in parameters) && `parameters.${key}`),
    ...wrong({ ...common, ...needs }, parameters, "parameters."),
    ...wrong(conditions, when, "parameters.when."),
  ];
  return [...new Set(faults.filter((fault) => fault !== false))];
};
