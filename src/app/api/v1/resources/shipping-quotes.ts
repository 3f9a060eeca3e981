import { z } from "zod";
import { countryCode, isCountryCode } from "@/kernel/country";
import { isCurrency } from "@/kernel/currency";
import { money, toMoneyJson, total, type Money } from "@/kernel/money";
import { ok } from "@/kernel/result";
import { isPlainDate, plainDate, instant } from "@/kernel/time";
import { flags as goodsFlags } from "@/modules/catalog/product";
import { quoteShipping, type NoSuchCountry, type NotDelivered } from "@/modules/logistics/quote-queries";
import type { Insurance, ShippingQuote } from "@/modules/logistics/quote";
import { now } from "@/platform/clock";
import type { Operation } from "@/platform/http/openapi";
import type { Door } from "@/platform/http/route";
import { moneyAnswer, reasonAnswer } from "./money";

const country = z.string().refine(isCountryCode, { error: "country" }).describe("ISO 3166-1, two capitals.");
const postcode = z.string().trim().max(16).regex(/^[\p{L}\p{N} -]*$/u).nullish();
const moneyAsked = z.strictObject({
  amount: z.string().regex(/^\d{1,15}$/).describe("In minor units of the currency."), currency: z.string().refine(isCurrency, { error: "currency" }).describe("ISO 4217."),
});

const item = z.strictObject({
  quantity: z.int().min(1).max(10_000),
  weightGrams: z.int().min(1).max(1_000_000).describe("Of one piece, packed."),
  sizeMm: z.tuple([z.int().min(1).max(10_000), z.int().min(1).max(10_000), z.int().min(1).max(10_000)]).describe("Of one piece, packed."),
  flags: z.array(z.enum(goodsFlags)).max(goodsFlags.length).default([]),
  value: moneyAsked.nullish().describe("Of one piece."),
  hs: z.string().regex(/^\d{6}$/).optional().describe("Goods of different codes may be cheaper in parcels of their own."),
  bestBefore: z.string().refine(isPlainDate, { error: "day" }).nullish().describe("The last day on which it is good: slower services are left out."),
});

const takes = z.strictObject({
  from: z.strictObject({ country, region: z.string().max(60).nullish(), postcode, kind: z.enum(["origin", "hub", "bonded"]).optional().describe("Bonded stock leaves by bonded services only.") }),
  to: z.strictObject({ country, region: z.string().max(60).nullish(), postcode: postcode.describe("Without it surcharges for remote areas are not known and not in the price.") }),
  items: z.array(item).min(1).max(200),
  at: z.iso.datetime({ offset: true }).refine((text) => text >= "2000" && text < "2100", { error: "out_of_range" }).optional().describe("The moment of the order; now without it."),
  handlingDays: z.int().min(0).max(60).default(1).describe("Working days until the hand-over to the carrier."),
});

const line = z.strictObject({ kind: z.enum(["base", "fuel", "peak-season", "remote-area", "battery", "oversize"]), amount: moneyAnswer });
const parcel = z.strictObject({
  weightGrams: z.int(), chargeableGrams: z.int().describe("The greater of weight and volume as the carrier counts it."), sizeMm: z.array(z.int()).length(3), carton: z.string().nullable(),
  contents: z.array(z.strictObject({ item: z.int().describe("Place in `items`, from 0."), quantity: z.int() })), price: moneyAnswer, lines: z.array(line),
});
const service = z.strictObject({
  id: z.string(), carrier: z.string(), name: z.string(), mode: z.string(), transport: z.string(), speed: z.string(), incoterm: z.string(), isTracked: z.boolean(),
  price: moneyAnswer.describe("The sum of the lines, in the currency of the service's rate card."), lines: z.array(line), parcels: z.array(parcel),
  window: z.strictObject({ handOver: z.iso.date(), earliest: z.iso.date(), latest: z.iso.date(), confidence: z.int().min(0).max(100).describe("Of a hundred parcels, how many arrive by the last day.") }),
  insurance: z.strictObject({ included: moneyAnswer, percent: z.string().describe("Of the value above what is included."), most: moneyAnswer }).nullable(),
  source: z.string().describe("Of the rate card."), confidence: z.enum(["high", "medium", "low"]).describe("Of the rate card: low is an estimate."),
}).meta({ id: "ShippingQuote" });

const answers = z.strictObject({
  services: z.array(service).describe("The soonest first."),
  refusal: reasonAnswer.nullable().describe("Why none; null when there are services."),
});

const insurance = (terms: Insurance | null, currency: Money["currency"]) =>
  terms && { included: toMoneyJson(money(BigInt(terms.included), currency)), percent: terms.percent, most: toMoneyJson(money(BigInt(terms.most), currency)) };
const lines = (all: ShippingQuote["lines"]) => all.map(({ kind, amount }) => ({ kind, amount: toMoneyJson(amount) }));

const serviceAnswer = (quote: ShippingQuote): z.input<typeof service> => ({
  id: quote.serviceId, carrier: quote.carrier, name: quote.name, mode: quote.mode, transport: quote.transport, speed: quote.speed, incoterm: quote.incoterm, isTracked: quote.tracked,
  price: toMoneyJson(quote.price), lines: lines(quote.lines),
  parcels: quote.parcels.map((each) => ({
    weightGrams: each.weightGrams, chargeableGrams: each.chargeableGrams, sizeMm: [...each.sizeMm], carton: each.carton ?? null,
    contents: (each.contents ?? []).map(({ item: at, quantity }) => ({ item: at, quantity })), price: toMoneyJson(each.price), lines: lines(each.lines),
  })),
  window: { ...quote.window }, insurance: insurance(quote.insurance, quote.price.currency), source: quote.source, confidence: quote.confidence,
});

/** What all items are worth, where they are valued in one money. */
const worth = (items: z.output<typeof takes>["items"]): Money | null => {
  const values = items.flatMap(({ value, quantity }) => (value && isCurrency(value.currency) ? [money(BigInt(value.amount) * BigInt(quantity), value.currency)] : []));
  const [first] = values;
  return first && values.length === items.length && values.every(({ currency }) => currency === first.currency) ? total(values, first.currency) : null;
};

export const shippingQuotesDoor: Door<typeof takes, typeof answers, NoSuchCountry | NotDelivered> = {
  takes, answers, limit: "search", keepSeconds: 0,
  does: async ({ from, to, items, at, handlingDays }) => {
    const days = items.flatMap(({ bestBefore }) => (bestBefore ? [plainDate(bestBefore)] : [])).sort();
    const quotes = await quoteShipping({
      from: { country: countryCode(from.country), kind: from.kind }, to: { country: countryCode(to.country), postcode: to.postcode ?? null }, value: worth(items),
      goods: items.map(({ quantity, weightGrams, sizeMm, flags, hs }) => ({ quantity, weightGrams, sizeMm, flags, hs: hs ?? "" })),
      at: at === undefined ? now() : instant(new Date(at)), handlingDays, bestBefore: days[0] ?? null,
    });
    if (quotes.ok) return ok({ services: quotes.value.map(serviceAnswer), refusal: null });
    const { refusal } = quotes;
    // A question that cannot be asked is refused; one that is asked and has no answer is answered with the reason.
    return refusal.code === "logistics.no-such-country" || refusal.code === "market.no-delivery" ? { ok: false, refusal } : ok({ services: [], refusal: { ...refusal } });
  },
};

export const shippingQuotesOperation: Operation = {
  method: "post", path: "/api/v1/shipping-quotes", id: "quoteShipping", summary: "How goods travel between two places, for how much and until when",
  about: "Packs the goods, takes for each service the cheapest packing that keeps its limits, and answers the price with every surcharge, the window of days with how sure it is, and the incoterm; or the reason why no service takes them.",
  takes, answers, refusals: ["input.invalid", "logistics.no-such-country", "market.no-delivery", "access.too-many-tries"],
};
