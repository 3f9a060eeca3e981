import { leastShownOf } from "@/kernel/currency";
import { plus, zero, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import type { Rate, RateRefusal } from "@/modules/fx/rate";
import { faultIn, type DeclarationRefusal, type LandedCostInput } from "./declaration";
import { exchangeInto } from "./exchange";
import { reckon } from "./formulas";
import { declare, shared, sum, type Declaration, type Line } from "./lines";
import { coversItem, type TradeRule } from "./rule";
import { prepareRules, type ChargedKind, type PreparedRules, type ReadRule, type RuleReference } from "./rule-index";
import { judgeOf, type Judge, type Leaning, type NearThreshold } from "./threshold";

export type Charge = {
  readonly kind: "duty" | "tax" | "fee" | "relief";
  /** Key of the line's name: customs.charges.<name>. */
  readonly name: string;
  readonly amount: Money;
  readonly due: "checkout" | "arrival";
  readonly base: Money | null;
  readonly rule: RuleReference;
};

export type Unknown = "duty" | "tax";
export type LandedRefusal = {
  readonly code: string;
  readonly alternatives: readonly string[];
  /** Only with customs.not-known: what the rule book has no figure for. Everything else in the answer still holds. */
  readonly missing?: readonly Unknown[];
};

export type LandedCost = {
  readonly goods: Money;
  /** Delivery, and insurance where there is one. */
  readonly freight: Money;
  readonly charges: readonly Charge[];
  readonly total: Money;
  readonly payableNow: Money;
  readonly payableOnArrival: Money;
  readonly refusal: LandedRefusal | null;
  /** Only where a threshold in another currency is so near that customs' own rate may decide: the dearer side was reckoned. */
  readonly near?: readonly NearThreshold[];
};

/**
 * What a consignment costs at the door: the goods, the delivery, and every duty, tax and fee, each with the dated row of the rule book behind it.
 *
 * Order of computing, as customs does it: origin and HS code choose the rows; the customs value (CIF or FOB as the market's valuation row says);
 * limits; reliefs; duty by layers, of which some replace others; fees; then taxes, whose base may hold the duty. Freight and insurance are shared over
 * the items by value. Each line is rounded once, half-even unless its row says otherwise, to the least that `currency` prints: the minor unit, or a whole
 * rupiah. Lines due at checkout and on arrival are never mixed. Where the rule book has no figure, the refusal is customs.not-known with what is missing: the rest of the answer stands, and the
 * missing part is never guessed; a tax whose base holds an unknown duty is unknown too. A broken limit refuses with lawful alternatives and charges nothing.
 * Near a threshold that needs an exchange rate (2 %, see threshold.ts) the dearer side is promised and `near` says so. Without a region only rows of the whole
 * country speak, which is what a page can know before there is an address. A pure function of its input. Sources: the `source` of each row.
 * France, one T-shirt at 30.00 EUR, freight 8.00, from China, in August 2026: duty 3.00, fee 2.00, VAT 20 % of 41.00 = 8.20, total 51.20.
 */
export const landedCost = (input: LandedCostInput, rules: readonly TradeRule[] | PreparedRules, rates: readonly Rate[]): Result<LandedCost, DeclarationRefusal | RateRefusal> => {
  const wrong = faultIn(input);
  if (wrong) return refuse(wrong);
  const { market, region, date, shipFrom, transport, mode, currency } = input;
  const chapter = ("chapterFor" in rules ? rules : prepareRules(rules)).chapterFor({ market, region, on: date, shipFrom, transport, mode });
  const amounts = [...input.items.map((item) => item.unitPrice), input.freight, input.insurance, input.buyer.usedThisYear, input.buyer.sameDayValue, ...(input.alongside?.goods ?? []), ...(input.alongside?.freight ?? [])];
  const needed = [...amounts.flatMap((amount) => amount?.currency ?? []), ...chapter.currencies];
  const exchange = exchangeInto(currency, needed, rates, input.ratesOn ?? date);
  if (!exchange.ok) return exchange;
  const declaration = declare(input, chapter, exchange.value);
  const judge = judgeOf(declaration);
  if (judge.near.length === 0) return ok(costOf(declaration, judge, "as-converted"));
  const sides = (["upwards", "as-converted", "downwards"] as const).map((leaning) => costOf(declaration, judge, leaning));
  return ok({ ...sides.reduce((dearest, side) => (isDearer(side, dearest) ? side : dearest)), near: judge.near });
};

const graveness = ({ refusal }: LandedCost): number => (refusal === null ? 0 : refusal.code === "customs.not-known" ? 1 : 2);
const isDearer = (a: LandedCost, b: LandedCost): boolean => graveness(a) > graveness(b) || (graveness(a) === graveness(b) && a.total.amount > b.total.amount);

/** What happens to a line while it is charged: what each layer of duty has taken, and whether some duty on it is unknown. */
type Taken = { readonly line: Line; readonly layers: Map<string, bigint | null>; isDutyUnknown: boolean };

const costOf = (declaration: Declaration, judge: Judge, leaning: Leaning): LandedCost => {
  const { input: { currency }, chapter, lines } = declaration;
  const active = (read: ReadRule): boolean => judge.holds(read, leaning);
  // One limit speaks, the first by id.
  const broken = chapter.limits.find(active)?.rule;
  if (broken?.formula === "limit") return summed(declaration, [], { code: `customs.${broken.parameters.refusal}`, alternatives: broken.parameters.alternatives });

  const taken = lines.map((line): Taken => ({ line: { ...line, parts: { ...line.parts } }, layers: new Map(), isDutyUnknown: false }));
  const charges: Charge[] = [];
  const relieved: Record<ChargedKind, Set<Taken>> = { duty: new Set(), fee: new Set(), tax: new Set() };
  for (const read of chapter.reliefs) {
    if (read.rule.formula !== "relieved" || !active(read)) continue;
    const covered = taken.filter(({ line }) => coversItem(read.rule, line));
    if (covered.length === 0) continue;
    for (const kind of read.rule.parameters.covers) for (const each of covered) relieved[kind].add(each);
    charges.push(charge(read, "relief", zero(currency), null));
  }
  const missing = new Set<Unknown>();
  for (const kind of ["duty", "fee", "tax"] as const) {
    const open = taken.filter((each) => !relieved[kind].has(each));
    const { chosen, silent } = choose(kind, open, active, kind === "duty" && chapter.isDomestic);
    if (silent.length > 0 && kind !== "fee") missing.add(kind);
    if (kind === "duty") for (const each of silent) each.isDutyUnknown = true;
    for (const [read, covered] of chosen) {
      const amount = take(read, covered, declaration);
      if (kind === "duty") for (const each of covered) each.isDutyUnknown ||= amount === null;
      if (amount === null) {
        if (kind !== "fee") missing.add(kind);
        for (const { layers } of covered) layers.set(read.layer, null);
        continue;
      }
      const { of, rule } = read;
      charges.push(charge(read, rule.formula === "none" ? "relief" : kind, { amount, currency }, of === null ? null : { amount: sum(of, covered.map(({ line }) => line)), currency }));
      if (amount === 0n || (kind !== "duty" && !chapter.used.has(kind))) continue;
      shared({ amount, currency }, covered.map(({ line }) => sum(of ?? ["goods"], [line]))).forEach((part, i) => {
        const each = covered[i];
        if (!each) return;
        each.line.parts[kind] += part;
        if (kind === "duty") each.layers.set(read.layer, part);
      });
    }
  }
  return summed(declaration, charges, missing.size === 0 ? null : { code: "customs.not-known", alternatives: ["pay-on-arrival"], missing: [...missing] });
};

/**
 * For each line the row of each layer that is cut closest and holds, without the layers that another of them replaces; then the lines of one row together,
 * layer by layer: a flat sum is taken once, a percentage rounded once. Silence of the rule book is not a zero: only what never crosses a border owes no duty by itself.
 */
const choose = (kind: ChargedKind, open: readonly Taken[], active: (read: ReadRule) => boolean, owesNothing: boolean): { chosen: readonly (readonly [ReadRule, Taken[]])[]; silent: readonly Taken[] } => {
  const groups = new Map<ReadRule, Taken[]>();
  const silent: Taken[] = [];
  for (const each of open) {
    const speaking = each.line.match[kind].flatMap(({ rules }) => rules.find(active) ?? []);
    const replaced = new Set(speaking.flatMap(({ replaces }) => replaces));
    if (!owesNothing && !replaced.has("base") && !speaking.some(({ layer }) => layer === "base")) silent.push(each);
    for (const read of speaking) {
      if (replaced.has(read.layer)) continue;
      const group = groups.get(read);
      if (group) group.push(each);
      else groups.set(read, [each]);
    }
  }
  const place = ({ layer }: ReadRule): string => (layer === "base" ? "" : layer);
  return { chosen: groups.size < 2 ? [...groups] : [...groups].sort(([a], [b]) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0)), silent };
};

const take = (read: ReadRule, covered: readonly Taken[], { into, input: { currency } }: Declaration): bigint | null => {
  const { rule, of } = read;
  if (of?.includes("duty") && covered.some(({ isDutyUnknown }) => isDutyUnknown)) return null;
  const lines = covered.map(({ line }) => line);
  const net = rule.formula === "ad-valorem" ? rule.parameters.net : undefined;
  let charged: bigint | null = 0n;
  for (const layer of net ?? []) {
    for (const { layers } of covered) {
      const part = layers.get(layer);
      charged = charged === null || part === null ? null : charged + (part ?? 0n);
    }
  }
  return reckon(read, {
    base: of === null ? 0n : sum(of, lines), charged, unit: leastShownOf(currency),
    grams: lines.reduce((all, { grams }) => all + grams, 0), pieces: lines.reduce((all, { pieces }) => all + pieces, 0),
    distinctHs: lines.length === 1 ? 1 : new Set(lines.map(({ hs }) => hs)).size,
    into: (amount) => into({ amount, currency: rule.currency ?? currency }).amount,
  });
};

const summed = ({ input: { currency }, lines, freight, insurance }: Declaration, charges: readonly Charge[], refusal: LandedRefusal | null): LandedCost => {
  const goods = { amount: sum(["goods"], lines), currency };
  const delivery = plus(freight, insurance);
  let now = goods.amount + delivery.amount;
  let later = 0n;
  for (const { due, amount } of charges) {
    if (due === "checkout") now += amount.amount;
    else later += amount.amount;
  }
  return { goods, freight: delivery, charges, total: { amount: now + later, currency }, payableNow: { amount: now, currency }, payableOnArrival: { amount: later, currency }, refusal };
};

const charge = (read: ReadRule, kind: Charge["kind"], amount: Money, base: Money | null): Charge => ({ kind, name: read.rule.name, amount, due: read.rule.due, base, rule: read.reference });
