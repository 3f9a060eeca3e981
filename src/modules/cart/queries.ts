import type { CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { money, times, total, type Money } from "@/kernel/money";
import { countryCode } from "@/kernel/country";
import { dayIn } from "@/kernel/time";
import type { StockAt } from "@/modules/listing/stock-place";
import { restrictionsIn } from "@/modules/customs/restriction-queries";
import { findCountry, type OpenStorefront } from "@/modules/market/queries";
import { shelfPrices, termsOf, type PriceTerms } from "@/modules/pricing/queries";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { Prisma } from "@/platform/db/generated/client";
import { countOf, priceChange, type Cart, type PriceChange } from "./cart";
import { offerHere, type OfferFacts, type OfferHere, type OfferRefusal } from "./offer-here";
import { findCart } from "./store";

type OfferRow = {
  offerId: string; listingId: string; listingNumber: number; isOnSale: boolean; marketPolicy: string; markets: string[]; price: bigint; currency: string;
  hs: string; origin: string; flags: string[]; categoryId: string; documents: OfferFacts["documents"]; weightGrams: number; lengthMm: number; widthMm: number; heightMm: number;
  title: string; titleLanguage: string; slug: string; colour: string | null; sizeSystem: string | null; sizeLabel: string | null; capacity: string | null;
  picture: string | null; merchantId: string; merchantSlug: string; merchantName: string; merchantCountry: string; timeZone: string; handlingDays: number;
  payoutCurrency: string; contactEmail: string; places: StockAt[]; terms: PriceTerms;
};

/** Offers with the words of a storefront's language (English, then any, where it has none) and the terms of their price in its market: one statement however many. */
const offerRows = (offerIds: readonly string[], { language, market }: Pick<OpenStorefront, "language" | "market">): Promise<readonly OfferRow[]> =>
  reader().$queryRaw<OfferRow[]>`
    /* plan kept */ select o.id as "offerId", l.id as "listingId", l.number as "listingNumber", (o."isActive" and l.state = 'live' and m.state = 'active') as "isOnSale",
      l."marketPolicy", l.markets, o.price, l.currency, p.hs, p.origin, p.flags, p."categoryId",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'validUntil', to_char(d."validUntil", 'YYYY-MM-DD'))), '[]') from listing_document d
        where d."listingId" = l.id and d.state = 'approved') as documents, v."weightGrams", p."lengthMm", p."widthMm", p."heightMm",
      t.title, t.language as "titleLanguage", t.slug, v.colour, v."sizeSystem", v."sizeLabel", v.capacity, pic.path as picture,
      m.id as "merchantId", m.slug as "merchantSlug", m.name as "merchantName", m.country as "merchantCountry", m."timeZone", m."handlingDays",
      m."payoutCurrency", m."contactEmail", coalesce(s.places, '[]') as places,
      ${termsOf(Prisma.sql`o.id`, Prisma.sql`l.id`, market)} as terms
    from offer o
    join listing l on l.id = o."listingId"
    join merchant m on m.id = l."merchantId"
    join variant v on v.id = o."variantId"
    join product p on p.id = l."productId"
    left join lateral (select title, language, slug from product_text where "productId" = p.id
      order by language = ${language} desc, language = 'en' desc, language limit 1) t on true
    left join lateral (select path from picture where "productId" = p.id order by colour is not distinct from v.colour desc, position limit 1) pic on true
    left join lateral (select jsonb_agg(jsonb_build_object('locationId', w.id, 'kind', w.kind, 'country', w.country, 'region', w.region, 'city', w.city,
      'postcode', w.postcode, 'left', k."onHand" - k.reserved)) as places from stock k join stock_location w on w.id = k."locationId" where k."offerId" = o.id) s on true
    where o.id = any(${[...offerIds]})`;

const factsOf = (row: OfferRow): OfferFacts => ({
  offerId: row.offerId as Id<"offer">, listingId: row.listingId as Id<"listing">, listingNumber: row.listingNumber, isOnSale: row.isOnSale,
  marketPolicy: row.marketPolicy as OfferFacts["marketPolicy"], markets: row.markets, base: money(row.price, row.currency as Currency),
  hs: row.hs, origin: countryCode(row.origin), flags: row.flags, categoryId: row.categoryId, documents: row.documents, weightGrams: row.weightGrams,
  size: { lengthMm: row.lengthMm, widthMm: row.widthMm, heightMm: row.heightMm },
  title: row.title ?? "", titleLanguage: row.titleLanguage ?? "en", slug: row.slug ?? "-", picture: row.picture ?? "",
  variant: { colour: row.colour, sizeSystem: row.sizeSystem, sizeLabel: row.sizeLabel, capacity: row.capacity },
  merchant: {
    id: row.merchantId as Id<"merchant">, slug: row.merchantSlug, name: row.merchantName, country: row.merchantCountry as CountryCode, timeZone: row.timeZone,
    handlingDays: row.handlingDays, payoutCurrency: row.payoutCurrency as Currency, contactEmail: row.contactEmail,
  },
  places: row.places,
});

export type OfferLine = { readonly offer: OfferFacts; readonly here: OfferHere };

/** Offers as a storefront meets them, each for the quantity wanted: one statement. */
export const offersHere = async (wanted: readonly { readonly offerId: string; readonly quantity: number }[], storefront: OpenStorefront): Promise<ReadonlyMap<string, OfferLine>> => {
  const shipTo = await findCountry(storefront.market);
  if (!shipTo || wanted.length === 0) return new Map();
  const on = dayIn(now(), storefront.profile.timeZone);
  const restrictions = await restrictionsIn(storefront.market, on);
  const rows = await offerRows(wanted.map((w) => w.offerId), storefront);
  const facts = new Map(rows.map((row) => [row.offerId, factsOf(row)]));
  const prices = await shelfPrices(rows.map((row) => ({ offerId: row.offerId, price: row.price, currency: row.currency as Currency, terms: row.terms })), storefront.profile);
  const lines = new Map<string, OfferLine>();
  for (const { offerId, quantity } of wanted) {
    const offer = facts.get(offerId);
    const priced = prices.get(offerId);
    if (offer && priced) lines.set(offerId, { offer, here: offerHere({ offer, quantity, market: storefront.profile, shipTo, priced, on, restrictions }) });
  }
  return lines;
};

export type CartPageLine = {
  readonly id: Id<"cartLine">;
  readonly offer: OfferFacts;
  readonly quantity: number;
  readonly accepted: Money;
  /** Today's unit price here, null where there is none. */
  readonly price: Money | null;
  readonly here: OfferHere;
  /** How many could be bought out of the place that serves this line; null when none does. */
  readonly left: number | null;
};

export type CartParcel = {
  readonly key: string;
  readonly merchant: OfferFacts["merchant"];
  readonly from: StockAt;
  readonly lines: readonly CartPageLine[];
};

export type CartPage = {
  readonly cart: Cart;
  readonly count: number;
  /** A merchant's goods out of one warehouse: one parcel, one declaration, one consignment. */
  readonly parcels: readonly CartParcel[];
  /** Lines that cannot be bought here now, each with its reason. */
  readonly apart: readonly (CartPageLine & { readonly refusal: OfferRefusal })[];
  readonly goods: Money;
  /** What changed since the shopper last agreed to the prices, or null. */
  readonly change: PriceChange | null;
};

/** A cart with its lines, for verbs above that were not given it. Whose it is they decide. */
export const cartWithLines = (cartId: string): Promise<Cart | null> => findCart(cartId);

/** A cart as a storefront shows it: by merchant and parcel, at today's prices, next to those the shopper agreed to. At most two statements. */
export const readCart = async (cartId: string | null, storefront: OpenStorefront): Promise<CartPage | null> => {
  const cart = cartId ? await findCart(cartId) : null;
  return cart ? viewCart(cart, storefront) : null;
};

export const viewCart = async (cart: Cart, storefront: OpenStorefront): Promise<CartPage> => {
  const met = await offersHere(cart.lines, storefront);
  const parcels = new Map<string, CartParcel & { lines: CartPageLine[] }>();
  const apart: (CartPageLine & { refusal: OfferRefusal })[] = [];
  for (const line of cart.lines) {
    const found = met.get(line.offerId);
    if (!found) continue;
    const { offer, here } = found;
    const common = { id: line.id, offer, quantity: line.quantity, accepted: line.accepted, price: here.price, here };
    if (!here.isBuyable) {
      apart.push({ ...common, refusal: here.refusal, left: here.refusal.code === "listing.not-enough-stock" ? here.refusal.left : null });
      continue;
    }
    const key = `${offer.merchant.id}.${here.place.locationId}`;
    const parcel = parcels.get(key) ?? { key, merchant: offer.merchant, from: here.place, lines: [] };
    parcel.lines.push({ ...common, left: here.place.left });
    parcels.set(key, parcel);
  }
  const currency = storefront.profile.currency;
  const priced = [...parcels.values()].flatMap((parcel) => parcel.lines).flatMap((line) => (line.price ? [{ quantity: line.quantity, accepted: line.accepted, price: line.price }] : []));
  return {
    cart, count: countOf(cart.lines), parcels: [...parcels.values()], apart,
    goods: total(priced.map((line) => times(line.price, line.quantity)), currency),
    change: priceChange(priced, currency),
  };
};
