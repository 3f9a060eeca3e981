import { exponentOf, type Currency } from "@/kernel/currency";
import type { CountryCode } from "@/kernel/country";
import { decimal, multiply, percent, ratio, roundHalfEven, type Ratio } from "@/kernel/ratio";
import { reckoningOf, type Reckoning } from "./reckoning";
import { concerns, coversItem, isDomestic, isInForce, specificity, type Consignment, type Part, type RuleKind, type TradeRule } from "./rule";

const amountNames = ["amount", "less", "free", "perKg", "waivedUpTo"] as const;
type AmountName = (typeof amountNames)[number] | "over" | "upTo";

/** A row with its figures read once: the share of its base as a fraction, its amounts in minor units of its own currency. */
export type ReadRule = {
  readonly rule: TradeRule;
  readonly layer: string;
  readonly replaces: readonly string[];
  readonly of: readonly Part[] | null;
  readonly share: Ratio | null;
  readonly amounts: Readonly<Partial<Record<AmountName, bigint>>>;
  /** Rows of one measure compare the same sum with their amounts. */
  readonly measure: string;
  readonly reference: RuleReference;
};

/** What a receipt says of the row behind a line. */
export type RuleReference = Pick<TradeRule, "id" | "text" | "source" | "effectiveFrom" | "effectiveTo" | "checkedOn" | "confidence"> & { readonly reckoning: Reckoning | null };

export type ChargedKind = "duty" | "fee" | "tax";
export type Declared = { readonly hs: string; readonly origin: CountryCode };
/** The rows of one kind and layer that cover an item, the closest cut first. */
export type Layer = { readonly layer: string; readonly rules: readonly ReadRule[] };
export type Match = { readonly valuation: readonly ReadRule[]; readonly duty: readonly Layer[]; readonly fee: readonly Layer[]; readonly tax: readonly Layer[] };

/** The rows that speak about one kind of consignment (market, day, way), in the order of their ids, and what they say of an item. */
export type Chapter = {
  readonly isDomestic: boolean;
  readonly rules: readonly ReadRule[];
  readonly limits: readonly ReadRule[];
  readonly reliefs: readonly ReadRule[];
  readonly conditional: readonly ReadRule[];
  /** Currencies that the rows' amounts are in. */
  readonly currencies: readonly Currency[];
  /** Parts that some row reckons from: what nobody reckons from need not be shared over the lines. */
  readonly used: ReadonlySet<Part>;
  readonly matchOf: (item: Declared) => Match;
};

/** The rule book, ready to be asked: what has been read and sorted for one kind of consignment is not read and sorted again. */
export type PreparedRules = { readonly chapterFor: (consignment: Consignment) => Chapter };

// A row is never changed, so it is read once in its life.
const readBefore = new WeakMap<TradeRule, ReadRule>();

const readRule = (rule: TradeRule): ReadRule => {
  const known = readBefore.get(rule);
  if (known) return known;
  const given = rule.parameters as unknown as Readonly<Record<string, string | undefined>>;
  const { when, layer = "base", replaces = [] } = rule.parameters;
  const amounts: Partial<Record<AmountName, bigint>> = {};
  const note = (name: AmountName, text: string | undefined) => {
    if (text === undefined) return;
    if (rule.currency === null) throw new TypeError(`rule ${rule.id} has an amount and no currency`);
    amounts[name] = roundHalfEven(multiply(decimal(text), ratio(10n ** BigInt(exponentOf(rule.currency)), 1n)));
  };
  for (const name of amountNames) note(name, given[name]);
  note("over", when?.over);
  note("upTo", when?.upTo);
  const { id, text, source, effectiveFrom, effectiveTo, checkedOn, confidence } = rule;
  const read: ReadRule = {
    rule, layer, replaces, of: "of" in rule.parameters ? rule.parameters.of : null, share: shareOf(rule), amounts,
    measure: `${(when?.of ?? ["goods"]).join()} ${when?.adds ?? ""} ${rule.currency ?? ""}`, reference: { id, text, source, effectiveFrom, effectiveTo, checkedOn, confidence, reckoning: reckoningOf(rule, amounts) },
  };
  readBefore.set(rule, read);
  return read;
};

const shareOf = (rule: TradeRule): Ratio | null => {
  switch (rule.formula) {
    case "inside-itself": {
      const rate = percent(rule.parameters.percent);
      return ratio(rate.numerator, rate.denominator - rate.numerator);
    }
    case "cross-border-tax": {
      const vat = percent(rule.parameters.vat);
      const consumption = percent(rule.parameters.consumption);
      const both = ratio(vat.numerator * consumption.denominator + consumption.numerator * vat.denominator, vat.denominator * consumption.denominator);
      const grossUp = ratio(consumption.denominator, consumption.denominator - consumption.numerator);
      return multiply(multiply(both, grossUp), percent(rule.parameters.share));
    }
    default: return "percent" in rule.parameters ? percent(rule.parameters.percent) : null;
  }
};

const byId = (a: ReadRule, b: ReadRule): number => (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);

/** The base first, because surcharges are reckoned on it; the rest by name. */
const byLayer = (a: Layer, b: Layer): number => (a.layer === "base" ? -1 : b.layer === "base" ? 1 : a.layer < b.layer ? -1 : 1);

/** The closest cut first; of equals the younger, then the smaller id, so that the answer never hangs on an order of rows. */
const closest = (rules: readonly ReadRule[], item: Declared): ReadRule[] => {
  const cut = new Map(rules.map((read) => [read, specificity(read.rule, item)]));
  return [...rules].sort((a, b) => (cut.get(b) ?? 0) - (cut.get(a) ?? 0) || (a.rule.effectiveFrom > b.rule.effectiveFrom ? -1 : a.rule.effectiveFrom < b.rule.effectiveFrom ? 1 : byId(a, b)));
};

const matchIn = (rules: readonly ReadRule[], item: Declared): Match => {
  const covering = rules.filter(({ rule }) => coversItem(rule, item));
  const ofKind = (kind: RuleKind) => covering.filter(({ rule }) => rule.kind === kind);
  const layersOf = (kind: ChargedKind): Layer[] => {
    const own = ofKind(kind);
    return [...new Set(own.map(({ layer }) => layer))].map((layer) => ({ layer, rules: closest(own.filter((read) => read.layer === layer), item) })).sort(byLayer);
  };
  return { valuation: closest(ofKind("valuation"), item), duty: layersOf("duty"), fee: layersOf("fee"), tax: layersOf("tax") };
};

// More than a shop asks for in a day; a stranger who asks for everything makes us forget, not grow.
const mostKept = 4000;
const kept = <K, V>(store: Map<K, V>, key: K, make: () => V): V => {
  const found = store.get(key);
  if (found !== undefined) return found;
  if (store.size >= mostKept) store.clear();
  const made = make();
  store.set(key, made);
  return made;
};

const chapterOf = (all: readonly TradeRule[], consignment: Consignment): Chapter => {
  const domestic = isDomestic(consignment);
  const rules = all.filter((rule) => isInForce(rule, consignment.market, consignment.on) && concerns(rule, consignment, domestic)).map(readRule).sort(byId);
  const matches = new Map<string, Match>();
  return {
    isDomestic: domestic, rules,
    limits: rules.filter(({ rule }) => rule.formula === "limit"), reliefs: rules.filter(({ rule }) => rule.formula === "relieved"),
    conditional: rules.filter(({ rule }) => rule.parameters.when !== undefined),
    currencies: [...new Set(rules.flatMap(({ rule, amounts }) => (rule.currency === null || Object.keys(amounts).length === 0 ? [] : [rule.currency])))],
    used: new Set(rules.flatMap(({ of }) => of ?? [])),
    matchOf: (item) => kept(matches, `${item.hs}${item.origin}`, () => matchIn(rules, item)),
  };
};

const prepared = new WeakMap<readonly TradeRule[], PreparedRules>();

/**
 * Reads a list of rows once, so that it can be asked thousands of times a second. A list is prepared once in its life (it is never changed),
 * so whoever keeps the same list, as the queries do, pays for it once.
 */
export const prepareRules = (rules: readonly TradeRule[]): PreparedRules => {
  const found = prepared.get(rules);
  if (found) return found;
  const chapters = new Map<string, Chapter>();
  const made: PreparedRules = {
    chapterFor: (consignment) => {
      const { market, on, region, shipFrom, transport, mode } = consignment;
      return kept(chapters, `${market} ${on} ${region ?? ""} ${shipFrom} ${transport} ${mode}`, () => chapterOf(rules, consignment));
    },
  };
  prepared.set(rules, made);
  return made;
};
