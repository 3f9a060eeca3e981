import type { Currency } from "@/kernel/currency";
import { exponentOf } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { isLess, minus, money, plus, total, zero, type Money } from "@/kernel/money";
import { decimal, roundHalfEven, ratio } from "@/kernel/ratio";
import type { CountryCode } from "@/kernel/country";
import type { LandedCostInput } from "@/modules/customs/declaration";
import { isDomestic, type Condition, type TradeRule, type Transport } from "@/modules/customs/rule";

/** What a person has already against a market's limits: customs values of this calendar year, goods ordered today, and parcels that used a relief this year. */
export type Use = { readonly year: Money; readonly day: Money; readonly uses: number };
export const noUse = (currency: Currency): Use => ({ year: zero(currency), day: zero(currency), uses: 0 });

export const isSameUse = (a: Use, b: Use): boolean => a.year.amount === b.year.amount && a.day.amount === b.day.amount && a.uses === b.uses;

const conditionOf = (rule: TradeRule): Condition | undefined => rule.parameters.when;

/** Whether a market's rows count what a person has used before: elsewhere nothing is asked, counted or kept. */
export const countsUse = (rules: readonly TradeRule[]): boolean =>
  rules.some((rule) => conditionOf(rule)?.adds !== undefined || conditionOf(rule)?.usesBelow !== undefined);

/** Whether a parcel crosses the market's border, and so counts. */
export const isCounted = (market: CountryCode, from: { readonly country: string; readonly kind: string }): boolean =>
  !isDomestic({ market, shipFrom: from.country as CountryCode, transport: from.kind === "bonded" ? "bonded" : ("courier" satisfies Transport) });

export type CountedParcel = { readonly goods: Money; readonly delivery: Money };

/**
 * What the buyer has against each limit when one parcel of an order is declared: what was used before, and the order's other parcels, which reach the same
 * person as well. Uses of a relief are counted in the order of the parcels. In Korea all that is ordered on one day counts as arriving on one day.
 */
export const buyerFor = (use: Use, parcels: readonly CountedParcel[], index: number): LandedCostInput["buyer"] => {
  const others = parcels.filter((_, at) => at !== index);
  const { currency } = use.year;
  return {
    usedThisYear: plus(use.year, total(others.flatMap(({ goods, delivery }) => [goods, delivery]), currency)),
    sameDayValue: plus(use.day, total(others.map(({ goods }) => goods), currency)),
    usesThisYear: use.uses + index,
  };
};

/** A limit as a buyer sees it before paying. `after` is with this order. */
export type Meter = {
  readonly kind: "year-value" | "day-value" | "year-uses";
  readonly ruleId: Id<"rule">; readonly text: string; readonly source: string;
  readonly limit: { readonly money: Money } | { readonly times: number };
  readonly used: { readonly money: Money } | { readonly times: number };
  readonly after: { readonly money: Money } | { readonly times: number };
  /** Within the limit, above four fifths of it, or beyond. */
  readonly state: "open" | "near" | "beyond";
};

/**
 * The limits of a market that this order counts against, one of each kind: the row that is tightest for the place the parcels come from.
 * Amounts in the market's money, a limit in another at the day's rate, half-even; at the limit is still within it.
 * China, 20,000 yuan used this year and 3,000 in the cart: 23,000 of 26,000, near.
 */
export const metersOf = (rules: readonly TradeRule[], use: Use, parcels: readonly (CountedParcel & { readonly shipFrom: CountryCode })[], into: (amount: Money) => Money): Meter[] => {
  if (parcels.length === 0) return [];
  const { currency } = use.year;
  const meters = new Map<Meter["kind"], Meter>();
  const goods = total(parcels.map((parcel) => parcel.goods), currency);
  const landed = plus(goods, total(parcels.map(({ delivery }) => delivery), currency));
  for (const rule of rules) {
    const when = conditionOf(rule);
    const limitText = when?.over ?? when?.upTo;
    const { id: ruleId, text, source } = rule;
    if (when?.usesBelow !== undefined) {
      const after = use.uses + parcels.length;
      meters.set("year-uses", { kind: "year-uses", ruleId, text, source, limit: { times: when.usesBelow }, used: { times: use.uses }, after: { times: after }, state: after > when.usesBelow ? "beyond" : after === when.usesBelow ? "near" : "open" });
    }
    if (when?.adds === undefined || limitText === undefined || !parcels.some(({ shipFrom }) => reaches(rule, shipFrom))) continue;
    const kind = when.adds === "same-day" ? "day-value" : "year-value";
    const limit = into(amountOf(limitText, rule.currency ?? currency));
    const used = kind === "day-value" ? use.day : use.year;
    const after = plus(used, when.of?.includes("freight") ? landed : goods);
    const known = meters.get(kind);
    if (known && "money" in known.limit && !isLess(limit, known.limit.money)) continue;
    const state = isLess(limit, after) ? "beyond" : after.amount * 5n >= limit.amount * 4n ? "near" : "open";
    meters.set(kind, { kind, ruleId, text, source, limit: { money: limit }, used: { money: used }, after: { money: after }, state });
  }
  return [...meters.values()];
};

/** What is left of a meter after this order, never below nothing. */
export const leftOf = ({ limit, after }: Meter): { readonly money: Money } | { readonly times: number } =>
  "money" in limit && "money" in after
    ? { money: isLess(limit.money, after.money) ? zero(limit.money.currency) : minus(limit.money, after.money) }
    : { times: Math.max(0, ("times" in limit ? limit.times : 0) - ("times" in after ? after.times : 0)) };

const reaches = (rule: TradeRule, shipFrom: CountryCode): boolean =>
  !rule.shipFrom.includes(`!${shipFrom}`) && (rule.shipFrom.every((place) => place.startsWith("!") || place === "abroad") || rule.shipFrom.includes(shipFrom));

const amountOf = (text: string, currency: Currency): Money => {
  const exact = decimal(text);
  return money(roundHalfEven(ratio(exact.numerator * 10n ** BigInt(exponentOf(currency)), exact.denominator)), currency);
};

/** What a promise counted on: what had been used, and the limits as they were shown. Whose it was is not kept with a price. */
export type QuoteQuota = { readonly use: Use; readonly meters: readonly Meter[] };
