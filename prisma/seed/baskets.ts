import { wordsIn } from "@/i18n/translator";
import { countryCode, type CountryCode } from "@/kernel/country";
import { isCurrency } from "@/kernel/currency";
import { money } from "@/kernel/money";
import { dayIn, type Instant } from "@/kernel/time";
import { variantLabel } from "@/modules/cart/variant-label";
import { textFor } from "@/modules/catalog/text";
import { makeQuote, type Quote, type QuoteLine, type QuoteParcel } from "@/modules/checkout/quote";
import { waysToTheDoor, type TradeFacts } from "@/modules/discovery/ways-to-the-door";
import { crossRate } from "@/modules/fx/rate";
import { chooseStock, type StockAt } from "@/modules/listing/stock-place";
import { workCalendar } from "@/modules/logistics/queries";
import { spread } from "@/modules/pricing/queries";
import { shelfPrice } from "@/modules/pricing/shelf-price";
import type { Home } from "./buyers";
import { handlingDaysOf, type SeededMerchant } from "./merchants";
import { approvedPapers } from "./papers";
import type { Rows, SeededListing } from "./products";
import type { Chance } from "./random";
import { factsFor, type Facts } from "./trade-facts";

type Text = { readonly productId: string; readonly language: string; readonly title: string; readonly slug: string };
type Variant = { readonly id: string; readonly colour: string | null; readonly sizeSystem: string | null; readonly sizeLabel: string | null; readonly capacity: string | null };

/** What the seed's goods say of themselves on a receipt. */
export type Wares = {
  readonly productOf: ReadonlyMap<string, string>;
  readonly originOf: ReadonlyMap<string, CountryCode>;
  readonly textsOf: ReadonlyMap<string, readonly Text[]>;
  readonly pictureOf: (productId: string, colour: string | null) => string;
  readonly variantOf: ReadonlyMap<string, Variant>;
};

const grouped = <T extends { readonly productId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.productId, [...(groups.get(row.productId) ?? []), row]);
  return groups;
};

export const waresOf = (rows: Rows): Wares => {
  const pictures = grouped(rows.picture as { productId: string; path: string; colour: string | null }[]);
  const variants = new Map((rows.variant as Variant[]).map((variant) => [variant.id, variant]));
  return {
    productOf: new Map((rows.listing as { id: string; productId: string }[]).map(({ id, productId }) => [id, productId])),
    originOf: new Map((rows.product as { id: string; origin: string }[]).map(({ id, origin }) => [id, countryCode(origin)])),
    textsOf: grouped(rows.product_text as Text[]),
    pictureOf: (productId, colour) => {
      const all = pictures.get(productId) ?? [];
      return (all.find((picture) => picture.colour === colour) ?? all[0])?.path ?? "";
    },
    variantOf: new Map((rows.offer as { id: string; variantId: string }[]).flatMap(({ id, variantId }) => {
      const variant = variants.get(variantId);
      return variant ? [[id, variant] as const] : [];
    })),
  };
};

/** The world as it looks from each market at a moment of the past. */
export const worldAt = (everywhere: Facts): ((country: CountryCode, origins: readonly CountryCode[], at: Instant) => Promise<TradeFacts | null>) => {
  const worlds = new Map<CountryCode, Facts>();
  const calendars = new Map<string, Awaited<ReturnType<typeof workCalendar>>>();
  const calendar = async (country: CountryCode, at: Instant) => {
    const key = `${country} ${at.slice(0, 4)}`;
    const known = calendars.get(key) ?? (await workCalendar(country, at));
    calendars.set(key, known);
    return [country, known] as const;
  };
  return async (country, origins, at) => {
    const world = worlds.get(country) ?? factsFor(country, everywhere);
    worlds.set(country, world);
    const market = everywhere.markets.get(country);
    return market ? {
      market: { ...market, stateReason: null }, shipTo: { code: country, shipTo: true, shipToReason: null }, at, rules: world.rules, restrictions: world.restrictions, rates: world.rates, services: world.services,
      calendars: new Map(await Promise.all([country, ...origins].map((one) => calendar(one, at)))),
    } : null;
  };
};

export type Basket = { readonly storefront: string; readonly language: string; readonly home: Home; readonly at: Instant; readonly picks: readonly (readonly SeededListing[])[] };

const placesOf = (merchant: SeededMerchant): StockAt[] => merchant.locations.map((location, index) => ({
  locationId: location.id, kind: location.kind as StockAt["kind"], country: countryCode(location.country), region: null, city: merchant.warehouses[index]?.city ?? "", postcode: merchant.warehouses[index]?.postcode ?? "", left: 99,
}));

/** What a basket cost on its day, by the very functions that the checkout runs; null where something of it could not be sent. One merchant's picks are one parcel. */
export const quoteBasket = ({ storefront, language, home, at, picks }: Basket, wares: Wares, facts: TradeFacts, chance: Chance): Quote | null => {
  const { market } = facts;
  const on = dayIn(at, market.timeZone);
  const parcels: QuoteParcel[] = [];
  const chosen: Record<string, string> = {};
  for (const listings of picks) {
    const merchant = listings[0]?.merchant;
    if (!merchant || !isCurrency(merchant.currency)) return null;
    const choice = chooseStock({ market, shipTo: facts.shipTo, quantity: 1, places: placesOf(merchant) });
    const rate = crossRate(facts.rates, merchant.currency, market.currency, on);
    if (!choice.may || !rate.ok) return null;
    const profile = market as typeof market & Parameters<typeof shelfPrice>[0]["market"];
    const lines = listings.map((listing): QuoteLine => {
      const offer = chance.pick(listing.offers);
      // What it cost on that day: a reduction of this month does not reach back.
      const base = money(offer.before && on < offer.before.until.toISOString().slice(0, 10) ? offer.before.price : offer.price, rate.value.from);
      return { ...lineOf(listing, offer, language, wares), quantity: chance.next() < 0.85 ? 1 : chance.between(2, 3), unitPrice: shelfPrice({ base, market: profile, rate: rate.value, spread }).shown };
    });
    const from = choice.place;
    const ways = waysToTheDoor({ from, handlingDays: handlingDaysOf(merchant.key), items: lines, region: home.region, postcode: home.postcode }, facts);
    if (!ways.ok) return null;
    const key = `${merchant.id} ${from.locationId}`;
    // Most people take the best way, some the quickest.
    if (chance.next() < 0.15) chosen[key] = [...ways.value].sort((a, b) => (a.service.window.latest < b.service.window.latest ? -1 : 1))[0]?.service.serviceId ?? "";
    parcels.push({
      key, lines, ways, payoutRate: rate.value, from: { locationId: from.locationId, country: from.country, city: from.city, kind: from.kind },
      merchant: { id: merchant.id, slug: merchant.key, name: merchant.name, country: merchant.country, payoutCurrency: rate.value.from, contactEmail: merchant.contactEmail },
    });
  }
  const quote = makeQuote({ storefront, currency: market.currency, region: home.region, postcode: home.postcode, at, spread, parcels, chosen });
  return quote.ok ? quote.value : null;
};

const lineOf = (listing: SeededListing, offer: SeededListing["offers"][number], language: string, wares: Wares): Omit<QuoteLine, "quantity" | "unitPrice"> => {
  const productId = wares.productOf.get(listing.id) ?? "";
  const text = textFor(wares.textsOf.get(productId) ?? [], language);
  const variant = wares.variantOf.get(offer.id) ?? { colour: null, sizeSystem: null, sizeLabel: null, capacity: null };
  const { hs, flags, sizeMm, category } = listing.archetype;
  return {
    offerId: offer.id as QuoteLine["offerId"], listingId: listing.id as QuoteLine["listingId"], listingNumber: listing.number, slug: text?.slug ?? "-", title: text?.title ?? "",
    titleLanguage: text?.language ?? "en", variantLabel: variantLabel(variant, wordsIn(language)), picture: wares.pictureOf(productId, variant.colour),
    hs, categoryId: category, documents: approvedPapers(listing), origin: wares.originOf.get(productId) ?? countryCode(listing.merchant.country), flags, weightGrams: offer.weightGrams, sizeMm,
  };
};

