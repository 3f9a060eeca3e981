import { notFound } from "next/navigation";
import { cache } from "react";
import { wordsIn } from "@/i18n/translator";
import { MakerPage } from "@/modules/discovery/components/maker-page";
import { listOfMaker, type MakerCursor } from "@/modules/discovery/maker-queries";
import { findStorefront } from "@/modules/market/queries";
import { findMerchantPage } from "@/modules/merchant/page-queries";
import { findRatingOf } from "@/modules/review/queries";
import { averageOf } from "@/modules/review/review";

export const loadMerchant = cache(async (tag: string, slug: string) => {
  const storefront = await findStorefront(tag);
  const merchant = storefront && (await findMerchantPage(slug, storefront.language));
  return merchant && { storefront, merchant };
});

/** The merchant's page from a place in its list: the first is cached whole, the others are asked for. */
export const Merchant = async ({ tag, slug, after }: { tag: string; slug: string; after: MakerCursor | null }) => {
  const found = await loadMerchant(tag, slug);
  if (!found) notFound();
  const { storefront, merchant } = found;
  const [rating, shelf] = [await findRatingOf({ merchantId: merchant.id }), await listOfMaker({ merchantId: merchant.id }, storefront, after)];
  return (
    <MakerPage
      kind="merchant" name={merchant.name} place={merchant} since={merchant.since} handlingDays={merchant.handlingDays} story={merchant.story}
      rating={{ average: averageOf(rating), count: rating.count }} shelf={shelf} more={`/${tag}/m/${slug}/items`} isFirstPage={after === null} storefront={storefront} words={wordsIn(storefront.language)}
      links={merchant.brands.map((brand) => <a key={brand.slug} className="inline-flex min-h-11 items-center font-semibold text-brand hover:underline" href={`/${tag}/b/${brand.slug}`}>{brand.name}</a>)}
    />
  );
};
