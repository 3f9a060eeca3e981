import type { CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { money, total, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn, type Instant, type PlainDate } from "@/kernel/time";
import type { Confidence } from "@/modules/fx/rate";
import type { StockPlace } from "@/modules/market/market";
import { coverageOf, type PostcodeArea } from "./coverage";
import { chargeableGrams, lengthAndGirthMm, type Parcel } from "./parcel";
import type { PackedParcel } from "./packing";
import { arrival, arrivalInHours, departure, type DeliveryWindow, type Leaving } from "./promise";
import { mergeLines, priceLines, type PriceLine, type Surcharge } from "./surcharge";
import { confidenceOf, type TransitShares } from "./transit";

/** A delivery service with its dated rate card, as the table has it. */
export type CarrierService = {
  readonly id: Id<"service">;
  readonly carrier: string;
  readonly name: string;
  /** Under which regime it clears customs. */
  readonly transport: "post" | "courier" | "bonded";
  /** How it travels: a line haul flies consolidated and ends with a local carrier; sea is for what is bulky. */
  readonly mode: "post" | "courier" | "line-haul" | "bonded" | "cold-chain" | "sea" | "domestic";
  readonly speed: "standard" | "express" | "local";
  readonly fromCountries: readonly string[];
  readonly toCountries: readonly string[];
  /** Goods with such a flag are not carried; "!perishable" turns it round: only goods with it are. */
  readonly excludedFlags: readonly string[];
  readonly currency: Currency;
  /** Price of a parcel up to so many grams, minor units as text, ascending. */
  readonly bands: readonly { readonly maxGrams: number; readonly price: string }[];
  readonly maxGrams: number;
  readonly maxLongestMm: number;
  /** Of length plus girth. */
  readonly maxGirthMm: number;
  readonly volumetric: number;
  readonly surcharges: readonly Surcharge[];
  readonly coverage: readonly PostcodeArea[];
  readonly insurance: Insurance | null;
  readonly transitMin: number;
  readonly transitMax: number;
  readonly transitShares: TransitShares;
  /** Of a cold chain: hours from hand-over to door, customs in them, on every day of the week; null where working days count. */
  readonly hoursMin: number | null;
  readonly hoursMax: number | null;
  readonly customsMin: number;
  readonly customsMax: number;
  readonly incoterm: string;
  readonly tracked: boolean;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  readonly source: string;
  readonly checkedOn: PlainDate;
  readonly confidence: Confidence;
};

/** What the carrier answers for without being asked, and what more costs: percent of the value above that, up to a most. Minor units of the card's currency. */
export type Insurance = { readonly included: string; readonly percent: string; readonly most: string };

/** A parcel, with what is in it where that is known; words of its own goods, else those of all. */
export type AskedParcel = Parcel & Partial<Pick<PackedParcel, "carton" | "contents" | "flags">>;

export type ShippingRequest = {
  readonly from: { readonly country: CountryCode; readonly kind?: StockPlace["kind"] };
  readonly to: { readonly country: CountryCode; readonly postcode?: string };
  readonly parcels: readonly AskedParcel[];
  /** Words of all goods in the parcels: battery-installed, liquid, perishable, … */
  readonly flags: readonly string[];
  /** What customs is told that the goods are worth; no service of today limits it. */
  readonly value: Money | null;
  readonly at: Instant;
  readonly handlingDays: number;
  readonly cutOffHour?: number;
  readonly originTimeZone: string;
  readonly destinationTimeZone: string;
  readonly holidays: { readonly origin: ReadonlySet<PlainDate>; readonly destination: ReadonlySet<PlainDate> };
  readonly weekends: { readonly origin: readonly number[]; readonly destination: readonly number[] };
  /** Weekend days that are worked, as China does around its long holidays. */
  readonly makeUp?: { readonly origin?: ReadonlySet<PlainDate> | undefined; readonly destination?: ReadonlySet<PlainDate> | undefined };
  /** The last day on which the goods are good; null or left out where nobody says. */
  readonly bestBefore?: PlainDate | null;
};

export type ShippingQuote = {
  readonly serviceId: Id<"service">;
  readonly carrier: string;
  readonly name: string;
  readonly transport: CarrierService["transport"];
  readonly speed: CarrierService["speed"];
  readonly mode: CarrierService["mode"];
  /** In the service's own currency: the sum of the lines. */
  readonly price: Money;
  readonly lines: readonly PriceLine[];
  readonly parcels: readonly (AskedParcel & { readonly chargeableGrams: number; readonly price: Money; readonly lines: readonly PriceLine[] })[];
  readonly chargeableGrams: number;
  readonly declaredValue: Money | null;
  readonly window: DeliveryWindow & { /** Of a hundred parcels, how many arrive by the last day. */ readonly confidence: number };
  readonly insurance: Insurance | null;
  readonly incoterm: string;
  readonly tracked: boolean;
  readonly source: string;
  readonly confidence: Confidence;
};

export type LogisticsRefusal =
  | { readonly code: "logistics.no-service" }
  | { readonly code: "logistics.not-by-this-service"; readonly flag: string }
  | { readonly code: "logistics.not-to-this-postcode" }
  | { readonly code: "logistics.past-best-before"; readonly bestBefore: PlainDate; readonly latest: PlainDate }
  | { readonly code: "logistics.too-large"; readonly maxLongestMm: number; readonly maxGirthMm: number }
  | { readonly code: "logistics.too-heavy"; readonly maxGrams: number };

/**
 * How these parcels can travel, for how much and until when: one quote for each service that takes them, the soonest first.
 *
 * A service takes a consignment when it serves the lane on that day, carries such goods, and every parcel keeps its limits of weight (actual and
 * chargeable), longest side and length plus girth, and the last day of its window is not past the goods' best-before. Bonded stock leaves by bonded services only, other stock never by them; within a country only services
 * made for that country count. The price is the sum of each parcel's band and surcharges; no band is interpolated. When none takes it, the refusal is the
 * nearest miss: what stopped the service that came furthest, with the widest limit there is.
 */
export const shippingQuotes = (request: ShippingRequest, services: readonly CarrierService[]): Result<ShippingQuote[], LogisticsRefusal> => {
  const day = dayIn(request.at, request.originTimeZone);
  const lane = servicesOnLane(request, services);
  if (lane.length === 0) return refuse({ code: "logistics.no-service" });
  const leaves = departure({
    at: request.at, handlingDays: request.handlingDays, ...(request.cutOffHour === undefined ? {} : { cutOffHour: request.cutOffHour }),
    origin: restOf(request, "origin", request.originTimeZone), destination: restOf(request, "destination", request.destinationTimeZone),
  });
  const quotes: ShippingQuote[] = [];
  const misses: LogisticsRefusal[] = [];
  for (const service of lane) {
    const miss = obstacle(service, request);
    const quote = miss === null ? quoteOf(service, request, leaves, day) : null;
    if (quote && request.bestBefore && quote.window.latest > request.bestBefore) misses.push({ code: "logistics.past-best-before", bestBefore: request.bestBefore, latest: quote.window.latest });
    else if (quote) quotes.push(quote);
    else if (miss) misses.push(miss);
  }
  if (quotes.length === 0) return refuse(nearestMiss(misses));
  const order = (quote: ShippingQuote) => `${quote.window.latest} ${quote.window.earliest} ${quote.serviceId}`;
  return ok(quotes.sort((a, b) => (order(a) < order(b) ? -1 : 1)));
};

const restOf = ({ weekends, holidays, makeUp }: ShippingRequest, end: "origin" | "destination", timeZone: string) => {
  const worked = makeUp?.[end];
  return { weekend: weekends[end], holidays: holidays[end], timeZone, ...(worked ? { makeUp: worked } : {}) };
};

type Lane = Pick<ShippingRequest, "from" | "to" | "at" | "originTimeZone">;

/** The services whose rate card holds between two places on the day of the order, whatever is to be sent. */
export const servicesOnLane = (lane: Lane, services: readonly CarrierService[]): readonly CarrierService[] => {
  const day = dayIn(lane.at, lane.originTimeZone);
  return services.filter((service) => serves(service, lane, day));
};

const serves = (service: CarrierService, { from, to }: Lane, day: PlainDate): boolean => {
  if (day < service.effectiveFrom || (service.effectiveTo !== null && day >= service.effectiveTo)) return false;
  if ((service.transport === "bonded") !== (from.kind === "bonded")) return false;
  const isInland = service.fromCountries.length === 1 && service.toCountries.length === 1 && service.fromCountries[0] === service.toCountries[0];
  if (isInland !== (from.country === to.country)) return false;
  return (service.fromCountries.length === 0 || service.fromCountries.includes(from.country))
    && (service.toCountries.length === 0 || service.toCountries.includes(to.country));
};

const obstacle = (service: CarrierService, { parcels, flags, to }: ShippingRequest): LogisticsRefusal | null => {
  for (const flag of service.excludedFlags) {
    const isStopped = flag.startsWith("!") ? !flags.includes(flag.slice(1)) : flags.includes(flag);
    if (isStopped) return { code: "logistics.not-by-this-service", flag };
  }
  if (coverageOf(service.coverage, to) === "not-served") return { code: "logistics.not-to-this-postcode" };
  for (const parcel of parcels) {
    if (Math.max(...parcel.sizeMm) > service.maxLongestMm || lengthAndGirthMm(parcel) > service.maxGirthMm) {
      return { code: "logistics.too-large", maxLongestMm: service.maxLongestMm, maxGirthMm: service.maxGirthMm };
    }
    if (parcel.weightGrams > service.maxGrams || bandOf(service, parcel) === undefined) return { code: "logistics.too-heavy", maxGrams: service.maxGrams };
  }
  return null;
};

const bandOf = (service: CarrierService, parcel: Parcel) => {
  const grams = chargeableGrams(parcel, service.volumetric);
  return service.bands.find((band) => grams <= band.maxGrams);
};

const quoteOf = (service: CarrierService, request: ShippingRequest, leaves: Leaving, day: PlainDate): ShippingQuote => {
  const isRemote = coverageOf(service.coverage, request.to) === "remote";
  const parcels = request.parcels.map((parcel) => {
    const base = money(BigInt(bandOf(service, parcel)?.price ?? "0"), service.currency);
    const lines = priceLines(service.surcharges, { parcel, base, flags: parcel.flags ?? request.flags, isRemote, day });
    return { ...parcel, chargeableGrams: chargeableGrams(parcel, service.volumetric), price: total(lines.map(({ amount }) => amount), service.currency), lines };
  });
  const journey = { transit: [service.transitMin, service.transitMax], customs: [service.customsMin, service.customsMax] } as const;
  const { hoursMin, hoursMax } = service;
  const days = hoursMin === null || hoursMax === null ? arrival(leaves, journey) : arrivalInHours(leaves, [hoursMin, hoursMax]);
  const window = { ...days, confidence: confidenceOf(service.transitShares, journey.customs, service.transitMax + service.customsMax) };
  const { id, carrier, name, transport, mode, speed, insurance, incoterm, tracked, source, confidence } = service;
  return {
    serviceId: id, carrier, name, transport, mode, speed, price: total(parcels.map((parcel) => parcel.price), service.currency),
    lines: mergeLines(parcels.flatMap(({ lines }) => lines), service.currency), parcels,
    chargeableGrams: parcels.reduce((grams, parcel) => grams + parcel.chargeableGrams, 0), declaredValue: request.value, window, insurance, incoterm, tracked, source, confidence,
  };
};

/** Time is nearer than weight, weight than size, size nearer than the place, that nearer than the kind of goods; a service that only lacks the goods it was made for says nothing. */
const nearestMiss = (misses: readonly LogisticsRefusal[]): LogisticsRefusal => {
  let nearest: LogisticsRefusal = { code: "logistics.no-service" };
  for (const miss of misses) {
    if (miss.code === "logistics.not-by-this-service" && miss.flag.startsWith("!")) continue;
    if (nearness[miss.code] > nearness[nearest.code]
      || (miss.code === "logistics.too-heavy" && nearest.code === "logistics.too-heavy" && miss.maxGrams > nearest.maxGrams)
      || (miss.code === "logistics.too-large" && nearest.code === "logistics.too-large" && miss.maxGirthMm > nearest.maxGirthMm)) nearest = miss;
  }
  return nearest;
};

const nearness: Record<LogisticsRefusal["code"], number> = {
  "logistics.no-service": 0, "logistics.not-by-this-service": 1, "logistics.not-to-this-postcode": 2, "logistics.too-large": 3, "logistics.too-heavy": 4, "logistics.past-best-before": 5,
};
