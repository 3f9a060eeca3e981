import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { requireMerchant } from "@/modules/access/who";
import { DoorCost } from "@/modules/discovery/components/door-cost";
import { PriceBlock } from "@/modules/discovery/components/price-block";
import { ProductChoice } from "@/modules/discovery/components/product-choice";
import { ProductGallery } from "@/modules/discovery/components/product-gallery";
import { Breadcrumbs, MerchantBox, ProductFacts, ProductHead } from "@/modules/discovery/components/product-head";
import { axesOf, choicesOf, choiceWords, sizeAxis } from "@/modules/discovery/components/product-variants";
import { SizeGuide } from "@/modules/discovery/components/size-guide";
import { findProductPage } from "@/modules/discovery/product-queries";
import { findOwnListingNumber } from "@/modules/listing/own-queries";
import { findStorefront } from "@/modules/market/queries";
import { formatMoney } from "@/ui/format/price";
import { Notice } from "@/ui/primitives/notice";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false, follow: false } };

type Props = { params: Promise<{ storefront: string; number: string }> };

/** A listing as shoppers of this storefront will see it, for its own merchant alone, whatever state it is in. The cart's verb sells live listings only. */
const Preview = async ({ params }: Props) => {
  const { storefront: tag, number } = await params;
  const storefront = await findStorefront(tag);
  if (!storefront || !/^[1-9]\d{0,9}$/.test(number)) notFound();
  const who = await requireMerchant();
  if (!who.ok && who.refusal.code === "access.not-signed-in") redirect(`/${tag}/sign-in?next=${encodeURIComponent(`/${tag}/preview/${number}`)}`);
  if (!who.ok) notFound();
  const own = await findOwnListingNumber(who.value, Number(number));
  const page = own?.canCompute ? await findProductPage(Number(number), storefront, who.value.merchantId) : null;
  if (!own || (own.canCompute && !page)) notFound();
  const { language, market } = storefront;
  const words = wordsIn(language);
  const banner = (
    <div className="page pt-3">
      <Notice tone="warn" className="flex flex-wrap items-center justify-between gap-2">{words("centre.editor.preview.banner")}<a href={`/sell/listings/${own.id}?step=check`} className="flex min-h-11 items-center font-semibold underline">{words("centre.editor.preview.edit")}</a></Notice>
    </div>
  );
  if (!page) return banner;
  const { listing, offers, doors } = page;
  const { axes, placeOf } = axesOf(page, storefront, words);
  const choices = choicesOf(page, placeOf);
  const shown = { listing, storefront, words };
  return (
    <div className="pb-20 lg:pb-0">
      {banner}
      <Breadcrumbs {...shown} />
      <div className="mx-auto grid w-full max-w-[1280px] gap-4 sm:px-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,3.6fr)] lg:gap-6 lg:px-6">
        <ProductGallery pictures={listing.pictures} title={listing.text.title} words={words} />
        <ProductChoice
          storefront={tag} cart={`/${tag}/cart`} words={choiceWords(words)} axes={axes} offers={choices.offers} mustChoose={sizeAxis}
          prices={choices.prices.map((shelf, index) => shelf && <PriceBlock key={index} shelf={shelf} storefront={storefront} words={words} />)}
          doors={doors.map((door, index) => <DoorCost key={index} door={door} storefront={storefront} words={words} />)}
          doorTotals={doors.map((door, index) => (door.ok
            ? <span key={index}><span className="block text-xs text-ink-soft">{words("product.atYourDoor")}</span><bdi className="tabular text-lg font-bold text-price">{formatMoney(door.value.ways[0].cost.total, language, market)}</bdi></span>
            : <span key={index} className="text-sm font-semibold text-warn">{words("product.notBuyable")}</span>))}
          head={<ProductHead {...shown} rating={{ average: 0, count: 0 }} />}
          foot={<MerchantBox {...shown} />}
          guide={<SizeGuide listing={listing} offers={offers} storefront={storefront} words={words} />}
        />
        <ProductFacts {...shown} />
      </div>
    </div>
  );
};

export default Preview;
