import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { convert, minus, plus, shareHalfEven, times, total, zero, type Money } from "@/kernel/money";
import { divide, one, roundDown, type Ratio } from "@/kernel/ratio";
import { ok, refuse, type Result } from "@/kernel/result";
import { addSeconds, type Instant, type PlainDate } from "@/kernel/time";
import type { Charge } from "@/modules/customs/landed-cost";
import type { ReceiptPart, Tariff } from "@/modules/customs/receipt";
import { isBar, type Bar } from "@/modules/customs/restriction";
import type { QuoteQuota } from "./quota";
import { limitsNear, worthwhile as worthShowing, type ParcelItem, type WayRefusal, type WayToTheDoor } from "@/modules/discovery/ways-to-the-door";
import { withSpread, type CrossRate } from "@/modules/fx/rate";
import type { Parcel } from "@/modules/logistics/parcel";
import { commission } from "@/modules/pricing/commission";

/** A quote is a promise for a quarter of an hour: long enough to type an address, short enough for rates and stock. */
export const quoteSeconds = 15 * 60;

export type QuoteLine = ParcelItem & {
  readonly offerId: Id<"offer">;
  readonly listingId: Id<"listing">;
  readonly listingNumber: number;
  readonly slug: string;
  readonly title: string;
  readonly titleLanguage: string;
  readonly variantLabel: string;
  readonly picture: string;
};

export type QuoteParcel = {
  readonly key: string;
  readonly merchant: { readonly id: Id<"merchant">; readonly slug: string; readonly name: string; readonly country: string; readonly payoutCurrency: Currency; readonly contactEmail: string };
  readonly from: { readonly locationId: Id<"location">; readonly country: string; readonly city: string; readonly kind: "origin" | "hub" | "bonded" };
  readonly lines: readonly QuoteLine[];
  /** Best first: what is taken when the shopper has not chosen. */
  readonly ways: Result<readonly [WayToTheDoor, ...WayToTheDoor[]], WayRefusal>;
  /** Units of the market's currency for one unit of the merchant's payout currency. */
  readonly payoutRate: CrossRate;
};

/** One consignment of the promise, whole: what is sent, how, for how much, under which rules and at which rate. */
export type QuoteConsignment = {
  readonly key: string;
  readonly merchant: QuoteParcel["merchant"];
  readonly from: QuoteParcel["from"];
  readonly lines: readonly QuoteLine[];
  /** What the carrier asks and why; promises from before it was kept have none. */
  readonly tariff?: Tariff;
  readonly service: { readonly id: string; readonly carrier: string; readonly name: string; readonly transport: string; readonly speed: string; readonly incoterm: string; readonly tracked: boolean };
  /** How it is packed; promises from before parcels were kept have none. */
  readonly parcels?: readonly (Parcel & { readonly contents: readonly { readonly item: number; readonly quantity: number }[] })[];
  readonly promised: { readonly from: PlainDate; readonly to: PlainDate };
  readonly goods: Money;
  readonly delivery: Money;
  readonly charges: readonly Charge[];
  readonly chargesNow: Money;
  readonly chargesOnArrival: Money;
  /** Goods, delivery and what is due at checkout. */
  readonly total: Money;
  /** Charges that the rule book has no figure for: they may be asked for at the door. */
  readonly unknown: readonly string[];
  /** Limits so near that the dearer side is promised; promises from before they were kept have none. */
  readonly near?: readonly Money[];
  readonly options: readonly { readonly serviceId: string; readonly name: string; readonly carrier: string; readonly speed: string; readonly from: PlainDate; readonly to: PlainDate; readonly delivery: Money; readonly payableNow: Money; readonly payableOnArrival: Money }[];
  readonly merchantShare: Money;
  readonly payout: { readonly rateIds: readonly string[]; readonly rate: { readonly numerator: string; readonly denominator: string }; readonly spread: { readonly numerator: string; readonly denominator: string } };
};

export type Quote = {
  readonly storefront: string;
  readonly currency: Currency;
  readonly region: string | null;
  readonly postcode: string | null;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly consignments: readonly QuoteConsignment[];
  readonly goods: Money;
  readonly delivery: Money;
  readonly chargesNow: Money;
  readonly chargesOnArrival: Money;
  /** What is paid at checkout: goods, delivery, charges due now. */
  readonly total: Money;
  /** Only where the market counts what a person buys. */
  readonly quota?: QuoteQuota;
};

export type QuoteInput = {
  readonly storefront: string;
  readonly currency: Currency;
  readonly region: string | null;
  readonly postcode: string | null;
  readonly at: Instant;
  readonly spread: Ratio;
  readonly parcels: readonly QuoteParcel[];
  /** The service chosen for each parcel, by its key; another or none means the best. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly quota?: QuoteQuota | undefined;
};

export type QuoteRefusal =
  | { readonly code: "checkout.nothing-to-buy" }
  | { readonly code: "checkout.cannot-deliver"; readonly merchant: string; readonly because: string; /** What stands against the goods, where that is why. */ readonly bar: Bar | null; /** What may be done instead, lawfully. */ readonly alternatives: readonly string[] };

/**
 * The promise of a price for a cart at an address: every consignment with its delivery, charges and window, and what is paid now and at the door.
 *
 * Nothing is rounded here: prices come ended, delivery and charges come rounded from where they were computed, so that the parts of a consignment sum to
 * its total and the totals of the consignments to the whole, to the minor unit. Charges due on arrival are never in the total.
 * Refused when a parcel has no way to the door: half an order is not what was asked for. A function of its input.
 * Goods R$ 122,90, delivery R$ 48,00, tax due now R$ 29,05: total R$ 199,95.
 */
export const makeQuote = (input: QuoteInput): Result<Quote, QuoteRefusal> => {
  const { currency, at } = input;
  if (input.parcels.length === 0) return refuse({ code: "checkout.nothing-to-buy" });
  const consignments: QuoteConsignment[] = [];
  for (const parcel of input.parcels) {
    if (!parcel.ways.ok) return refuse({ code: "checkout.cannot-deliver", merchant: parcel.merchant.name, because: reasonOf(parcel.ways.refusal), bar: isBar(parcel.ways.refusal) ? parcel.ways.refusal : null, alternatives: "alternatives" in parcel.ways.refusal ? parcel.ways.refusal.alternatives : [] });
    const [best, ...others] = parcel.ways.value;
    const way = [best, ...others].find(({ service }) => service.serviceId === input.chosen[parcel.key]) ?? best;
    consignments.push(consignmentOf(parcel, way, [best, ...others], input));
  }
  const sum = (part: (c: QuoteConsignment) => Money) => total(consignments.map(part), currency);
  return ok({
    storefront: input.storefront, currency, region: input.region, postcode: input.postcode, madeAt: at, expiresAt: addSeconds(at, quoteSeconds), consignments,
    goods: sum((c) => c.goods), delivery: sum((c) => c.delivery), chargesNow: sum((c) => c.chargesNow), chargesOnArrival: sum((c) => c.chargesOnArrival), total: sum((c) => c.total),
    ...(input.quota ? { quota: input.quota } : {}),
  });
};

/** A promise as its receipt shows it, consignment by consignment. */
export const receiptOf = ({ consignments }: Pick<Quote, "consignments">): ReceiptPart[] =>
  consignments.map(({ merchant, goods, delivery, tariff = null, charges, unknown, near = [] }) => ({ title: merchant.name, goods, delivery, tariff, charges, unknown, near }));

/** The ways worth showing: those no other beats in both money and days, and the chosen one. */
const worthwhile = (ways: readonly WayToTheDoor[], chosen: WayToTheDoor): readonly WayToTheDoor[] => {
  const shown = new Set<WayToTheDoor>([...worthShowing(ways), chosen]);
  return ways.filter((way) => shown.has(way));
};

const reasonOf = (refusal: WayRefusal): string => (refusal.code === "customs.not-by-any-way" ? refusal.because : refusal.code);

const consignmentOf = (parcel: QuoteParcel, way: WayToTheDoor, ways: readonly WayToTheDoor[], { currency, spread }: QuoteInput): QuoteConsignment => {
  const goods = total(parcel.lines.map((line) => times(line.unitPrice, line.quantity)), currency);
  const { freight, charges, refusal } = way.cost;
  const due = (when: Charge["due"]) => total(charges.filter((charge) => charge.due === when).map((charge) => charge.amount), currency);
  const { service } = way;
  const asText = (r: Ratio) => ({ numerator: r.numerator.toString(), denominator: r.denominator.toString() });
  return {
    key: parcel.key, merchant: parcel.merchant, from: parcel.from, lines: parcel.lines,
    service: { id: service.serviceId, carrier: service.carrier, name: service.name, transport: service.transport, speed: service.speed, incoterm: service.incoterm, tracked: service.tracked },
    tariff: { carrier: service.carrier, name: service.name, lines: service.lines, source: service.source, confidence: service.confidence },
    parcels: service.parcels.map(({ weightGrams, sizeMm, contents = [] }) => ({ weightGrams, sizeMm, contents })),
    promised: { from: service.window.earliest, to: service.window.latest },
    goods, delivery: freight, charges, chargesNow: due("checkout"), chargesOnArrival: due("arrival"), total: plus(plus(goods, freight), due("checkout")),
    unknown: refusal?.missing ?? [], near: limitsNear(way.cost),
    options: worthwhile(ways, way).map((w) => ({
      serviceId: w.service.serviceId, name: w.service.name, carrier: w.service.carrier, speed: w.service.speed, from: w.service.window.earliest, to: w.service.window.latest,
      delivery: w.cost.freight, payableNow: w.cost.payableNow, payableOnArrival: w.cost.payableOnArrival,
    })),
    merchantShare: merchantShare({ goods, delivery: freight, rate: parcel.payoutRate, spread }),
    payout: { rateIds: parcel.payoutRate.ids, rate: asText(parcel.payoutRate.rate), spread: asText(spread) },
  };
};

/**
 * What a merchant gets for a consignment, in its own currency: goods and delivery at the rate of the order (with the same spread that priced the goods,
 * rounded down), less the commission on the goods, rounded half-even. Duties and taxes are not the merchant's.
 * Goods R$ 122,90 and delivery R$ 48,00 at 6.0492 plus 1.5 %: EUR 20.01 and 7.81, commission 1.60, share 26.22.
 */
export const merchantShare = ({ goods, delivery, rate, spread }: { readonly goods: Money; readonly delivery: Money; readonly rate: CrossRate; readonly spread: Ratio }): Money => {
  const back = divide(one, rate.from === rate.to ? one : withSpread(rate.rate, spread));
  const own = (amount: Money) => convert(amount, back, rate.from, roundDown);
  const ownGoods = own(goods);
  const share = plus(minus(ownGoods, shareHalfEven(ownGoods, commission)), own(delivery));
  return share.amount < 0n ? zero(rate.from) : share;
};
