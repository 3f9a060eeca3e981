import { isInEuropeanUnion, type CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import type { PlainDate } from "@/kernel/time";
import type { Confidence } from "@/modules/fx/rate";

/** How goods travel, as customs sees it: by post, by courier, out of a bonded warehouse, or as a single cross-border declaration ("direct", China's 9610). */
export const transports = ["post", "courier", "bonded", "direct"] as const;
export type Transport = (typeof transports)[number];
/** Retail to a person across the border, or ordinary import by a firm. */
export const tradeModes = ["cross-border", "general-trade"] as const;
export type TradeMode = (typeof tradeModes)[number];

export type RuleKind = "valuation" | "threshold" | "relief" | "duty" | "fee" | "tax";
/** What an amount may be reckoned from: parts of the consignment, and what was charged before. */
export type Part = "goods" | "freight" | "insurance" | "value" | "duty" | "fee" | "tax";

/** When a row holds, beyond its scope. Amounts are in the row's currency; `over` and `gramsOver` are exclusive, `upTo` and `gramsUpTo` inclusive. */
export type Condition = {
  readonly of?: readonly Part[];
  readonly over?: string;
  readonly upTo?: string;
  /** What the buyer already has against the limit: this calendar year's total, or what arrives on the same day. */
  readonly adds?: "used-this-year" | "same-day";
  /** Only while the person has used the relief fewer times than this in the year. */
  readonly usesBelow?: number;
  readonly pieces?: "one" | "several";
  /** The weight of the whole consignment. */
  readonly gramsOver?: number;
  readonly gramsUpTo?: number;
};

type Common = {
  readonly when?: Condition;
  /** Rows of one kind and layer compete, the most specific wins; rows of different layers add up. Default "base". */
  readonly layer?: string;
  /** Layers that this row stands in for: what it covers does not bear them (a Sec. 232 duty instead of a Sec. 301 one). Replacing is not handed on. */
  readonly replaces?: readonly string[];
  /** A charge of at most this much is not collected at all. */
  readonly waivedUpTo?: string;
  readonly round?: "half-even" | "half-up" | "down" | "up";
};

type Percentage = { readonly percent: string; readonly of: readonly Part[] };
type PerUnit = { readonly amount: string; readonly per: "kg" | "piece" };

/** The closed vocabulary. Nothing about a country is in code but these words; what they mean stands in formulas.ts. */
export type Formula =
  | { readonly formula: "customs-value"; readonly parameters: Common & Percentage }
  | { readonly formula: "limit"; readonly parameters: Common & { readonly refusal: string; readonly alternatives: readonly string[] } }
  | { readonly formula: "relieved"; readonly parameters: Common & { readonly covers: readonly ("duty" | "tax" | "fee")[] } }
  | { readonly formula: "none"; readonly parameters: Common }
  | { readonly formula: "not-known"; readonly parameters: Common }
  | { readonly formula: "ad-valorem"; readonly parameters: Common & Percentage & { readonly less?: string; /** Layers whose charge is taken off: a cap. */ readonly net?: readonly string[] } }
  | { readonly formula: "inside-itself"; readonly parameters: Common & Percentage }
  | { readonly formula: "cross-border-tax"; readonly parameters: Common & { readonly vat: string; readonly consumption: string; readonly share: string; readonly of: readonly Part[] } }
  | { readonly formula: "excess-or-weight"; readonly parameters: Common & Percentage & { readonly free: string; readonly perKg: string } }
  | { readonly formula: "specific"; readonly parameters: Common & PerUnit }
  | { readonly formula: "compound" | "at-least"; readonly parameters: Common & Percentage & PerUnit }
  | { readonly formula: "flat-per-hs6" | "flat-per-parcel"; readonly parameters: Common & { readonly amount: string } };

/** What every dated row says of itself, whatever it rules: since when, in which words, from where, and how sure. Half-open days of the market's own calendar. */
export type DatedRow = {
  readonly id: Id<"rule">;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  /** Key of its name in the messages: customs.charges.<name> for a rule, customs.goods.<name> for a restriction. */
  readonly name: string;
  /** The rule in the words of a customs broker, in English. */
  readonly text: string;
  readonly source: string;
  readonly checkedOn: PlainDate;
  readonly confidence: Confidence;
};

/**
 * One dated row of the rule book. Never changed: ended, and followed by another; orders keep the ids of the rows they used.
 * `effectiveFrom` counts, `effectiveTo` does not (half-open), both as days of the market's own calendar.
 * Scopes that are empty hold for everything. A place is a country or "EU"; in `shipFrom` also "domestic" (inside the market's own customs territory,
 * where only rows that say so hold) and "abroad" (everywhere else). A "!" in front of a place or an HS prefix takes it out.
 */
export type TradeRule = Formula & DatedRow & {
  /** ISO country, or "EU" for all its member states. */
  readonly market: string;
  readonly region: string | null;
  readonly kind: RuleKind;
  readonly currency: Currency | null;
  readonly origins: readonly string[];
  readonly hsPrefixes: readonly string[];
  readonly transports: readonly string[];
  readonly modes: readonly string[];
  readonly shipFrom: readonly string[];
  readonly due: "checkout" | "arrival";
  /** Who wrote the row, and who approved it: never the same. The embedded book is written by "reference" and taken over by whoever installed it. */
  readonly author: string;
  /** Null is a draft: it is in force nowhere. */
  readonly approver: string | null;
};

/** What decides which rows speak about a consignment. */
export type Consignment = {
  readonly market: CountryCode;
  readonly region: string | null;
  readonly on: PlainDate;
  readonly shipFrom: CountryCode;
  readonly transport: Transport;
  readonly mode: TradeMode;
};

/** Whether goods stay inside one customs territory: sold within the country, or between members of the EU. Bonded goods have not been imported yet. */
export const isDomestic = ({ market, shipFrom, transport }: Pick<Consignment, "market" | "shipFrom" | "transport">): boolean =>
  transport !== "bonded" && (market === shipFrom || (isInEuropeanUnion(market) && isInEuropeanUnion(shipFrom)));

/**
 * The parts of a market whose tax the rule book tells one by one (states, provinces), whatever the day: where there are any, nobody knows the tax
 * before the part is known, and a part that is not among them does not exist.
 */
export const taxRegions = (rules: readonly TradeRule[], market: CountryCode): readonly string[] =>
  [...new Set(rules.flatMap((rule) => (rule.market === market && rule.kind === "tax" && rule.region !== null ? [rule.region] : [])))].sort();

/** Whether a row was in force for a market on a day, the day it ends no longer being one. A row that nobody has approved never is. */
export const isInForce = (rule: TradeRule, market: CountryCode, on: PlainDate): boolean =>
  (rule.market === market || (rule.market === "EU" && isInEuropeanUnion(market)))
  && rule.approver !== null && rule.effectiveFrom <= on && (rule.effectiveTo === null || on < rule.effectiveTo);

/** Whether a row in force speaks about a consignment as a whole, whatever is in it. */
export const concerns = (rule: TradeRule, consignment: Omit<Consignment, "market" | "on">, domestic: boolean): boolean =>
  (rule.region === null || rule.region === consignment.region)
  && (rule.transports.length === 0 || rule.transports.includes(consignment.transport))
  && (rule.modes.length === 0 || rule.modes.includes(consignment.mode))
  // What does not cross a border meets no row that was written for borders: only rows that name it hold.
  && (domestic ? rule.shipFrom.includes("domestic") : holdsFor(rule.shipFrom, consignment.shipFrom));

/** Whether a row speaks about an item: by its origin (where it was made, not where it lies) and by its HS code's beginning. */
export const coversItem = (rule: TradeRule, item: { readonly hs: string; readonly origin: CountryCode }): boolean =>
  holdsFor(rule.origins, item.origin) && coversCode(rule.hsPrefixes, item.hs);

/** How closely a row is cut to an item: a longer HS prefix counts most, then a region, an origin, a shipping country, a transport, a mode, the country itself over the EU. */
export const specificity = (rule: TradeRule, item: { readonly hs: string }): number => {
  const prefix = rule.hsPrefixes.reduce((longest, p) => (item.hs.startsWith(p) && p.length > longest ? p.length : longest), 0);
  return prefix * 100 + (rule.region === null ? 0 : 50) + (rule.origins.length > 0 ? 20 : 0) + (rule.shipFrom.length > 0 ? 10 : 0)
    + (rule.transports.length > 0 ? 5 : 0) + (rule.modes.length > 0 ? 2 : 0) + (rule.market === "EU" ? 0 : 1);
};

const coversCode = (prefixes: readonly string[], hs: string): boolean => {
  if (prefixes.some((prefix) => prefix.startsWith("!") && hs.startsWith(prefix.slice(1)))) return false;
  const wanted = prefixes.filter((prefix) => !prefix.startsWith("!"));
  return wanted.length === 0 || wanted.some((prefix) => hs.startsWith(prefix));
};

const holdsFor = (scope: readonly string[], country: CountryCode): boolean => {
  const isIn = (place: string) => place === "abroad" || place === country || (place === "EU" && isInEuropeanUnion(country));
  const wanted = scope.filter((place) => !place.startsWith("!"));
  if (scope.some((place) => place.startsWith("!") && isIn(place.slice(1)))) return false;
  return wanted.length === 0 || wanted.some(isIn);
};
