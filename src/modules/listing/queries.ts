import type { CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import type { PlainDate } from "@/kernel/time";
import type { BrandChart } from "@/modules/catalog/size-chart";
import { textFor } from "@/modules/catalog/text";
import { reader } from "@/platform/db";
import type { MarketScope } from "./market-scope";
import type { StockAt } from "./stock-place";

export type ListingText = { readonly language: string; readonly title: string; readonly slug: string; readonly description: string; readonly writtenBy: string };
export type ListingPicture = { readonly path: string; readonly widths: readonly number[]; readonly thumbhash: string; readonly colour: string | null };

/** A paper that was approved, as long as it counts. */
export type ShownPaper = { readonly kind: string; readonly validUntil: string };

export type ListingOffer = {
  readonly id: Id<"offer">;
  readonly price: bigint;
  readonly sku: string;
  readonly colour: string | null;
  readonly sizeSystem: string | null;
  readonly sizeLabel: string | null;
  readonly capacity: string | null;
  readonly measurements: Readonly<Record<string, unknown>> | null;
  readonly weightGrams: number;
  readonly places: readonly StockAt[];
};

/** Everything that a product page shows and that does not change with the market: words in the language of the storefront, offers in the merchant's money. */
export type ListingPage = MarketScope & {
  readonly id: Id<"listing">;
  readonly number: number;
  readonly currency: Currency;
  readonly updatedOn: PlainDate;
  readonly text: ListingText;
  /** The address of every language that has a text. */
  readonly slugs: readonly { readonly language: string; readonly slug: string }[];
  readonly product: {
    readonly hs: string; readonly categoryId: string; readonly hsLabels: Readonly<Record<string, string>>; readonly hsConfidence: string; readonly origin: CountryCode;
    readonly materials: readonly string[]; readonly sizeFamily: string | null; readonly flags: readonly string[];
    readonly weightGrams: number; readonly sizeMm: readonly [number, number, number];
  };
  readonly categories: readonly { readonly id: string; readonly name: string; readonly language: string; readonly slug: string }[];
  readonly brand: { readonly slug: string; readonly name: string; readonly country: CountryCode };
  /** The brand's own size chart for the family, which wins over our tables. */
  readonly chart: BrandChart | null;
  readonly merchant: {
    readonly id: Id<"merchant">; readonly slug: string; readonly name: string; readonly country: CountryCode; readonly city: string; readonly since: PlainDate;
    readonly handlingDays: number; readonly timeZone: string;
  };
  /** Papers that the back office has approved. */
  readonly documents: readonly ShownPaper[];
  readonly pictures: readonly ListingPicture[];
  readonly offers: readonly ListingOffer[];
};

type PageRow = {
  id: string; number: number; currency: string; marketPolicy: string; markets: string[]; updated: string; product: ListingPage["product"]; texts: ListingText[];
  categories: { id: string; texts: { language: string; name: string; slug: string }[] }[]; brand: ListingPage["brand"]; chart: BrandChart | null; merchant: ListingPage["merchant"];
  pictures: ListingPicture[]; documents: ShownPaper[]; offers: (Omit<ListingOffer, "price"> & { price: string })[];
};

/**
 * A listing as its page shows it, or null when there is none that people may see: only a live listing of an active merchant is.
 * `previewOf` names a merchant whose own listing is found in any state.
 * One statement for all of it, because a page that is not cached must not cost a dozen.
 */
export const findListingPage = async (number: number, language: string, previewOf: Id<"merchant"> | null = null): Promise<ListingPage | null> => {
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) return null;
  const [row] = await reader().$queryRaw<PageRow[]>`
    select l.id, l.number, l.currency, l."marketPolicy", l.markets, to_char(coalesce(l."publishedAt", l."createdAt"), 'YYYY-MM-DD') as updated,
      jsonb_build_object('hs', p.hs, 'categoryId', p."categoryId", 'hsLabels', coalesce(h.labels, '{}'), 'hsConfidence', p."hsConfidence", 'origin', p.origin, 'materials', p.materials,
        'sizeFamily', p."sizeFamily", 'flags', p.flags, 'weightGrams', p."weightGrams", 'sizeMm', jsonb_build_array(p."lengthMm", p."widthMm", p."heightMm")) as product,
      (select coalesce(jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'slug', t.slug, 'writtenBy', t."writtenBy",
          'description', t.description) order by t.language), '[]')
        from product_text t where t."productId" = p.id) as texts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', step.id, 'texts', names.texts) order by step.position), '[]')
        from unnest(c.path) with ordinality as step(id, position)
        cross join lateral (select jsonb_agg(jsonb_build_object('language', ct.language, 'name', ct.name, 'slug', ct.slug)) as texts
          from category_text ct where ct."categoryId" = step.id and ct.language in (${language}, 'en')) names) as categories,
      jsonb_build_object('slug', b.slug, 'name', b.name, 'country', b.country) as brand,
      (select jsonb_build_object('system', z.system, 'rows', z.rows) from size_chart z where z."brandId" = p."brandId" and z.family = p."sizeFamily") as chart,
      jsonb_build_object('id', m.id, 'slug', m.slug, 'name', m.name, 'country', m.country, 'city', m.city, 'since', to_char(m.since, 'YYYY-MM-DD'),
        'handlingDays', m."handlingDays", 'timeZone', m."timeZone") as merchant,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'validUntil', to_char(d."validUntil", 'YYYY-MM-DD'))), '[]') from listing_document d
          where d."listingId" = l.id and d.state = 'approved') as documents,
      (select coalesce(jsonb_agg(jsonb_build_object('path', pic.path, 'widths', pic.widths, 'thumbhash', pic.thumbhash, 'colour', pic.colour) order by pic.position), '[]')
        from picture pic where pic."productId" = p.id) as pictures,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'price', o.price::text, 'sku', o.sku, 'colour', v.colour, 'sizeSystem', v."sizeSystem",
          'sizeLabel', v."sizeLabel", 'capacity', v.capacity, 'measurements', v.measurements, 'weightGrams', v."weightGrams",
          'places', coalesce(stock.places, '[]')) order by v.position, o.id), '[]')
        from offer o join variant v on v.id = o."variantId"
        left join lateral (select jsonb_agg(jsonb_build_object('locationId', w.id, 'kind', w.kind, 'country', w.country, 'region', w.region, 'city', w.city,
          'postcode', w.postcode, 'left', k."onHand" - k.reserved)) as places from stock k join stock_location w on w.id = k."locationId" where k."offerId" = o.id) stock on true
        where o."listingId" = l.id and o."isActive") as offers
    from listing l
    join merchant m on m.id = l."merchantId"
    join product p on p.id = l."productId"
    join brand b on b.id = p."brandId"
    join category c on c.id = p."categoryId"
    left join hs_code h on h.code = p.hs
    where l.number = ${number} and ((l.state = 'live' and m.state = 'active') or l."merchantId" = ${previewOf})`;
  return row ? pageOf(row, language) : null;
};

const pageOf = (row: PageRow, language: string): ListingPage | null => {
  const text = textFor(row.texts, language);
  if (!text) return null;
  return {
    id: row.id as Id<"listing">, number: row.number, currency: row.currency as Currency, marketPolicy: row.marketPolicy as MarketScope["marketPolicy"],
    markets: row.markets, updatedOn: row.updated as PlainDate, text, slugs: row.texts.map(({ language: of, slug }) => ({ language: of, slug })),
    product: row.product, brand: row.brand, chart: row.chart, merchant: row.merchant, pictures: row.pictures, documents: row.documents,
    categories: row.categories.flatMap(({ id, texts }) => {
      const name = textFor(texts ?? [], language);
      return name ? [{ id, ...name }] : [];
    }),
    offers: row.offers.map((offer) => ({ ...offer, price: BigInt(offer.price) })),
  };
};
