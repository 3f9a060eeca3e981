import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { instant, toDate, type Instant } from "@/kernel/time";
import { reader, type Tx } from "@/platform/db";
import type { Completeness, Listing } from "./listing";
import type { MarketScope } from "./market-scope";

/** A listing as its merchant's verbs need it: the noun, its money, and the words by which cached pages that show it are named. */
export type OwnListing = Listing & { readonly currency: Currency; readonly merchantSlug: string; readonly brandSlug: string; readonly categoryPath: readonly string[] };

/** The merchant's own listing, or null. Ownership is in the `where`. */
export const loadListing = async (merchantId: Id<"merchant">, listingId: string): Promise<OwnListing | null> => {
  const row = await reader().listing.findFirst({
    where: { id: listingId, merchantId },
    include: { merchant: { select: { slug: true } }, product: { select: { brand: { select: { slug: true } }, category: { select: { path: true } } } } },
  });
  if (!row) return null;
  const { id, number, productId, version, state, currency } = row;
  return {
    id, number, merchantId, productId, version, state, publishedAt: row.publishedAt && instant(row.publishedAt), currency,
    merchantSlug: row.merchant.slug, brandSlug: row.product.brand.slug, categoryPath: row.product.category.path,
  } as OwnListing;
};

export const insertListing = async (tx: Tx, listing: { id: Id<"listing">; merchantId: Id<"merchant">; productId: Id<"product">; at: Instant }): Promise<void> => {
  const { id, merchantId, productId, at } = listing;
  // The merchant's own money until it says otherwise; a draft without offers has no price.
  await tx.$executeRaw`
    insert into listing (id, "merchantId", "productId", state, currency, "basePrice", "createdAt")
    select ${id}, m.id, ${productId}, 'draft', m."payoutCurrency", 0, ${at}::timestamptz from merchant m where m.id = ${merchantId}`;
};

/** Takes the next version of the merchant's own listing, only if nobody took it before; null when somebody did, or when it is not the merchant's. */
export const takeVersion = async (tx: Tx, merchantId: Id<"merchant">, listingId: string, version: number): Promise<OwnListing | null> => {
  const { count } = await tx.listing.updateMany({ where: { id: listingId, merchantId, version }, data: { version: { increment: 1 } } });
  return count === 1 ? loadListing(merchantId, listingId) : null;
};

export const saveState = async (tx: Tx, listing: Listing, at: Instant): Promise<void> => {
  await tx.listing.update({
    where: { id: listing.id, merchantId: listing.merchantId },
    data: { state: listing.state, publishedAt: listing.publishedAt && toDate(listing.publishedAt), withdrawnAt: listing.state === "withdrawn" ? toDate(at) : null },
  });
};

export const saveScope = async (tx: Tx, listing: Listing, scope: MarketScope): Promise<void> => {
  await tx.listing.update({ where: { id: listing.id, merchantId: listing.merchantId }, data: { marketPolicy: scope.marketPolicy, markets: [...scope.markets] } });
};

type CompletenessRow = Omit<Completeness, "hs" | "origin"> & { hs: string; origin: string };

/** What a listing has of what publishing needs, in one statement. */
export const loadCompleteness = async (tx: Tx, listingId: string): Promise<Completeness> => {
  const [row] = await tx.$queryRaw<CompletenessRow[]>`
    select (select count(*)::int from product_text t where t."productId" = p.id and t.title <> '' and t.description <> '') as "wholeTexts",
      (select count(*)::int from picture i where i."productId" = p.id) as pictures, true as "hasCategory", trim(p.hs) as hs, trim(p.origin) as origin,
      least(p."weightGrams", (select min(v."weightGrams") from offer o join variant v on v.id = o."variantId" where o."listingId" = l.id and o."isActive")) as "weightGrams",
      least(p."lengthMm", p."widthMm", p."heightMm") as "smallestSideMm", n.offers, n."pricedOffers", n."placedOffers"
    from listing l join product p on p.id = l."productId"
    cross join lateral (select count(*)::int as offers, count(*) filter (where o.price > 0)::int as "pricedOffers",
      count(*) filter (where exists (select 1 from stock s where s."offerId" = o.id))::int as "placedOffers" from offer o where o."listingId" = l.id and o."isActive") n
    where l.id = ${listingId}`;
  if (!row) throw new Error(`no listing ${listingId}`);
  return row;
};

export type StoredOffer = { readonly id: Id<"offer">; readonly variantId: Id<"variant">; readonly colour: string | null; readonly sizeSystem: string | null; readonly sizeLabel: string | null; readonly capacity: string | null };

export const loadOffers = async (tx: Tx, listingId: string): Promise<StoredOffer[]> => {
  const rows = await tx.offer.findMany({ where: { listingId }, include: { variant: true }, orderBy: { id: "asc" } });
  return rows.map(({ id, variantId, variant: { colour, sizeSystem, sizeLabel, capacity } }) => ({ id: id as Id<"offer">, variantId: variantId as Id<"variant">, colour, sizeSystem, sizeLabel, capacity }));
};

export type OfferRow = { readonly id: Id<"offer">; readonly variantId: Id<"variant">; readonly sku: string; readonly price: bigint; readonly isActive: boolean };

/** Writes the offers of a listing in one statement: new ones are entered, known ones changed, the base price follows the lowest on offer. */
export const saveOffers = async (tx: Tx, listingId: string, currency: Currency, offers: readonly OfferRow[], gone: { readonly offers: readonly string[]; readonly isForEver: boolean }): Promise<void> => {
  const rows = JSON.stringify(offers.map((offer) => ({ ...offer, price: offer.price.toString() })));
  if (gone.isForEver) await tx.offer.deleteMany({ where: { listingId, id: { in: [...gone.offers] } } });
  else await tx.offer.updateMany({ where: { listingId, id: { in: [...gone.offers] } }, data: { isActive: false } });
  await tx.$executeRaw`
    insert into offer (id, "listingId", "variantId", sku, price, "isActive")
    select w.id, ${listingId}, w."variantId", w.sku, w.price, w."isActive" from jsonb_to_recordset(${rows}::jsonb) as w(id text, "variantId" text, sku text, price bigint, "isActive" boolean)
    order by w.id
    on conflict (id) do update set sku = excluded.sku, price = excluded.price, "isActive" = excluded."isActive" where offer."listingId" = ${listingId}`;
  await tx.$executeRaw`
    update listing set currency = ${currency}, "basePrice" = coalesce((select min(price) from offer where "listingId" = ${listingId} and "isActive"), 0) where id = ${listingId}`;
};

/**
 * Writes down which prices shoppers see from now on, for the offers of a listing whose price changed, came onto the shelf or left it.
 * A law asks for this history, so it is written by what is in force and not by who changed what.
 */
export const recordPrices = async (tx: Tx, listingId: string, at: Instant): Promise<void> => {
  await tx.$executeRaw`
    insert into offer_price ("offerId", since, amount)
    select o.id, greatest(${at}::timestamptz, last.since + interval '1 millisecond'), shown.amount
    from offer o join listing l on l.id = o."listingId"
    cross join lateral (select case when l.state = 'live' and o."isActive" then o.price end as amount) shown
    left join lateral (select h.since, h.amount from offer_price h where h."offerId" = o.id order by h.since desc limit 1) last on true
    where o."listingId" = ${listingId} and shown.amount is distinct from last.amount`;
};

export type Counted = { readonly movementId: Id<"movement">; readonly offerId: Id<"offer">; readonly locationId: Id<"location">; readonly count: number; readonly was: number };

/** How many of these places are the merchant's own. */
export const countOwnLocations = (tx: Tx, merchantId: Id<"merchant">, ids: readonly string[]): Promise<number> =>
  tx.stockLocation.count({ where: { merchantId, id: { in: [...ids] } } });

/**
 * Moves counted stock by what the merchant changed (counted now, less what was shown), so that a sale between reading and saving is not undone.
 * Rows are locked in the order of their ids and changed under their own condition: never below what checkouts have reserved. False when one would be;
 * the whole is then to be rolled back. Every change leaves a movement.
 */
export const moveStock = async (tx: Tx, listingId: string, counted: readonly Counted[], by: string, at: Instant): Promise<boolean> => {
  const rows = JSON.stringify(counted.map(({ movementId: id, offerId, locationId, count, was }) => ({ id, offerId, locationId, delta: count - was })));
  await tx.$executeRaw`
    insert into stock ("offerId", "locationId", "onHand", reserved)
    select w."offerId", w."locationId", 0, 0 from jsonb_to_recordset(${rows}::jsonb) as w("offerId" text, "locationId" text) join offer o on o.id = w."offerId" and o."listingId" = ${listingId}
    order by 1, 2 on conflict do nothing`;
  const moved = await tx.$executeRaw`
    with wanted as (select * from jsonb_to_recordset(${rows}::jsonb) as w(id text, "offerId" text, "locationId" text, delta int) where delta <> 0),
    locked as (select s."offerId", s."locationId" from stock s join wanted w using ("offerId", "locationId") join offer o on o.id = s."offerId" and o."listingId" = ${listingId}
      order by s."offerId", s."locationId" for update of s),
    changed as (update stock s set "onHand" = s."onHand" + w.delta from wanted w, locked k
      where s."offerId" = k."offerId" and s."locationId" = k."locationId" and w."offerId" = k."offerId" and w."locationId" = k."locationId"
        and s."onHand" + w.delta >= s.reserved returning w.id, s."offerId", s."locationId", w.delta)
    insert into stock_movement (id, "offerId", "locationId", quantity, reason, "subjectId", at)
    select id, "offerId", "locationId", delta, 'counted', ${by}, ${at}::timestamptz from changed`;
  return moved === counted.filter(({ count, was }) => count !== was).length;
};
