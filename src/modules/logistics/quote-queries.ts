import type { CountryCode } from "@/kernel/country";
import { isLess, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import type { Instant, PlainDate } from "@/kernel/time";
import type { StockPlace } from "@/modules/market/market";
import { findCountry } from "@/modules/market/queries";
import type { Goods } from "./packing";
import { carrierServices, workCalendar } from "./queries";
import { servicesOnLane, shippingQuotes, type LogisticsRefusal, type ShippingQuote } from "./quote";
import { shippingPlans } from "./shipping-plan";

export type QuoteAsked = {
  readonly from: { readonly country: CountryCode; readonly kind?: StockPlace["kind"] | undefined };
  readonly to: { readonly country: CountryCode; readonly postcode: string | null };
  readonly goods: readonly Goods[];
  readonly value: Money | null;
  readonly at: Instant;
  readonly handlingDays: number;
  readonly bestBefore: PlainDate | null;
};

export type NoSuchCountry = { readonly code: "logistics.no-such-country"; readonly field: "from.country" | "to.country" };
export type NotDelivered = { readonly code: "market.no-delivery"; readonly because: string | null };

/**
 * How goods travel between two places, for how much and until when: for each service the cheapest packing of `shippingPlans`, the soonest first.
 * Refused with what stops it when no service does, and for a country that nobody knows or that nothing is sent to.
 */
export const quoteShipping = async ({ from, to, goods, value, at, handlingDays, bestBefore }: QuoteAsked): Promise<Result<readonly ShippingQuote[], LogisticsRefusal | NoSuchCountry | NotDelivered>> => {
  const [here, there, services, origin, destination] = await Promise.all([findCountry(from.country), findCountry(to.country), carrierServices(), workCalendar(from.country, at), workCalendar(to.country, at)]);
  if (!here) return refuse({ code: "logistics.no-such-country", field: "from.country" });
  if (!there) return refuse({ code: "logistics.no-such-country", field: "to.country" });
  if (!there.shipTo) return refuse({ code: "market.no-delivery", because: there.shipToReason });
  const request = {
    from: { country: from.country, ...(from.kind ? { kind: from.kind } : {}) }, to: { country: to.country, ...(to.postcode ? { postcode: to.postcode } : {}) },
    flags: [...new Set(goods.flatMap(({ flags }) => flags))], value, at, handlingDays, originTimeZone: origin.timeZone, destinationTimeZone: destination.timeZone,
    holidays: { origin: origin.holidays, destination: destination.holidays }, weekends: { origin: origin.weekend, destination: destination.weekend },
    makeUp: { origin: origin.makeUp, destination: destination.makeUp }, bestBefore,
  };
  const best = new Map<string, ShippingQuote>();
  let stopped: LogisticsRefusal = { code: "logistics.no-service" };
  for (const [at, plan] of shippingPlans(goods, servicesOnLane(request, services)).entries()) {
    const quotes = shippingQuotes({ ...request, parcels: plan.parcels }, plan.services);
    if (!quotes.ok && at === 0) stopped = quotes.refusal;
    for (const quote of quotes.ok ? quotes.value : []) {
      const other = best.get(quote.serviceId);
      if (!other || isLess(quote.price, other.price)) best.set(quote.serviceId, quote);
    }
  }
  const order = ({ window, serviceId }: ShippingQuote) => `${window.latest} ${window.earliest} ${serviceId}`;
  return best.size === 0 ? refuse(stopped) : ok([...best.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1)));
};
