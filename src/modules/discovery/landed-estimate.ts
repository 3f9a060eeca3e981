import { countryCode, type CountryCode } from "@/kernel/country";
import { isLess, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn, type Instant, type PlainDate } from "@/kernel/time";
import type { DeclarationRefusal } from "@/modules/customs/declaration";
import { landedCost, type LandedCost } from "@/modules/customs/landed-cost";
import type { TradeRule } from "@/modules/customs/rule";
import type { Rate, RateRefusal } from "@/modules/fx/rate";
import { isOfferedIn, type MarketScope } from "@/modules/listing/market-scope";
import { chooseStock, type StockAt, type StockPlaceRefusal } from "@/modules/listing/stock-place";
import { packOneParcel } from "@/modules/logistics/parcel";
import type { RestDays } from "@/modules/logistics/promise";
import { shippingQuotes, type CarrierService, type LogisticsRefusal, type ShippingQuote } from "@/modules/logistics/quote";
import type { MarketProfile, ShipTo } from "@/modules/market/market";

/** One offer on its way to one storefront: what it is, where it lies, what the shelf says. */
export type Wanted = {
  readonly scope: MarketScope;
  readonly price: Money;
  readonly quantity: number;
  readonly hs: string;
  readonly origin: CountryCode;
  readonly flags: readonly string[];
  readonly weightGrams: number;
  readonly sizeMm: readonly [number, number, number];
  readonly handlingDays: number;
  readonly places: readonly StockAt[];
};

/** What the world looks like from a market at a moment: facts that are loaded once for a page. */
export type TradeFacts = {
  readonly market: Pick<MarketProfile, "code" | "currency" | "timeZone" | "state" | "stateReason" | "visitorPolicy">;
  readonly shipTo: ShipTo;
  readonly at: Instant;
  readonly rules: readonly TradeRule[];
  readonly rates: readonly Rate[];
  readonly services: readonly CarrierService[];
  readonly calendars: ReadonlyMap<CountryCode, RestDays & { readonly timeZone: string }>;
};

/** One way to the door: a service with its window, and everything that is paid for it, in the market's money. */
export type WayToTheDoor = { readonly service: ShippingQuote; readonly cost: LandedCost };

export type LandedEstimate = {
  readonly from: StockAt;
  readonly on: PlainDate;
  /** The cheapest known total first; ways with an unknown duty or tax come after those that are known. */
  readonly ways: readonly [WayToTheDoor, ...WayToTheDoor[]];
};

export type EstimateRefusal =
  | StockPlaceRefusal | LogisticsRefusal | RateRefusal | DeclarationRefusal
  | { readonly code: "listing.not-for-this-market" }
  | { readonly code: "customs.not-by-any-way"; readonly because: string; readonly alternatives: readonly string[] };

/**
 * What an offer costs at the door of a market, for every service that brings it, or why it cannot be bought there.
 *
 * The stock is the one that the cart will take (`chooseStock`), so that page, cart and checkout say the same. Goods travel as one parcel of today's
 * packing. Duty and tax are those of the market's day, for a private buyer who has used none of a yearly limit and whose region is not known yet:
 * the checkout knows both, which is why this is an estimate. A way that a customs limit forbids is left out; if none is left the limit is
 * the reason. A duty or tax that the rule book does not know stays unknown and is never a zero. Pure: the same facts give the same answer.
 */
export const landedEstimate = (wanted: Wanted, facts: TradeFacts): Result<LandedEstimate, EstimateRefusal> => {
  const { market, shipTo, at } = facts;
  // In the order of `availabilityHere`: a shelf and its page give the same reason.
  if (!isOfferedIn(wanted.scope, market.code)) return refuse({ code: "listing.not-for-this-market" });
  const choice = chooseStock({ market, shipTo, quantity: wanted.quantity, places: wanted.places });
  if (!choice.may) return refuse(choice.refusal);
  const from = choice.place;
  const quotes = quotesFrom(from, wanted, facts);
  if (!quotes.ok) return quotes;
  const on = dayIn(at, market.timeZone);
  const ways: WayToTheDoor[] = [];
  let limit: EstimateRefusal | null = null;
  for (const service of quotes.value) {
    const cost = landedCost({
      market: market.code, region: null, date: on, shipFrom: from.country, transport: service.transport, mode: "cross-border", currency: market.currency,
      items: [{ hs: wanted.hs, origin: countryCode(wanted.origin), quantity: wanted.quantity, unitPrice: wanted.price, weightGrams: wanted.weightGrams }],
      freight: service.price, insurance: null, buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null },
    }, facts.rules, facts.rates);
    if (!cost.ok) return cost;
    const { refusal } = cost.value;
    if (refusal && refusal.code !== "customs.not-known") limit ??= { code: "customs.not-by-any-way", because: refusal.code, alternatives: refusal.alternatives };
    else ways.push({ service, cost: cost.value });
  }
  const [best, ...others] = ways.sort(cheapestKnownFirst);
  return best ? ok({ from, on, ways: [best, ...others] }) : refuse(limit ?? { code: "logistics.no-service" });
};

const quotesFrom = (from: StockAt, wanted: Wanted, { market, at, services, calendars }: TradeFacts): Result<ShippingQuote[], LogisticsRefusal> => {
  const noRest = { timeZone: "UTC", weekend: [6, 7], holidays: new Set<PlainDate>() };
  const origin = calendars.get(from.country) ?? noRest;
  const destination = calendars.get(market.code) ?? noRest;
  return shippingQuotes({
    from: { country: from.country, kind: from.kind }, to: { country: market.code },
    parcels: [packOneParcel([{ weightGrams: wanted.weightGrams, sizeMm: wanted.sizeMm, quantity: wanted.quantity }])],
    flags: wanted.flags, value: null, at, handlingDays: wanted.handlingDays, originTimeZone: origin.timeZone, destinationTimeZone: destination.timeZone,
    holidays: { origin: origin.holidays, destination: destination.holidays }, weekends: { origin: origin.weekend, destination: destination.weekend },
  }, services);
};

/** Whether every duty and tax of a way is known. */
export const isFullyKnown = (way: WayToTheDoor): boolean => way.cost.refusal === null;

/**
 * The ways worth choosing between: one that is neither cheaper nor sooner than another is left out, so that a page offers a choice and not a list.
 * A way with an unknown part is left out only when a known one is as soon, because its total is not its total.
 */
export const worthwhile = (ways: readonly WayToTheDoor[]): readonly WayToTheDoor[] =>
  ways.filter((way, index) => !ways.some((other, at) => at !== index && isBeaten(way, other) && (at < index || !isBeaten(other, way))));

const isBeaten = (way: WayToTheDoor, by: WayToTheDoor): boolean =>
  by.service.window.latest <= way.service.window.latest && (isFullyKnown(way) ? isFullyKnown(by) && !isLess(way.cost.total, by.cost.total) : isFullyKnown(by) || !isLess(way.cost.total, by.cost.total));

const cheapestKnownFirst = (a: WayToTheDoor, b: WayToTheDoor): number => {
  if (isFullyKnown(a) !== isFullyKnown(b)) return isFullyKnown(a) ? -1 : 1;
  if (isLess(a.cost.total, b.cost.total)) return -1;
  if (isLess(b.cost.total, a.cost.total)) return 1;
  return a.service.window.latest < b.service.window.latest ? -1 : a.service.window.latest > b.service.window.latest ? 1 : 0;
};
