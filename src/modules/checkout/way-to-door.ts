import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { isLess, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn } from "@/kernel/time";
import type { DeclarationRefusal } from "@/modules/customs/declaration";
import { landedCost, type LandedCost } from "@/modules/customs/landed-cost";
import type { TradeFacts } from "@/modules/discovery/landed-estimate";
import type { RateRefusal } from "@/modules/fx/rate";
import type { StockAt } from "@/modules/listing/stock-place";
import { packOneParcel } from "@/modules/logistics/parcel";
import { shippingQuotes, type LogisticsRefusal, type ShippingQuote } from "@/modules/logistics/quote";

/** A piece of goods as carriers and customs see it. */
export type ParcelItem = {
  readonly offerId: Id<"offer">;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly hs: string;
  readonly origin: CountryCode;
  readonly flags: readonly string[];
  readonly weightGrams: number;
  readonly sizeMm: readonly [number, number, number];
};

export type ParcelToSend = {
  readonly from: Pick<StockAt, "country" | "kind">;
  readonly handlingDays: number;
  readonly items: readonly ParcelItem[];
  readonly region: string | null;
  readonly postcode: string | null;
};

export type Way = { readonly service: ShippingQuote; readonly cost: LandedCost };
export type WayRefusal = LogisticsRefusal | RateRefusal | DeclarationRefusal | { readonly code: "customs.not-by-any-way"; readonly because: string; readonly alternatives: readonly string[] };

/**
 * Every way in which one parcel of many goods reaches the door, with all its charges: the checkout's form of `landedEstimate`, which knows the region
 * and the whole parcel. One parcel is one declaration, so limits and flat fees fall once on all of it.
 * Ways whose every charge is known come first, then by total, then by the later day. A customs limit that forbids all of them is the refusal.
 */
export const waysToTheDoor = (parcel: ParcelToSend, facts: TradeFacts): Result<readonly [Way, ...Way[]], WayRefusal> => {
  const { market, at, calendars } = facts;
  const origin = calendars.get(parcel.from.country) ?? noRest;
  const destination = calendars.get(market.code) ?? noRest;
  const quotes = shippingQuotes({
    from: { country: parcel.from.country, kind: parcel.from.kind },
    to: { country: market.code, ...(parcel.postcode ? { postcode: parcel.postcode } : {}) },
    parcels: [packOneParcel(parcel.items)], flags: [...new Set(parcel.items.flatMap((item) => item.flags))], value: null, at, handlingDays: parcel.handlingDays,
    originTimeZone: origin.timeZone, destinationTimeZone: destination.timeZone,
    holidays: { origin: origin.holidays, destination: destination.holidays }, weekends: { origin: origin.weekend, destination: destination.weekend },
  }, facts.services);
  if (!quotes.ok) return quotes;
  const ways: Way[] = [];
  let limit: WayRefusal | null = null;
  for (const service of quotes.value) {
    const cost = landedCost({
      market: market.code, region: parcel.region, date: dayIn(at, market.timeZone), shipFrom: parcel.from.country, transport: service.transport, mode: "cross-border",
      currency: market.currency, items: parcel.items, freight: service.price, insurance: null, buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null },
    }, facts.rules, facts.rates);
    if (!cost.ok) return cost;
    const { refusal } = cost.value;
    if (refusal && refusal.code !== "customs.not-known") limit ??= { code: "customs.not-by-any-way", because: refusal.code, alternatives: refusal.alternatives };
    else ways.push({ service, cost: cost.value });
  }
  const [best, ...others] = ways.sort(byCost);
  return best ? ok([best, ...others]) : refuse(limit ?? { code: "logistics.no-service" });
};

const noRest = { timeZone: "UTC", weekend: [6, 7], holidays: new Set<never>() };

const byCost = (a: Way, b: Way): number => {
  if ((a.cost.refusal === null) !== (b.cost.refusal === null)) return a.cost.refusal === null ? -1 : 1;
  if (isLess(a.cost.total, b.cost.total)) return -1;
  if (isLess(b.cost.total, a.cost.total)) return 1;
  return a.service.window.latest < b.service.window.latest ? -1 : 1;
};
