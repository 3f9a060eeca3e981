import type { CountryCode } from "@/kernel/country";
import { isLess, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn, type Instant, type PlainDate } from "@/kernel/time";
import type { DeclarationRefusal } from "@/modules/customs/declaration";
import { landedCost, type LandedCost } from "@/modules/customs/landed-cost";
import { restrictionsOn, type Bar, type RestrictedGoods, type Restriction } from "@/modules/customs/restriction";
import type { TradeRule, Transport } from "@/modules/customs/rule";
import type { Rate, RateRefusal } from "@/modules/fx/rate";
import type { StockAt } from "@/modules/listing/stock-place";
import { packOneParcel } from "@/modules/logistics/parcel";
import type { RestDays } from "@/modules/logistics/promise";
import { shippingQuotes, type CarrierService, type LogisticsRefusal, type ShippingQuote } from "@/modules/logistics/quote";
import type { MarketProfile, ShipTo } from "@/modules/market/market";

/** What the world looks like from a market at a moment: facts that are loaded once for a page. */
export type TradeFacts = {
  readonly market: Pick<MarketProfile, "code" | "currency" | "timeZone" | "state" | "stateReason" | "visitorPolicy">;
  readonly shipTo: ShipTo;
  readonly at: Instant;
  readonly rules: readonly TradeRule[];
  readonly restrictions: readonly Restriction[];
  readonly rates: readonly Rate[];
  readonly services: readonly CarrierService[];
  readonly calendars: ReadonlyMap<CountryCode, RestDays & { readonly timeZone: string }>;
};

/** A piece of goods as carriers and customs see it. */
export type ParcelItem = RestrictedGoods & {
  readonly unitPrice: Money;
  readonly origin: CountryCode;
  readonly weightGrams: number;
  readonly sizeMm: readonly [number, number, number];
};

export type ParcelToSend = {
  readonly from: Pick<StockAt, "country" | "kind">;
  readonly handlingDays: number;
  readonly items: readonly ParcelItem[];
  /** Where the door is, as far as it is known: a page knows the country only. */
  readonly region: string | null;
  readonly postcode: string | null;
};

/** One way to the door: a service with its window, and everything that is paid for it, in the market's money. */
export type WayToTheDoor = { readonly service: ShippingQuote; readonly cost: LandedCost };

export type WayRefusal = LogisticsRefusal | RateRefusal | DeclarationRefusal | Bar
  | { readonly code: "customs.not-by-any-way"; readonly because: string; readonly alternatives: readonly string[] };

/**
 * Every way in which a parcel reaches the door, with all its charges: the one composition of delivery and customs that product page, cart and
 * checkout share, so that they can never say different things about the same goods.
 *
 * One parcel is one declaration, so limits and flat fees fall once on all of it. Duty and tax are those of the market's day, for a private buyer who has
 * used none of a yearly limit. Ways whose every charge is known come first, then by total, then by the later day. A way that a customs limit forbids
 * or a restriction on the goods forbids is left out; if none is left that is the refusal. A duty or tax that the rule book does not know stays unknown and is never a zero.
 * Pure: the same facts give the same answer.
 */
export const waysToTheDoor = (parcel: ParcelToSend, facts: TradeFacts): Result<readonly [WayToTheDoor, ...WayToTheDoor[]], WayRefusal> => {
  const { market, at } = facts;
  const quotes = quotesFor(parcel, facts);
  if (!quotes.ok) return quotes;
  const ways: WayToTheDoor[] = [];
  let limit: WayRefusal | null = null;
  const on = dayIn(at, market.timeZone);
  const barOf = once((transport) => restrictionsOn(parcel.items, { market: market.code, on, shipFrom: parcel.from.country, transport }, facts.restrictions).bars[0] ?? null);
  for (const service of quotes.value) {
    const bar = barOf(service.transport);
    if (bar) {
      limit ??= bar;
      continue;
    }
    const cost = landedCost({
      market: market.code, region: parcel.region, date: on, shipFrom: parcel.from.country, transport: service.transport, mode: "cross-border",
      currency: market.currency, items: parcel.items, freight: service.price, insurance: null, buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null },
    }, facts.rules, facts.rates);
    if (!cost.ok) return cost;
    const { refusal } = cost.value;
    if (refusal && refusal.code !== "customs.not-known") limit ??= { code: "customs.not-by-any-way", because: refusal.code, alternatives: refusal.alternatives };
    else ways.push({ service, cost: cost.value });
  }
  const [best, ...others] = ways.sort(cheapestKnownFirst);
  return best ? ok([best, ...others]) : refuse(limit ?? { code: "logistics.no-service" });
};

/** A question about a way of sending, asked once however many services go that way. */
const once = (ask: (transport: Transport) => Bar | null): ((transport: Transport) => Bar | null) => {
  const answers = new Map<Transport, Bar | null>();
  return (transport) => {
    const known = answers.get(transport);
    if (known !== undefined) return known;
    const answer = ask(transport);
    answers.set(transport, answer);
    return answer;
  };
};

const noRest = { timeZone: "UTC", weekend: [6, 7], holidays: new Set<PlainDate>() };

const quotesFor = ({ from, handlingDays, items, postcode }: ParcelToSend, { market, at, services, calendars }: TradeFacts): Result<ShippingQuote[], LogisticsRefusal> => {
  const origin = calendars.get(from.country) ?? noRest;
  const destination = calendars.get(market.code) ?? noRest;
  return shippingQuotes({
    from: { country: from.country, kind: from.kind }, to: { country: market.code, ...(postcode ? { postcode } : {}) },
    parcels: [packOneParcel(items)], flags: [...new Set(items.flatMap((item) => item.flags))], value: null, at, handlingDays,
    originTimeZone: origin.timeZone, destinationTimeZone: destination.timeZone,
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
