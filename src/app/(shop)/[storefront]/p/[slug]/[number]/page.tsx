import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { wordsIn } from "@/i18n/translator";
import { textFor } from "@/modules/catalog/text";
import { DoorCost, refusalText } from "@/modules/discovery/components/door-cost";
import { PriceBlock } from "@/modules/discovery/components/price-block";
import { ProductChoice } from "@/modules/discovery/components/product-choice";
import { ProductGallery } from "@/modules/discovery/components/product-gallery";
import { Breadcrumbs, MerchantBox, ProductFacts, ProductHead } from "@/modules/discovery/components/product-head";
import { axesOf, choicesOf, choiceWords, sizeAxis } from "@/modules/discovery/components/product-variants";
import { SizeAdvice } from "@/modules/discovery/components/size-advice";
import { SizeGuide } from "@/modules/discovery/components/size-guide";
import { productMarkup } from "@/modules/discovery/components/product-markup";
import { findProductPage, type ProductPage } from "@/modules/discovery/product-queries";
import { alternatesOf } from "@/modules/market/alternates";
import { findStorefront, listMarkets, type OpenStorefront } from "@/modules/market/queries";
import { ReviewPart } from "@/modules/review/components/review-part";
import { findReviewPart } from "@/modules/review/queries";
import { averageOf } from "@/modules/review/review";
import { WishHeart } from "@/modules/shopper/components/wish-heart";
import { tagPage } from "@/platform/cache/tag-page";
import { tags } from "@/platform/cache/tags";
import { formatMoney } from "@/ui/format/price";
import { JsonLd } from "@/ui/primitives/json-ld";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ storefront: string; slug: string; number: string }> };

const load = cache(async (tag: string, digits: string): Promise<{ storefront: OpenStorefront; page: ProductPage } | null> => {
  const storefront = await findStorefront(tag);
  if (!storefront || !/^[1-9]\d{0,9}$/.test(digits)) return null;
  const page = await findProductPage(Number(digits), storefront);
  return page && { storefront, page };
});

const pathIn = ({ listing: { slugs, number } }: ProductPage, language: string): string => `/p/${textFor(slugs, language)?.slug ?? "-"}/${number}`;

const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { storefront: tag, number } = await params;
  const found = await load(tag, number);
  if (!found) return {};
  const { storefront, page } = found;
  const { title, description } = page.listing.text;
  const alternates = alternatesOf({ storefront, markets: await listMarkets(), pathIn: (other) => pathIn(page, other.language) });
  const images = page.listing.pictures.slice(0, 1).map((picture) => ({ url: `${picture.path}-800.webp`, width: 800, height: 800, alt: title }));
  return {
    title, description: description.slice(0, 160), alternates,
    openGraph: { type: "website", title, description: description.slice(0, 200), url: alternates.canonical, siteName: wordsIn(storefront.language)("shop.name"), locale: `${storefront.language}_${storefront.market}`, images },
  };
};

const Product = async ({ params }: Props) => {
  const { storefront: tag, slug, number } = await params;
  if (/^[1-9]\d{0,9}$/.test(number)) await tagPage(tags.listing(Number(number)), tags.rates(), tags.rules(), tags.market(tag.slice(3).toUpperCase()));
  const found = await load(tag, number);
  if (!found) notFound();
  const { storefront, page } = found;
  const { listing, offers, doors } = page;
  // A merchant's suspension takes its pages away at once.
  await tagPage(tags.merchant(listing.merchant.slug));
  const path = pathIn(page, storefront.language);
  if (`/p/${decoded(slug)}/${number}` !== path) permanentRedirect(encodeURI(`/${tag}${path}`));

  const { language, market } = storefront;
  const words = wordsIn(language);
  const reviews = await findReviewPart(listing.id, market, storefront.profile.currency);
  const rating = { average: averageOf(reviews.summary), count: reviews.summary.count };
  const { axes, placeOf } = axesOf(page, storefront, words);
  const choices = choicesOf(page, placeOf);
  const origin = process.env["APP_URL"] || "http://127.0.0.1:3000";
  const shown = { listing, storefront, words };
  return (
    <div className="pb-20 lg:pb-0">
      {productMarkup({
        page, market, rating, origin, url: encodeURI(`${origin}/${tag}${path}`), homeName: words("shop.name"), homeUrl: `${origin}/${tag}`,
        categoryUrl: (category) => encodeURI(`${origin}/${tag}/c/${category.slug}/${category.id}`),
      }).map((data, index) => <JsonLd key={index} data={data} />)}
      <Breadcrumbs {...shown} />
      <div className="mx-auto grid w-full max-w-[1280px] gap-4 sm:px-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,3.6fr)] lg:gap-6 lg:px-6">
        <div className="relative min-w-0">
          <ProductGallery pictures={listing.pictures} title={listing.text.title} words={words} />
          <WishHeart listingId={listing.id} signIn={`/${tag}/sign-in`} words={{ add: words("account.wishAdd"), remove: words("account.wishRemove") }} className="absolute end-3 top-3" />
        </div>
        <ProductChoice
          storefront={tag} cart={`/${tag}/cart`} words={choiceWords(words)} axes={axes} offers={choices.offers} mustChoose={sizeAxis}
          prices={choices.prices.map((shelf, index) => shelf && <PriceBlock key={index} shelf={shelf} storefront={storefront} words={words} />)}
          doors={doors.map((door, index) => <DoorCost key={index} door={door} storefront={storefront} words={words} />)}
          doorTotals={doors.map((door, index) => (door.ok
            ? <span key={index}><span className="block text-xs text-ink-soft">{words("product.atYourDoor")}</span><bdi className="tabular text-lg font-bold text-price">{formatMoney(door.value.ways[0].cost.total, language, market)}</bdi></span>
            : <span key={index} className="text-sm font-semibold text-warn">{refusalText(door.refusal, { storefront, words })}</span>))}
          head={<ProductHead {...shown} rating={rating} />}
          foot={<MerchantBox {...shown} />}
          guide={<>
            {listing.product.sizeFamily && <SizeAdvice storefront={tag} listing={listing.number} measurements={`/${tag}/account/measurements`} words={{ invite: words("product.fit.invite"), change: words("product.fit.change") }} />}
            <SizeGuide listing={listing} offers={offers} storefront={storefront} words={words} />
          </>}
        />
        <ProductFacts {...shown} />
      </div>
      <div className="page mt-4 lg:mt-6">
        <ReviewPart part={reviews} storefront={storefront} words={words} allHref={encodeURI(`/${tag}${path}/reviews`)} />
      </div>
    </div>
  );
};

export default Product;
