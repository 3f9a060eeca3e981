import { countryCode, type CountryCode } from "@/kernel/country";
import { isCurrency } from "@/kernel/currency";
import { money, total, type Money } from "@/kernel/money";
import { instant, plainDate, type Instant, type PlainDate } from "@/kernel/time";
import { landedCost } from "@/modules/customs/landed-cost";
import { chooseStock, type StockAt } from "@/modules/listing/stock-place";
import { packOneParcel } from "@/modules/logistics/parcel";
import { shippingQuotes, type ShippingQuote } from "@/modules/logistics/quote";
import { daysToDoor, publicName, summaryOf, type Fit, type Review } from "@/modules/review/review";
import { formatMoney } from "@/ui/format/price";
import { insertRows, readData, seedId } from "./bulk";
import { buyerBag, buyers } from "./buyers";
import type { Deliveries, Delivery } from "./orders";
import type { SeededListing } from "./products";
import { chanceOf, type Chance } from "./random";
import { factsFor, ratesOn, readFacts, type Facts } from "./trade-facts";

type Phrase = { readonly text: string; readonly rating: number; readonly fit?: Fit; readonly uses?: readonly ("days" | "charge")[] };
type Phrases = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly Phrase[]>>>>>>;
type Sayings = { readonly phrases: Phrases; readonly firstNames: Readonly<Record<string, readonly string[]>>; readonly nativeNames: Readonly<Record<string, readonly string[]>> };

const lastDay = Date.UTC(2026, 10, 20);
const firstDay = Date.UTC(2024, 10, 20);
const groupOf = ({ archetype }: SeededListing): string =>
  archetype.sizeFamily?.endsWith("shoes") ? "shoes" : archetype.sizeFamily ? "clothes"
    : ({ pantry: "food", beauty: "beauty", tech: "electronics", home: "home", toys: "toys" } as Record<string, string>)[archetype.group] ?? "generic";

const placesOf = ({ merchant }: SeededListing): StockAt[] => merchant.locations.map((location) => ({
  locationId: location.id, kind: location.kind as StockAt["kind"], country: countryCode(location.country), region: null, city: "", postcode: "", left: 99,
}));

const originOf = ({ merchant, archetype }: SeededListing): CountryCode =>
  countryCode(archetype.origins.includes(merchant.country) ? merchant.country : merchant.warehouses.some((w) => w.kind === "origin" && w.country === merchant.country) ? merchant.country : archetype.origins[0] ?? merchant.country);

type Passage = { readonly quote: ShippingQuote; readonly from: StockAt };
type Ways = { readonly from: StockAt; readonly quotes: readonly ShippingQuote[] };

/** How a listing's parcel reached a country: out of the stock the shop would choose, by a service that exists. Null where nothing goes. */
const passageTo = (listing: SeededListing, country: CountryCode, weightGrams: number, chance: Chance, world: Facts, known: Map<string, Ways | null>): Passage | null => {
  const key = `${listing.merchant.key} ${listing.archetype.key} ${country} ${weightGrams}`;
  const ways = known.get(key) ?? (known.has(key) ? null : waysTo(listing, country, weightGrams, world));
  known.set(key, ways);
  // Most people take the standard way, some the quick one.
  return ways && { quote: (chance.next() < 0.75 ? ways.quotes.find((quote) => quote.speed !== "express") : undefined) ?? chance.pick(ways.quotes), from: ways.from };
};

const waysTo = (listing: SeededListing, country: CountryCode, weightGrams: number, { services, markets }: Facts): Ways | null => {
  const market = markets.get(country);
  if (!market) return null;
  const choice = chooseStock({
    market: { code: country, state: market.state, stateReason: null, visitorPolicy: {} }, shipTo: { code: country, shipTo: true, shipToReason: null }, quantity: 1, places: placesOf(listing),
  });
  if (!choice.may) return null;
  const none: ReadonlySet<PlainDate> = new Set();
  const quotes = shippingQuotes({
    from: { country: choice.place.country, kind: choice.place.kind }, to: { country }, parcels: [packOneParcel([{ weightGrams, sizeMm: listing.archetype.sizeMm, quantity: 1 }])],
    flags: listing.archetype.flags, value: null, at: "2026-11-20T08:00:00.000Z" as Instant, handlingDays: 2, originTimeZone: listing.merchant.timeZone,
    destinationTimeZone: market.timeZone, holidays: { origin: none, destination: none }, weekends: { origin: [6, 7], destination: [6, 7] },
  }, services);
  return quotes.ok ? { from: choice.place, quotes: quotes.value } : null;
};

/** What the consignment bore in duties, taxes and fees by the rules of its day; null where the rule book does not know. */
const importChargeOf = (listing: SeededListing, country: CountryCode, offer: SeededListing["offers"][number], { quote, from }: Passage, on: PlainDate, { rules, rates, markets }: Facts): Money | null => {
  const currency = markets.get(country)?.currency;
  if (!currency || !isCurrency(listing.merchant.currency)) return null;
  const cost = landedCost({
    market: country, region: null, date: on, ratesOn, shipFrom: from.country, transport: quote.transport, mode: "cross-border", currency,
    items: [{ hs: listing.archetype.hs, origin: originOf(listing), quantity: 1, unitPrice: money(offer.price, listing.merchant.currency), weightGrams: offer.weightGrams }],
    freight: quote.price, insurance: null, buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null },
  }, rules, rates);
  return cost.ok && cost.value.refusal === null ? total(cost.value.charges.map((charge) => charge.amount), currency) : null;
};

const nameOf = (country: string, language: string, chance: Chance, { firstNames, nativeNames }: Sayings): string => {
  const isNative = (language === "zh" && country === "CN") || ["ja", "ko", "ar", "ru", "hi"].includes(language);
  const native = isNative ? nativeNames[country] : undefined;
  if (native) return chance.pick(native);
  return `${chance.pick(firstNames[country] ?? firstNames["US"] ?? ["Alex"])} ${"ABCDEFGHJKLMNPRSTVW"[chance.between(0, 18)]}.`;
};

const starsOf = (chance: Chance, quality: number): string => {
  const roll = chance.next() * quality;
  return roll > 0.4 ? "5" : roll > 0.16 ? "4" : roll > 0.07 ? "3" : "2-1";
};

type Written = Review & { readonly consignmentId: string | null; readonly authorId: string | null };

/**
 * Two years of reviews: first of what was bought and delivered here, with the facts of that very consignment; the rest is imported history without an order,
 * by buyers of many countries in their own languages, with the days and the import cost that the carriers' cards and the rule book of that day give for
 * their corridor. Nobody reviews what could not have been sent to them.
 */
export const seedReviews = async (listings: readonly SeededListing[], deliveries: Deliveries): Promise<string> => {
  const everywhere = readFacts();
  const worlds = new Map(buyers.map(([country]) => [country, factsFor(countryCode(country), everywhere)]));
  const known = new Map<string, Ways | null>();
  const sayings = readData<Sayings>("catalogue", "reviews.json");
  const rows: object[] = [];
  const summaries: object[] = [];
  for (const listing of listings) {
    const reviews = reviewsOf(listing, worlds, sayings, known, deliveries.get(listing.id) ?? []);
    if (reviews.length === 0) continue;
    const { byCountry, byRating, fit, ...counts } = summaryOf(reviews);
    summaries.push({ listingId: listing.id, ...counts, byCountry, byRating, fit });
    for (const { at, importCharge, ...review } of reviews) {
      rows.push({ ...review, listingId: listing.id, importCharge: importCharge?.amount ?? null, currency: importCharge?.currency ?? null, createdAt: at });
    }
  }
  await insertRows("review", rows);
  await insertRows("rating_summary", summaries);
  return `${rows.length} reviews of ${summaries.length} listings`;
};

const reviewsOf = (listing: SeededListing, worlds: ReadonlyMap<string, Facts>, sayings: Sayings, known: Map<string, Ways | null>, deliveries: readonly Delivery[]): Written[] => {
  const chance = chanceOf(`reviews of ${listing.number}`);
  const opened = Math.max(listing.at.getTime() + 20 * 86_400_000, firstDay);
  if (opened >= lastDay) return [];
  // A few are loved by many, most by some, some by nobody yet.
  const count = Math.floor(chance.next() ** 3 * 22) + (chance.next() < 0.85 ? 1 : 0);
  const quality = 0.75 + chance.next() * 0.4;
  const bias: Fit = chance.next() < 0.65 ? "true" : chance.pick(["small", "large"] as const);
  const said = new Set<string>();
  const reviews: Written[] = [];
  const write = (by: Pick<Written, "authorName" | "authorCountry" | "language" | "consignmentId" | "authorId" | "daysToDoor" | "importCharge">, sizeLabel: string | null, at: Date): void => {
    const { language, importCharge } = by;
    const fits = (phrase: Phrase) => !said.has(`${language} ${phrase.text}`) && (!phrase.uses?.includes("charge") || (importCharge !== null && importCharge.amount > 0n))
      && (!phrase.fit || !sizeLabel || phrase.fit === bias || chance.next() < 0.3);
    const candidates = (sayings.phrases[language]?.[groupOf(listing)]?.[starsOf(chance, quality)] ?? []).filter(fits);
    if (candidates.length === 0) return;
    const phrase = chance.pick(candidates);
    said.add(`${language} ${phrase.text}`);
    const text = phrase.text.replace("{days}", String(by.daysToDoor)).replace("{charge}", importCharge ? formatMoney(importCharge, language, by.authorCountry) : "");
    reviews.push({
      ...by, id: seedId("review", `${listing.number} ${reviews.length}`, at), rating: phrase.rating, text, sizeLabel,
      fit: sizeLabel ? (phrase.fit ?? (chance.next() < 0.5 ? (chance.next() < 0.75 ? bias : "true") : null)) : null, at: instant(at),
    });
  };
  for (const { consignmentId, userId, name, country, language, offerId, paidAt, deliveredAt, importCharge } of deliveries) {
    const at = new Date(deliveredAt.getTime() + (0.5 + chance.next() * 16) * 86_400_000);
    if (at.getTime() > lastDay || chance.next() > 0.6) continue;
    const days = daysToDoor({ paidAt: instant(paidAt), deliveredAt: instant(deliveredAt) });
    write({ consignmentId, authorId: userId, authorName: publicName(name), authorCountry: country, language, daysToDoor: days, importCharge }, listing.offers.find(({ id }) => id === offerId)?.sizeLabel ?? null, at);
  }
  for (let turn = reviews.length; turn < count; turn++) {
    const at = new Date(opened + chance.next() * (lastDay - opened));
    const { country, languages } = chance.pick(buyerBag);
    const offer = chance.pick(listing.offers);
    const world = worlds.get(country);
    const passage = world && passageTo(listing, country, offer.weightGrams, chance, world, known);
    if (!passage) continue;
    const language = chance.pick(languages);
    const importCharge = importChargeOf(listing, country, offer, passage, plainDate(at.toISOString().slice(0, 10)), world);
    write({ consignmentId: null, authorId: null, authorName: nameOf(country, language, chance, sayings), authorCountry: country, language, daysToDoor: daysBetween(passage, chance), importCharge }, offer.sizeLabel, at);
  }
  return reviews;
};

/** The days that this passage really took: within the promised window mostly, a little beyond it now and then. */
const daysBetween = ({ quote }: Passage, chance: Chance): number => {
  const until = (day: PlainDate) => Math.round((Date.parse(day) - Date.parse("2026-11-20")) / 86_400_000);
  const [soon, late] = [until(quote.window.earliest), until(quote.window.latest)];
  return Math.max(2, chance.next() < 0.93 ? chance.between(Math.max(2, soon - 1), late) : late + chance.between(1, 6));
};
