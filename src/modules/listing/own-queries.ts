import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { money, type Money } from "@/kernel/money";
import { instant, type Instant } from "@/kernel/time";
import type { MerchantActor } from "@/modules/access/actor";
import { textFor } from "@/modules/catalog/text";
import { reader } from "@/platform/db";
import { missingOf, type Listing, type Need } from "./listing";
import type { MarketScope } from "./market-scope";
import { loadCompleteness } from "./store";

export type OwnRow = MarketScope & {
  readonly id: Id<"listing">; readonly number: number; readonly state: Listing["state"]; readonly title: string | null; readonly titleLanguage: string; readonly languages: readonly string[];
  readonly picture: { readonly path: string; readonly thumbhash: string } | null; readonly price: Money | null; readonly offers: number; readonly left: number;
  /** What is left of the variant that has least. */
  readonly lowest: number; readonly createdAt: Instant;
};
export type OwnFilter = { readonly state: Listing["state"] | null; readonly words: string; readonly isLow: boolean; readonly page: number };

export const listingsPerPage = 40;
/** From this many pieces on, a merchant is told to fill up. */
export const lowStock = 5;

type Row = Omit<OwnRow, "price" | "createdAt" | "title" | "titleLanguage" | "languages"> & { currency: string; basePrice: bigint; createdAt: Date; texts: { language: string; title: string }[]; total: number };

/** A merchant's own listings, newest first, in one statement a page. */
export const listOwnListings = async (actor: MerchantActor, filter: OwnFilter, language: string): Promise<{ rows: OwnRow[]; total: number }> => {
  const like = `%${filter.words.trim().slice(0, 60).replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await reader().$queryRaw<Row[]>`
    select l.id, l.number, l.state, l.currency, l."basePrice", l."marketPolicy", l.markets, l."createdAt", n.offers, n."left", n.lowest, count(*) over ()::int as total,
      (select coalesce(jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title) order by t.language), '[]') from product_text t where t."productId" = l."productId") as texts,
      (select jsonb_build_object('path', i.path, 'thumbhash', i.thumbhash) from picture i where i."productId" = l."productId" order by i.position limit 1) as picture
    from listing l
    cross join lateral (select count(*)::int as offers, coalesce(sum((select sum(s."onHand" - s.reserved) from stock s where s."offerId" = o.id)), 0)::int as "left",
      coalesce(min(coalesce((select sum(s."onHand" - s.reserved) from stock s where s."offerId" = o.id), 0)), 0)::int as lowest from offer o where o."listingId" = l.id and o."isActive") n
    where l."merchantId" = ${actor.merchantId} and (${filter.state}::text is null or l.state = ${filter.state})
      and (not ${filter.isLow} or (l.state = 'live' and n.lowest <= ${lowStock}))
      and (${filter.words.trim()} = '' or l.number::text = ${filter.words.trim()} or exists (select 1 from product_text t where t."productId" = l."productId" and t.title ilike ${like})
        or exists (select 1 from offer o where o."listingId" = l.id and o.sku ilike ${like}))
    order by l."createdAt" desc, l.number desc limit ${listingsPerPage} offset ${(filter.page - 1) * listingsPerPage}`;
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ texts, currency, basePrice, createdAt, total: _, ...row }) => {
      const text = textFor(texts.filter(({ title }) => title !== ""), language);
      return {
        ...row, title: text?.title ?? null, titleLanguage: text?.language ?? language, languages: texts.map((one) => one.language),
        price: basePrice > 0n ? money(basePrice, currency as Currency) : null, createdAt: instant(createdAt),
      };
    }),
  };
};

/** How many listings a merchant has in each state, and how many live ones run low. */
export const countOwnListings = async (actor: MerchantActor): Promise<Record<Listing["state"] | "low", number>> => {
  const [row] = await reader().$queryRaw<Record<Listing["state"] | "low", number>[]>`
    select count(*) filter (where state = 'draft')::int as draft, count(*) filter (where state = 'live')::int as live, count(*) filter (where state = 'withdrawn')::int as withdrawn,
      count(*) filter (where state = 'live' and exists (select 1 from offer o where o."listingId" = l.id and o."isActive"
        and coalesce((select sum(s."onHand" - s.reserved) from stock s where s."offerId" = o.id), 0) <= ${lowStock}))::int as low
    from listing l where l."merchantId" = ${actor.merchantId}`;
  return row ?? { draft: 0, live: 0, withdrawn: 0, low: 0 };
};

export type EditedOffer = {
  readonly id: Id<"offer">; readonly colour: string | null; readonly sizeSystem: string | null; readonly sizeLabel: string | null; readonly capacity: string | null; readonly weightGrams: number;
  readonly sku: string; readonly price: Money; readonly isActive: boolean; readonly stock: readonly { readonly locationId: string; readonly onHand: number; readonly reserved: number }[];
};

/** A merchant's own listing with everything that its editor shows, whatever state it is in; null when it is not the merchant's. */
export const findOwnListing = async (actor: MerchantActor, listingId: string) => {
  const row = await reader().listing.findFirst({
    where: { id: listingId, merchantId: actor.merchantId },
    include: {
      product: { include: { texts: { orderBy: { language: "asc" } }, pictures: { orderBy: [{ position: "asc" }, { id: "asc" }] } } },
      offers: { include: { variant: true, stock: true }, orderBy: [{ variant: { position: "asc" } }, { id: "asc" }] },
    },
  });
  if (!row) return null;
  const { product } = row;
  const currency = row.currency as Currency;
  const missing: readonly Need[] = missingOf(await loadCompleteness(reader(), row.id));
  return {
    id: row.id as Id<"listing">, number: row.number, version: row.version, state: row.state as Listing["state"], wasSeen: row.publishedAt !== null, currency, missing,
    marketPolicy: row.marketPolicy as MarketScope["marketPolicy"], markets: row.markets,
    facts: {
      brandId: product.brandId, categoryId: product.categoryId, hs: product.hs.trim(), origin: product.origin.trim(), materials: product.materials, sizeFamily: product.sizeFamily,
      flags: product.flags, weightGrams: product.weightGrams, lengthMm: product.lengthMm, widthMm: product.widthMm, heightMm: product.heightMm,
    },
    texts: product.texts.map(({ language, title, description, keywords, writtenBy }) => ({ language, title, description, keywords, writtenBy })),
    pictures: product.pictures.map(({ id, path, thumbhash, colour }) => ({ id, path, thumbhash, colour })),
    offers: row.offers.map(({ id, sku, price, isActive, variant, stock }): EditedOffer => ({
      id: id as Id<"offer">, colour: variant.colour, sizeSystem: variant.sizeSystem, sizeLabel: variant.sizeLabel, capacity: variant.capacity, weightGrams: variant.weightGrams,
      sku, price: money(price, currency), isActive, stock: stock.map(({ locationId, onHand, reserved }) => ({ locationId, onHand, reserved })),
    })),
  };
};

export type EditedListing = NonNullable<Awaited<ReturnType<typeof findOwnListing>>>;

/** Where a merchant's goods may lie. */
export const listStockLocations = async (actor: MerchantActor) =>
  (await reader().stockLocation.findMany({ where: { merchantId: actor.merchantId }, orderBy: { id: "asc" } }))
    .map(({ id, kind, country, city, postcode }) => ({ id: id as Id<"location">, kind: kind as "origin" | "hub" | "bonded", country, city, postcode }));

/** A merchant's own listing by its number, and whether it has what a page of it is computed from. */
export const findOwnListingNumber = async (actor: MerchantActor, number: number): Promise<{ readonly id: Id<"listing">; readonly canCompute: boolean } | null> => {
  if (number > 2_147_483_647) return null;
  const row = await reader().listing.findFirst({ where: { number, merchantId: actor.merchantId }, select: { id: true } });
  if (!row) return null;
  const missing = missingOf(await loadCompleteness(reader(), row.id));
  return { id: row.id as Id<"listing">, canCompute: !missing.some((need) => need !== "picture" && need !== "stock") };
};
