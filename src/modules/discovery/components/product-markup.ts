import { exponentOf } from "@/kernel/currency";
import type { Money } from "@/kernel/money";
import type { ProductPage } from "../product-queries";

/** Minor units as plain decimal text, as schema.org wants a price: 12990 BRL is "129.90". */
export const decimalText = ({ amount, currency }: Money): string => {
  const digits = exponentOf(currency);
  const padded = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  return `${amount < 0n ? "-" : ""}${padded.slice(0, padded.length - digits)}${digits ? `.${padded.slice(-digits)}` : ""}`;
};

/**
 * What a product page tells machines (schema.org): the thing, the range of its prices here, whether it can be bought here, and its stars.
 * The price is the shelf's, as on the page; duties and delivery are not in it.
 */
export const productMarkup = ({ page: { listing, offers, doors }, url, origin, market, homeName, homeUrl, rating, categoryUrl }: {
  readonly page: ProductPage;
  readonly url: string;
  readonly origin: string;
  readonly market: string;
  readonly homeName: string;
  readonly homeUrl: string;
  readonly rating: { readonly average: number; readonly count: number };
  readonly categoryUrl: (category: ProductPage["listing"]["categories"][number]) => string;
}): object[] => {
  const prices = offers.flatMap((offer) => (offer.price ? [offer.price] : [])).sort((a, b) => (a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0));
  const [low, high] = [prices[0], prices.at(-1)];
  const isBuyable = offers.some((offer) => doors[offer.door]?.ok);
  const steps = [{ name: homeName, url: homeUrl }, ...listing.categories.map((category) => ({ name: category.name, url: categoryUrl(category) })), { name: listing.text.title, url }];
  return [
    {
      "@context": "https://schema.org", "@type": "Product", name: listing.text.title, inLanguage: listing.text.language, description: listing.text.description.slice(0, 500), url,
      image: listing.pictures.map((picture) => `${origin}${picture.path}-800.webp`), sku: String(listing.number), brand: { "@type": "Brand", name: listing.brand.name },
      countryOfOrigin: listing.product.origin,
      ...(low && high ? {
        offers: {
          "@type": "AggregateOffer", priceCurrency: low.currency, lowPrice: decimalText(low), highPrice: decimalText(high), offerCount: prices.length, url,
          availability: isBuyable ? "https://schema.org/InStock" : "https://schema.org/OutOfStock", areaServed: market, seller: { "@type": "Organization", name: listing.merchant.name },
        },
      } : {}),
      ...(rating.count > 0 ? { aggregateRating: { "@type": "AggregateRating", ratingValue: rating.average.toFixed(1), reviewCount: rating.count, bestRating: 5 } } : {}),
    },
    { "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement: steps.map((step, index) => ({ "@type": "ListItem", position: index + 1, name: step.name, item: step.url })) },
  ];
};
