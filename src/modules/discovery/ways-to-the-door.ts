import type { CountryCode } from "@/kernel/country";
import { isLess, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn, type Instant, type PlainDate } from "@/kernel/time";
import type { DeclarationRefusal, LandedCostInput } from "@/modules/customs/declaration";
import type { LandedCost } from "@/modules/customs/landed-cost";
import type { ReceiptPart } from "@/modules/customs/receipt";
import { restrictionsOn, type Bar, type RestrictedGoods, type Restriction } from "@/modules/customs/restriction";
import type { TradeRule, Transport } from "@/modules/customs/rule";
import type { Rate, RateRefusal } from "@/modules/fx/rate";
import type { StockAt } from "@/modules/listing/stock-place";
import type { RestDays } from "@/modules/logistics/promise";
import { servicesOnLane, shippingQuotes, type CarrierService, type LogisticsRefusal, type ShippingQuote, type ShippingRequest } from "@/modules/logistics/quote";
import { shippingPlans, type ShippingPlan } from "@/modules/logistics/shipping-plan";
import type { MarketProfile, ShipTo } from "@/modules/market/market";
import { costOfParcels } from "./parcel-costs";

/** What the world looks like from a market at a moment: facts that are loaded once for a page. */
export type TradeFacts = {
  readonly market: Pick<MarketProfile, "code" | "currency" | "timeZone" | "state" | "stateReason" | "visitorPolicy">;
  readonly shipTo: ShipTo;
  readonly at: Instant;
  readonly rules: readonly TradeRule[];
  readonly restrictions: readonly Restriction[];
  readonly rates: readonly Rate[];
  /** The day whose rates count, when it is not that of `at`: another day is looked at with the rates of today. */
  readonly ratesOn?: PlainDate;
  readonly services: readonly CarrierService[];
  readonly calendars: ReadonlyMap<CountryCode, RestDays & { readonly timeZone: string }>;
};

/** A piece of goods as carriers and customs see it. */
export type ParcelItem = RestrictedGoods & {
  readonly unitPrice: Money;
  readonly origin: CountryCode;
  readonly weightGrams: number;
  readonly sizeMm: readonly [number, number, number];
  /** The last day on which it is good, where its merchant says so. */
  readonly bestBefore?: PlainDate | null;
};

export type ParcelToSend = {
  readonly from: Pick<StockAt, "country" | "kind">;
  readonly handlingDays: number;
  readonly items: readonly ParcelItem[];
  /** Where the door is, as far as it is known: a page knows the country only. */
  readonly region: string | null;
  readonly postcode: string | null;
  /** What the buyer has against limits; left out where nobody is known, and nothing counts as used. */
  readonly buyer?: LandedCostInput["buyer"];
};

const nobody: LandedCostInput["buyer"] = { usedThisYear: null, sameDayValue: null, usesThisYear: null };

/** One way to the door: a service with its window, and everything that is paid for it, in the market's money. */
export type WayToTheDoor = { readonly service: ShippingQuote; readonly cost: LandedCost };

export type WayRefusal = LogisticsRefusal | RateRefusal | DeclarationRefusal | Bar
  | { readonly code: "customs.not-by-any-way"; readonly because: string; readonly alternatives: readonly string[] };

/**
 * Every way in which goods reach the door, with all their charges: the one composition of delivery and customs that product page, cart and
 * checkout share, so that they can never say different things about the same goods.
 *
 * The goods are packed in few ways (`shippingPlans`), of which each service takes the one with the least landed total. Every parcel is a declaration, with
 * its own limits and flat fees. Duty and tax are those of the market's day, for a private buyer who has used what `buyer` says of yearly
 * and daily limits, else nothing. Ways whose every charge
 * is known come first, then by total, then by the later day. A way that a customs limit or a restriction on the goods forbids is left out; if none is left
 * that is the refusal. A duty or tax that the rule book does not know stays unknown and is never a zero. Pure: the same facts give the same answer.
 */
export const waysToTheDoor = (parcel: ParcelToSend, facts: TradeFacts): Result<readonly [WayToTheDoor, ...WayToTheDoor[]], WayRefusal> =>
  waysPacked(parcel, facts, (lane) => shippingPlans(parcel.items, lane));

/** The ways of goods that are packed in one of the given plans and no other: what another packing would cost. */
export const waysPacked = (parcel: ParcelToSend, facts: TradeFacts, plansOf: (lane: readonly CarrierService[]) => readonly ShippingPlan[]): Result<readonly [WayToTheDoor, ...WayToTheDoor[]], WayRefusal> => {
  const { market, at } = facts;
  const request = requestOf(parcel, facts);
  const on = dayIn(at, market.timeZone);
  const barOf = once((transport) => restrictionsOn(parcel.items, { market: market.code, on, shipFrom: parcel.from.country, transport }, facts.restrictions).bars[0] ?? null);
  const best = new Map<string, WayToTheDoor>();
  let limit: WayRefusal | null = null;
  let stopped: WayRefusal | null = null;
  for (const { parcels, services } of plansOf(servicesOnLane(request, facts.services))) {
    const quotes = shippingQuotes({ ...request, parcels }, services);
    if (!quotes.ok) {
      stopped ??= quotes.refusal;
      continue;
    }
    for (const service of quotes.value) {
      const bar = barOf(service.transport);
      if (bar) {
        limit ??= bar;
        continue;
      }
      const cost = costOfParcels({
        market: market.code, region: parcel.region, date: on, ...(facts.ratesOn ? { ratesOn: facts.ratesOn } : {}), shipFrom: parcel.from.country, transport: service.transport, mode: "cross-border",
        currency: market.currency, items: parcel.items, buyer: parcel.buyer ?? nobody,
      }, service.parcels.map(({ contents = [], price }) => ({ contents, price })), facts.rules, facts.rates);
      if (!cost.ok) return cost;
      const { refusal } = cost.value;
      const way = { service, cost: cost.value };
      const other = best.get(service.serviceId);
      if (refusal && refusal.code !== "customs.not-known") limit ??= { code: "customs.not-by-any-way", because: refusal.code, alternatives: refusal.alternatives };
      else if (!other || cheapestKnownFirst(way, other) < 0) best.set(service.serviceId, way);
    }
  }
  const [first, ...others] = [...best.values()].sort(cheapestKnownFirst);
  return first ? ok([first, ...others]) : refuse(limit ?? stopped ?? { code: "logistics.no-service" });
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

const noRest: RestDays & { readonly timeZone: string } = { timeZone: "UTC", weekend: [6, 7], holidays: new Set() };

const sooner = (a: PlainDate | null, b: PlainDate | null): PlainDate | null => (a === null ? b : b === null || a < b ? a : b);

const requestOf = ({ from, handlingDays, items, postcode }: ParcelToSend, { market, at, calendars }: TradeFacts): ShippingRequest => {
  const origin = calendars.get(from.country) ?? noRest;
  const destination = calendars.get(market.code) ?? noRest;
  return {
    from: { country: from.country, kind: from.kind }, to: { country: market.code, ...(postcode ? { postcode } : {}) },
    parcels: [], flags: [...new Set(items.flatMap((item) => item.flags))], value: null, at, handlingDays,
    originTimeZone: origin.timeZone, destinationTimeZone: destination.timeZone,
    holidays: { origin: origin.holidays, destination: destination.holidays }, weekends: { origin: origin.weekend, destination: destination.weekend },
    makeUp: { origin: origin.makeUp, destination: destination.makeUp }, bestBefore: items.map((item) => item.bestBefore ?? null).reduce(sooner, null),
  };
};

/** The limits that a cost is so near that customs' own exchange rate may decide. */
export const limitsNear = ({ near = [] }: LandedCost): readonly Money[] => near.map(({ threshold }) => threshold);

/** A way as its receipt shows it. */
export const receiptOfWay = ({ service: { carrier, name, lines, source, confidence }, cost }: WayToTheDoor): ReceiptPart =>
  ({ title: carrier, goods: cost.goods, delivery: cost.freight, tariff: { carrier, name, lines, source, confidence }, charges: cost.charges, unknown: cost.refusal?.missing ?? [], near: limitsNear(cost) });

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
