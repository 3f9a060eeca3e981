import { wordsIn } from "@/i18n/translator";
import type { CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { convert, money, times, total, zero, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn, instant, type Instant } from "@/kernel/time";
import type { Cart } from "@/modules/cart/cart";
import { cartWithLines, viewCart, type CartPage, type CartParcel } from "@/modules/cart/queries";
import { variantLabel } from "@/modules/cart/variant-label";
import { checkCustomsId, isCustomsIdKind } from "@/modules/customs/customs-id";
import type { LandedCostInput } from "@/modules/customs/declaration";
import { tradeRules } from "@/modules/customs/queries";
import { restrictionsIn } from "@/modules/customs/restriction-queries";
import { basketOf, type Basket } from "@/modules/discovery/basket";
import { waysToTheDoor, type TradeFacts } from "@/modules/discovery/ways-to-the-door";
import { dayRates } from "@/modules/fx/queries";
import { crossRate, type RateRefusal } from "@/modules/fx/rate";
import { carrierServices, workCalendar } from "@/modules/logistics/queries";
import { findCountry, findStorefront, type OpenStorefront } from "@/modules/market/queries";
import { spread } from "@/modules/pricing/queries";
import { pricedPlace } from "@/modules/shopper/address";
import { addressForm } from "@/modules/shopper/address-queries";
import { listConsignments, type ShownConsignment } from "@/modules/order/queries";
import { isOpenAttempt } from "@/modules/payment/attempt";
import { listAttempts } from "@/modules/payment/queries";
import { linkKey } from "@/platform/auth/seal";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { makeQuote, type Quote, type QuoteParcel, type QuoteRefusal } from "./quote";
import { buyerFor, countsUse, isCounted, metersOf, noUse, type QuoteQuota, type Use } from "./quota";
import { findLastPerson, loadUse } from "./quota-store";
import { isAwaiting, type CheckoutState } from "./checkout";
import { findBySession, findCheckout, findQuote, type CheckoutRow, type WhoseCheckout } from "./store";

export type QuoteWanted = {
  readonly storefront: string; readonly region: string | null; readonly postcode: string | null; readonly services: Readonly<Record<string, string>>;
  /** As far as it is known for whom this is: only markets that count what a person buys look at it. */
  readonly who?: Asking;
};
/** Who asks for a price: signed in or not, and what was typed; or, when an order is placed, whose use was counted under a lock. */
export type Asking = { readonly userId: Id<"user"> | null; readonly customsId?: string | null; readonly email?: string | null } | { readonly use: Use };

export type PrepareRefusal = QuoteRefusal | RateRefusal
  | { readonly code: "cart.empty" } | { readonly code: "cart.prices-changed" } | { readonly code: "market.no-such-storefront" };

/** What a quote has to know of the world: remembered for seconds, so that a checkout reads none of it from the database as a rule. */
export const tradeFacts = async (storefront: OpenStorefront, origins: readonly CountryCode[], at: Instant): Promise<TradeFacts | null> => {
  const shipTo = await findCountry(storefront.market);
  if (!shipTo) return null;
  const countries = [...new Set([storefront.market, ...origins])];
  const today = dayIn(at, storefront.profile.timeZone);
  const [rules, restrictions, rates, services, calendars] = await Promise.all([
    tradeRules(storefront.market, today), restrictionsIn(storefront.market, today), dayRates(), carrierServices(),
    Promise.all(countries.map(async (country) => [country, await workCalendar(country, at)] as const)),
  ]);
  return { market: storefront.profile, shipTo, at, rules, restrictions, rates, services, calendars: new Map(calendars) };
};

/** A cart by its id, with what it holds where that was read already; null when there is none. */
export type HeldCart = { readonly cartId: string; readonly cart?: Cart | null };

/** The quote of a cart at a moment, kept nowhere: what a page shows first, and what an old promise is compared with. */
export const quoteCart = async (held: HeldCart, { storefront: tag, region, postcode, services, who }: QuoteWanted, at: Instant): Promise<Result<{ readonly cart: Cart; readonly page: CartPage; readonly quote: Quote }, PrepareRefusal>> => {
  const storefront = await findStorefront(tag);
  if (!storefront) return refuse({ code: "market.no-such-storefront" });
  const cart = held.cart === undefined ? await cartWithLines(held.cartId) : held.cart;
  if (!cart || cart.lines.length === 0) return refuse({ code: "cart.empty" });
  const page = await viewCart(cart, storefront);
  if (page.change !== null) return refuse({ code: "cart.prices-changed" });
  const priced = await pricedParcels(page, storefront, { region, postcode, services, ...(who ? { who } : {}) }, at);
  if (!priced.ok) return priced;
  const { place, parcels, quota } = priced.value;
  const quote = makeQuote({ storefront: tag, currency: storefront.profile.currency, ...place, at, spread, parcels, chosen: services, quota });
  return quote.ok ? ok({ cart, page, quote: quote.value }) : quote;
};

type Priced = { readonly facts: TradeFacts; readonly place: { readonly region: string | null; readonly postcode: string | null }; readonly parcels: readonly QuoteParcel[]; readonly quota: QuoteQuota | undefined };

/** Every parcel of a cart with all its ways to the door, and what stands against the limits of the one who buys. */
const pricedParcels = async (page: CartPage, storefront: OpenStorefront, { region, postcode, services, who }: Omit<QuoteWanted, "storefront">, at: Instant): Promise<Result<Priced, RateRefusal | { readonly code: "market.no-such-storefront" }>> => {
  const place = pricedPlace(await addressForm(storefront.market), { region, postcode });
  const facts = await tradeFacts(storefront, page.parcels.map((parcel) => parcel.from.country), at);
  if (!facts) return refuse({ code: "market.no-such-storefront" });
  const known = countsUse(facts.rules) && page.parcels.some(({ from }) => isCounted(storefront.market, from)) ? await knownUse(who ?? { userId: null }, storefront, page.cart.id, at) : null;
  let parcels: QuoteParcel[] = [];
  for (const parcel of page.parcels) {
    const payoutRate = crossRate(facts.rates, parcel.merchant.payoutCurrency, storefront.profile.currency, dayIn(at, storefront.profile.timeZone));
    if (!payoutRate.ok) return payoutRate;
    parcels.push(parcelOf(parcel, storefront, facts, place, payoutRate.value, known && buyerFor(known.use, [], 0)));
  }
  let quota: QuoteQuota | undefined;
  if (known) {
    const counted = countedParcels(parcels, services, storefront);
    // What one parcel holds counts against the limits of the others: each is declared with all of them known.
    if (parcels.length > 1) parcels = parcels.map((parcel, index) => withBuyer(parcel, page.parcels[index], facts, place, buyerFor(known.use, counted.map(({ value }) => value), index)));
    const into = (amount: Money): Money => {
      const rate = crossRate(facts.rates, amount.currency, storefront.profile.currency, dayIn(at, storefront.profile.timeZone));
      return rate.ok ? convert(amount, rate.value.rate, storefront.profile.currency) : amount;
    };
    const crossing = counted.filter(({ from }) => isCounted(storefront.market, from)).map(({ from, value }) => ({ ...value, shipFrom: from.country as CountryCode }));
    quota = { use: known.use, meters: metersOf(facts.rules, known.use, crossing, into).filter(({ limit }) => !("money" in limit) || limit.money.currency === storefront.profile.currency) };
  }
  return ok({ facts, place, parcels, quota });
};

export type CartCost = { readonly ways: QuoteParcel["ways"]; /** Where customs counts codes: what another piece does, and how the parcel is best grouped. */ readonly basket: Basket | null };

/** What each parcel of a cart costs at the door of the storefront's country, by its key: the first price of the checkout, before there is an address. */
export const cartCosts = async (page: CartPage, storefront: OpenStorefront): Promise<ReadonlyMap<string, CartCost>> => {
  const priced = await pricedParcels(page, storefront, { region: null, postcode: null, services: {}, who: { userId: page.cart.userId } }, now());
  if (!priced.ok) return new Map();
  const { facts, place, parcels } = priced.value;
  return new Map(parcels.map(({ key, ways, lines }, index) => {
    const of = page.parcels[index];
    return [key, { ways, basket: ways.ok && of ? basketOf({ from: of.from, handlingDays: of.merchant.handlingDays, items: lines, ...place }, ways.value[0], facts) : null }];
  }));
};

/** What is known of the buyer's use: under the number or address typed, else as who they last ordered, else nothing. */
const knownUse = async (who: Asking, { market, profile }: OpenStorefront, cartId: string, at: Instant): Promise<{ readonly use: Use }> => {
  if ("use" in who) return who;
  const person = personKey(market, { kind: profile.customsId, number: who.customsId ?? null, email: who.email ?? null }) ?? (who.userId ? await findLastPerson(who.userId, market) : null);
  return { use: person ? await loadUse({ market, person, day: dayIn(at, profile.timeZone), currency: profile.currency, cartId }) : noUse(profile.currency) };
};

/**
 * The person that a market's limits count, as a keyed hash: by the customs number where the market asks for one, by the address of the letters elsewhere.
 * Null while it is not known, or not sound. A hash of one market says nothing in another.
 */
export const personKey = (market: CountryCode, { kind, number, email }: { readonly kind: string | null; readonly number: string | null; readonly email: string | null }): string | null => {
  if (kind !== null && isCustomsIdKind(kind)) {
    const checked = checkCustomsId(kind, number ?? "");
    return checked.ok ? linkKey("quota-person", `${market} ${kind} ${checked.value}`) : null;
  }
  return email && email.trim() ? linkKey("quota-person", `${market} mail ${email.trim().toLowerCase()}`) : null;
};

const countedParcels = (parcels: readonly QuoteParcel[], chosen: Readonly<Record<string, string>>, { profile }: OpenStorefront) =>
  parcels.map(({ key, lines, ways, from }) => {
    const way = ways.ok ? (ways.value.find(({ service }) => service.serviceId === chosen[key]) ?? ways.value[0]) : null;
    const goods = total(lines.map((line) => times(line.unitPrice, line.quantity)), profile.currency);
    return { from, value: { goods, delivery: way?.cost.freight ?? zero(profile.currency) } };
  });

const withBuyer = (parcel: QuoteParcel, of: CartParcel | undefined, facts: TradeFacts, to: { region: string | null; postcode: string | null }, buyer: LandedCostInput["buyer"]): QuoteParcel =>
  of ? { ...parcel, ways: waysToTheDoor({ from: of.from, handlingDays: of.merchant.handlingDays, items: parcel.lines, ...to, buyer }, facts) } : parcel;

const parcelOf = (parcel: CartParcel, storefront: OpenStorefront, facts: TradeFacts, to: { region: string | null; postcode: string | null }, payoutRate: QuoteParcel["payoutRate"], buyer: LandedCostInput["buyer"] | null): QuoteParcel => {
  const words = wordsIn(storefront.language);
  const lines = parcel.lines.map(({ offer, quantity, accepted, price }) => ({
    offerId: offer.offerId, quantity, unitPrice: price ?? accepted, hs: offer.hs, origin: offer.origin, flags: offer.flags, categoryId: offer.categoryId, documents: offer.documents, weightGrams: offer.weightGrams,
    sizeMm: [offer.size.lengthMm, offer.size.widthMm, offer.size.heightMm] as const,
    listingId: offer.listingId, listingNumber: offer.listingNumber, slug: offer.slug, title: offer.title, titleLanguage: offer.titleLanguage,
    variantLabel: variantLabel(offer.variant, words), picture: offer.picture,
  }));
  const { id, slug, name, country, payoutCurrency, contactEmail, handlingDays } = parcel.merchant;
  const { locationId, kind, city } = parcel.from;
  return {
    key: parcel.key, merchant: { id, slug, name, country, payoutCurrency, contactEmail }, from: { locationId, kind, city, country: parcel.from.country }, lines,
    ways: waysToTheDoor({ from: parcel.from, handlingDays, items: lines, ...to, ...(buyer ? { buyer } : {}) }, facts), payoutRate,
  };
};

/** What the checkout page shows: the promise of an address while it holds for this very cart, else one made now for the country alone, kept nowhere. */
export const pageQuote = async (cart: Cart, storefront: string, quoteId: string | null): Promise<Result<{ readonly quote: Quote; readonly quoteId: Id<"quote"> | null }, PrepareRefusal>> => {
  const at = now();
  const fresh = await quoteCart({ cartId: cart.id, cart }, { storefront, region: null, postcode: null, services: {}, who: { userId: cart.userId } }, at);
  if (!fresh.ok) return fresh;
  const kept = quoteId ? await findQuote(quoteId, { userId: cart.userId, cartId: cart.id }) : null;
  const holds = kept !== null && kept.expiresAt > at && kept.cartVersion === fresh.value.cart.version && kept.quote.storefront === storefront;
  return ok(holds ? { quote: kept.quote, quoteId: kept.id } : { quote: fresh.value.quote, quoteId: null });
};

export type OrderPage = CheckoutRow & { readonly consignments: readonly ShownConsignment[]; /** Where it can still be paid, or null. */ readonly payUrl: string | null };

/** An order by the number people read aloud. Who may see it is decided by the door, with `maySeeOrder`. */
export const findOrder = async (number: string): Promise<OrderPage | null> => {
  const checkout = /^EN-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(number) ? await findCheckout({ number }) : null;
  if (!checkout) return null;
  const attempt = isAwaiting(checkout.state) ? (await listAttempts(checkout.id)).findLast(({ status }) => isOpenAttempt(status)) : undefined;
  return { ...checkout, consignments: await listConsignments(checkout.id), payUrl: attempt?.sessionUrl ?? null };
};

/** The checkout that a payment page belongs to, by the id Stripe sends the buyer back with. */
export const findCheckoutOfSession = async (sessionId: string): Promise<WhoseCheckout | null> => (/^cs_[A-Za-z0-9_]{1,200}$/.test(sessionId) ? findBySession(sessionId) : null);

export type OrderInList = { readonly number: string; readonly state: CheckoutState; readonly createdAt: Instant; readonly total: Money; readonly parcels: number; readonly pictures: readonly string[]; readonly titles: readonly string[] };

/** A person's own orders, the newest first, a page at a time: `before` is the `createdAt` of the last one seen. Orders that came to nothing are left out. */
export const listOrders = async (userId: Id<"user">, before: Instant | null = null, count = 20): Promise<{ readonly orders: readonly OrderInList[]; readonly next: Instant | null }> => {
  const rows = await reader().checkout.findMany({
    where: { userId, state: { notIn: ["expired", "failed"] }, ...(before ? { createdAt: { lt: before } } : {}) }, orderBy: { createdAt: "desc" }, take: count + 1,
    select: { number: true, state: true, createdAt: true, total: true, currency: true, consignments: { select: { lines: { select: { picture: true, title: true }, take: 4 } } } },
  });
  const shown = rows.slice(0, count);
  return {
    orders: shown.map((row) => {
      const lines = row.consignments.flatMap((c) => c.lines);
      return { number: row.number, state: row.state as CheckoutState, createdAt: instant(row.createdAt), total: money(row.total, row.currency as Currency), parcels: row.consignments.length, pictures: lines.map((l) => l.picture).filter(Boolean), titles: lines.map((l) => l.title) };
    }),
    next: rows.length > count ? instant(shown[shown.length - 1]?.createdAt ?? new Date(0)) : null,
  };
};
