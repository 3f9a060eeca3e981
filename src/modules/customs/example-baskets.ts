import { countryCode, isCountryCode, type CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import { money, type Money } from "@/kernel/money";
import type { PlainDate } from "@/kernel/time";
import type { Rate } from "@/modules/fx/rate";
import type { LandedCostInput, LandedItem } from "./declaration";
import { landedCost, type Charge, type LandedCost } from "./landed-cost";
import type { TradeRule, Transport } from "./rule";

/** Goods that anybody can picture, declared in euros. "in-scope" is cut to the rule that is looked at. */
export type ExampleBasket = {
  readonly key: "one-shirt" | "shoes-and-bag" | "phone" | "cosmetics" | "in-scope";
  readonly shipFrom: CountryCode; readonly transport: Transport; readonly mode: LandedCostInput["mode"]; readonly items: readonly LandedItem[]; readonly freight: Money;
};

const [CN, KR] = [countryCode("CN"), countryCode("KR")];
const euros = (cents: number): Money => money(cents, "EUR");
const item = (hs: string, origin: CountryCode, cents: number, weightGrams: number): LandedItem => ({ hs, origin, quantity: 1, unitPrice: euros(cents), weightGrams });
const basket = (key: ExampleBasket["key"], shipFrom: CountryCode, freight: number, items: readonly LandedItem[]): ExampleBasket =>
  ({ key, shipFrom, transport: "courier", mode: "cross-border", items, freight: euros(freight) });

const usual: readonly ExampleBasket[] = [
  basket("one-shirt", CN, 800, [item("610910", CN, 3000, 200)]),
  basket("shoes-and-bag", CN, 1400, [item("640399", CN, 8000, 900), item("420222", CN, 6000, 600)]),
  basket("phone", CN, 1200, [item("851713", CN, 40000, 300)]),
  basket("cosmetics", KR, 900, [item("330499", KR, 4500, 150)]),
];

/**
 * Four baskets that anybody can picture, and one that the rule is about where it names goods, origins or ways: its first HS prefix filled up with zeros, its
 * first origin and place of dispatch, € 100 and € 10 for the way. So a rule for handbags from Japan is seen to work although no usual basket holds one.
 */
export const exampleBaskets = (rule: TradeRule, market: CountryCode): readonly ExampleBasket[] => {
  const wanted = (scope: readonly string[]) => scope.find((place) => !place.startsWith("!"));
  const place = (scope: readonly string[], other: CountryCode): CountryCode => {
    const first = wanted(scope);
    if (first === undefined || first === "abroad") return other;
    if (first === "domestic") return market;
    return first !== "EU" && isCountryCode(first) ? first : countryCode("DE");
  };
  if ([...rule.hsPrefixes, ...rule.origins, ...rule.shipFrom, ...rule.transports, ...rule.modes].length === 0) return usual;
  const origin = place(rule.origins, CN);
  const shipFrom = place(rule.shipFrom, origin);
  const own: ExampleBasket = {
    key: "in-scope", shipFrom, transport: (rule.transports[0] ?? "courier") as Transport, mode: (rule.modes[0] ?? "cross-border") as ExampleBasket["mode"],
    items: [item((wanted(rule.hsPrefixes) ?? "610910").padEnd(6, "0"), origin, 10000, 500)], freight: euros(1000),
  };
  return [...usual, own];
};

export type BasketLine = { readonly name: string; readonly kind: Charge["kind"]; readonly today: Money | null; readonly without: Money | null; readonly proposed: Money | null };
export type ComparedBasket = {
  readonly basket: ExampleBasket; readonly lines: readonly BasketLine[];
  /** Null where the answer is refused, by a limit or for want of a rate. */
  readonly today: LandedCost | null; readonly without: LandedCost | null; readonly proposed: LandedCost | null;
};

/**
 * What a basket costs at the door today, on the day of a proposal without it, and on that day with it, line by line; at the rates of today, so that nothing
 * but rules makes a difference. A buyer of whom nothing is known.
 */
export const compareBasket = (
  basket: ExampleBasket,
  { market, region, currency, today, on, book, proposed, rates }: {
    readonly market: CountryCode; readonly region: string | null; readonly currency: Currency; readonly today: PlainDate; readonly on: PlainDate;
    readonly book: readonly TradeRule[]; readonly proposed: readonly TradeRule[]; readonly rates: readonly Rate[];
  },
): ComparedBasket => {
  const { key: _, ...declared } = basket;
  const costOn = (date: PlainDate, rules: readonly TradeRule[]): LandedCost | null => {
    const cost = landedCost({ ...declared, market, region, currency, date, ratesOn: today, insurance: null, buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null } }, rules, rates);
    return cost.ok ? cost.value : null;
  };
  const costs = { today: costOn(today, book), without: costOn(on, book), proposed: costOn(on, proposed) };
  const chargeOf = (cost: LandedCost | null, name: string, kind: string): Money | null => {
    const found = cost?.charges.filter((charge) => charge.name === name && charge.kind === kind) ?? [];
    return found.length === 0 ? null : { amount: found.reduce((sum, { amount }) => sum + amount.amount, 0n), currency };
  };
  const seen = new Map(Object.values(costs).flatMap((cost) => cost?.charges ?? []).map(({ name, kind }) => [`${kind} ${name}`, { name, kind }]));
  const lines = [...seen.values()].map(({ name, kind }) => ({
    name, kind, today: chargeOf(costs.today, name, kind), without: chargeOf(costs.without, name, kind), proposed: chargeOf(costs.proposed, name, kind),
  }));
  return { basket, lines, ...costs };
};
