import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import type { Money } from "@/kernel/money";
import { refuse, type Result } from "@/kernel/result";
import { dayIn } from "@/kernel/time";
import { tradeRules } from "@/modules/customs/queries";
import { restrictionsIn } from "@/modules/customs/restriction-queries";
import { dayRates } from "@/modules/fx/queries";
import { findListingPage, type ListingOffer, type ListingPage } from "@/modules/listing/queries";
import { carrierServices, workCalendar, type WorkCalendar } from "@/modules/logistics/queries";
import { findCountry, type OpenStorefront } from "@/modules/market/queries";
import { shelfPrices, type PriceToday } from "@/modules/pricing/queries";
import { now } from "@/platform/clock";
import { landedEstimate, type EstimateRefusal, type LandedEstimate } from "./landed-estimate";
import type { TradeFacts } from "./ways-to-the-door";

export type Door = Result<LandedEstimate, EstimateRefusal>;

/** An offer as a storefront meets it. */
export type ProductOffer = Pick<ListingOffer, "id" | "colour" | "sizeSystem" | "sizeLabel" | "capacity" | "measurements" | "weightGrams"> & {
  /** On the shelf of this market, or null where no rate leads to it. */
  readonly price: Money | null;
  /** That price with how it is made and what it was lowered from. */
  readonly shelf: PriceToday | null;
  /** Which of the page's doors is this offer's: many offers cost the same at the door. */
  readonly door: number;
  /** Pieces at the place that would serve it. */
  readonly left: number;
};

export type ProductPage = {
  readonly listing: ListingPage;
  readonly offers: readonly ProductOffer[];
  readonly doors: readonly Door[];
};

/** The facts that any number of estimates for a storefront need: all of them remembered, none read per page. */
export const tradeFacts = async ({ profile }: Pick<OpenStorefront, "profile">, stockCountries: Iterable<CountryCode>): Promise<TradeFacts | null> => {
  const at = now();
  const shipTo = await findCountry(profile.code);
  if (!shipTo) return null;
  const calendars = new Map<CountryCode, WorkCalendar>();
  for (const country of new Set([profile.code, ...stockCountries])) calendars.set(country, await workCalendar(country, at));
  return {
    market: profile, shipTo, at, calendars,
    rules: await tradeRules(profile.code, dayIn(at, profile.timeZone)), restrictions: await restrictionsIn(profile.code, dayIn(at, profile.timeZone)), rates: await dayRates(), services: await carrierServices(),
  };
};

/**
 * What a product page shows in a storefront, or null: the listing, each offer's price here, and what each costs at the door or why it cannot be bought.
 * Two statements: the listing, and the merchant's own prices for the market.
 */
export const findProductPage = async (number: number, storefront: OpenStorefront, previewOf: Id<"merchant"> | null = null): Promise<ProductPage | null> => {
  const listing = await findListingPage(number, storefront.language, previewOf);
  if (!listing) return null;
  const facts = await tradeFacts(storefront, listing.offers.flatMap((offer) => offer.places.map((place) => place.country)));
  if (!facts) return null;
  const prices = await shelfPrices(listing.offers.map(({ id, price }) => ({ offerId: id, price, currency: listing.currency })), storefront.profile);
  const doors: Door[] = [];
  const known = new Map<string, number>();
  const offers = listing.offers.map((offer): ProductOffer => {
    const priced = prices.get(offer.id);
    const door: Door = !priced ? refuse({ code: "fx.no-rate", currency: listing.currency }) : priced.ok ? estimateOf(listing, offer, priced.value.shown, facts) : priced;
    // Colours and sizes of one thing mostly cost the same from the same place: the page carries each answer once.
    const key = JSON.stringify(door.ok ? [priced?.ok && String(priced.value.shown.amount), offer.weightGrams, door.value.from.locationId] : door.refusal);
    const at = known.get(key) ?? doors.push(door) - 1;
    known.set(key, at);
    const { id, colour, sizeSystem, sizeLabel, capacity, measurements, weightGrams } = offer;
    return { id, colour, sizeSystem, sizeLabel, capacity, measurements, weightGrams, price: priced?.ok ? priced.value.shown : null, shelf: priced?.ok ? priced.value : null, door: at, left: door.ok ? door.value.from.left : 0 };
  });
  return { listing, offers, doors };
};

/** What one piece of an offer costs at the door, at its shelf price. */
export const estimateOf = (listing: ListingPage, offer: ListingOffer, price: Money, facts: TradeFacts): Door => landedEstimate({
  scope: listing, price, quantity: 1, hs: listing.product.hs, origin: listing.product.origin, flags: listing.product.flags, categoryId: listing.product.categoryId, documents: listing.documents,
  weightGrams: offer.weightGrams, sizeMm: listing.product.sizeMm, handlingDays: listing.merchant.handlingDays, places: offer.places,
}, facts);
