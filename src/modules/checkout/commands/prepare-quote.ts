import { wordsIn } from "@/i18n/translator";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn, type Instant } from "@/kernel/time";
import type { Id } from "@/kernel/id";
import type { Money } from "@/kernel/money";
import type { Cart } from "@/modules/cart/cart";
import { readCart, type CartPage, type CartParcel } from "@/modules/cart/queries";
import { variantLabel } from "@/modules/cart/variant-label";
import type { TradeFacts } from "@/modules/discovery/landed-estimate";
import { crossRate, type RateRefusal } from "@/modules/fx/rate";
import { findStorefront, type OpenStorefront } from "@/modules/market/queries";
import { spread } from "@/modules/pricing/queries";
import { pricedPlace } from "@/modules/shopper/address";
import { addressForm } from "@/modules/shopper/address-format";
import { newId, now } from "@/platform/clock";
import { makeQuote, type Quote, type QuoteParcel, type QuoteRefusal } from "../quote";
import { tradeFacts } from "../queries";
import { insertQuote } from "../store";
import { waysToTheDoor } from "../way-to-door";

export type QuoteWanted = { readonly storefront: string; readonly region: string | null; readonly postcode: string | null; readonly services: Readonly<Record<string, string>> };
export type PrepareRefusal = QuoteRefusal | RateRefusal
  | { readonly code: "cart.empty" } | { readonly code: "cart.prices-changed" } | { readonly code: "market.no-such-storefront" };

/**
 * Holds a price for a quarter of an hour: for exactly this cart, region, postcode and choice of delivery. Nothing is reserved yet.
 * Refused while the shopper has not agreed to today's prices; lines that cannot be bought here stay in the cart and out of the quote.
 */
export const prepareQuote = async ({ cartId }: { readonly cartId: Id<"cart"> }, wanted: QuoteWanted): Promise<Result<{ readonly quoteId: Id<"quote">; readonly quote: Quote }, PrepareRefusal>> => {
  const made = await quoteCart(cartId, wanted, now());
  if (!made.ok) return made;
  const quoteId = newId("quote");
  await insertQuote({ id: quoteId, cart: made.value.cart, quote: made.value.quote, services: wanted.services });
  return ok({ quoteId, quote: made.value.quote });
};

/** What a browser is told of a promise: which it is, how much, and until when. The rest is on the page. */
export const holdPrice = async (holder: { readonly cartId: Id<"cart"> }, wanted: QuoteWanted): Promise<Result<{ readonly quoteId: Id<"quote">; readonly total: Money; readonly expiresAt: Instant }, PrepareRefusal>> => {
  const prepared = await prepareQuote(holder, wanted);
  return prepared.ok ? ok({ quoteId: prepared.value.quoteId, total: prepared.value.quote.total, expiresAt: prepared.value.quote.expiresAt }) : prepared;
};

/** The quote of a cart at a moment, kept nowhere: what a page shows first, and what an old promise is compared with. */
export const quoteCart = async (cartId: string, { storefront: tag, region, postcode, services }: QuoteWanted, at: Instant): Promise<Result<{ readonly cart: Cart; readonly page: CartPage; readonly quote: Quote }, PrepareRefusal>> => {
  const storefront = await findStorefront(tag);
  if (!storefront) return refuse({ code: "market.no-such-storefront" });
  const page = await readCart(cartId, storefront);
  if (!page || page.cart.lines.length === 0) return refuse({ code: "cart.empty" });
  if (page.change !== null) return refuse({ code: "cart.prices-changed" });
  const place = pricedPlace(await addressForm(storefront.market), { region, postcode });
  const facts = await tradeFacts(storefront, page.parcels.map((parcel) => parcel.from.country), at);
  if (!facts) return refuse({ code: "market.no-such-storefront" });
  const parcels: QuoteParcel[] = [];
  for (const parcel of page.parcels) {
    const payoutRate = crossRate(facts.rates, parcel.merchant.payoutCurrency, storefront.profile.currency, dayIn(at, storefront.profile.timeZone));
    if (!payoutRate.ok) return payoutRate;
    parcels.push(parcelOf(parcel, storefront, facts, place, payoutRate.value));
  }
  const quote = makeQuote({ storefront: tag, currency: storefront.profile.currency, ...place, at, spread, parcels, chosen: services });
  return quote.ok ? ok({ cart: page.cart, page, quote: quote.value }) : quote;
};

const parcelOf = (parcel: CartParcel, storefront: OpenStorefront, facts: TradeFacts, to: { region: string | null; postcode: string | null }, payoutRate: QuoteParcel["payoutRate"]): QuoteParcel => {
  const words = wordsIn(storefront.language);
  const lines = parcel.lines.map(({ offer, quantity, accepted, price }) => ({
    offerId: offer.offerId, quantity, unitPrice: price ?? accepted, hs: offer.hs, origin: offer.origin, flags: offer.flags, weightGrams: offer.weightGrams,
    sizeMm: [offer.size.lengthMm, offer.size.widthMm, offer.size.heightMm] as const,
    listingId: offer.listingId, listingNumber: offer.listingNumber, slug: offer.slug, title: offer.title, titleLanguage: offer.titleLanguage,
    variantLabel: variantLabel(offer.variant, words), picture: offer.picture,
  }));
  const { id, slug, name, country, payoutCurrency, contactEmail, handlingDays } = parcel.merchant;
  const { locationId, kind, city } = parcel.from;
  return {
    key: parcel.key, merchant: { id, slug, name, country, payoutCurrency, contactEmail }, from: { locationId, kind, city, country: parcel.from.country }, lines,
    ways: waysToTheDoor({ from: parcel.from, handlingDays, items: lines, ...to }, facts), payoutRate,
  };
};
