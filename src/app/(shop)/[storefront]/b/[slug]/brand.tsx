import { notFound } from "next/navigation";
import { cache } from "react";
import { wordsIn } from "@/i18n/translator";
import { findBrandPage } from "@/modules/catalog/brand-queries";
import { MakerPage } from "@/modules/discovery/components/maker-page";
import { listOfMaker, type MakerCursor } from "@/modules/discovery/maker-queries";
import { findStorefront } from "@/modules/market/queries";
import { findMerchantPage } from "@/modules/merchant/page-queries";
import { findRatingOf } from "@/modules/review/queries";
import { averageOf } from "@/modules/review/review";

export const loadBrand = cache(async (tag: string, slug: string) => {
  const storefront = await findStorefront(tag);
  const brand = storefront && (await findBrandPage(slug));
  const merchant = brand && (await findMerchantPage(brand.merchantSlug, storefront.language));
  return merchant && { storefront, brand, merchant };
});

/** The brand's page from a place in its list; the story is its merchant's. */
export const Brand = async ({ tag, slug, after }: { tag: string; slug: string; after: MakerCursor | null }) => {
  const found = await loadBrand(tag, slug);
  if (!found) notFound();
  const { storefront, brand, merchant } = found;
  const words = wordsIn(storefront.language);
  const [rating, shelf] = [await findRatingOf({ brandId: brand.id }), await listOfMaker({ brandId: brand.id }, storefront, after)];
  return (
    <MakerPage
      kind="brand" name={brand.name} place={merchant} since={merchant.since} handlingDays={merchant.handlingDays} story={merchant.story}
      rating={{ average: averageOf(rating), count: rating.count }} shelf={shelf} more={`/${tag}/b/${slug}/items`} isFirstPage={after === null} storefront={storefront} words={words}
      links={<a className="inline-flex min-h-11 items-center font-semibold text-brand hover:underline" href={`/${tag}/m/${merchant.slug}`}>{words("merchantPage.ofBrand", { merchant: merchant.name })}</a>}
    />
  );
};
