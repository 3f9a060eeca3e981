import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChevronLeft } from "lucide-react";
import { wordsIn } from "@/i18n/translator";
import { inLanguage } from "@/modules/discovery/components/product-head";
import { findListingPage } from "@/modules/listing/queries";
import { findStorefront } from "@/modules/market/queries";
import { RatingBoard } from "@/modules/review/components/review-part";
import { ReviewItem } from "@/modules/review/components/review-item";
import { findReviewPart, listReviews, readCursor } from "@/modules/review/queries";
import { ButtonLink } from "@/ui/primitives/button";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ storefront: string; slug: string; number: string }>; searchParams: Promise<{ after?: string | string[] }> };

const load = async ({ params }: Props) => {
  const { storefront: tag, number } = await params;
  const storefront = await findStorefront(tag);
  const listing = storefront && /^[1-9]\d{0,9}$/.test(number) ? await findListingPage(Number(number), storefront.language) : null;
  return storefront && listing ? { storefront, listing } : null;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props);
  if (!found) return {};
  const { storefront, listing } = found;
  // The product page is the one to be found; this is its longer list.
  return {
    title: wordsIn(storefront.language)("review.pageTitle", { title: listing.text.title }), robots: { index: false, follow: true },
    alternates: { canonical: encodeURI(`/${storefront.tag}/p/${listing.text.slug}/${listing.number}`) },
  };
};

const Reviews = async (props: Props) => {
  const found = await load(props);
  if (!found) notFound();
  const { storefront, listing } = found;
  const { after } = await props.searchParams;
  const words = wordsIn(storefront.language);
  const [{ summary }, { reviews, next }] = await Promise.all([
    findReviewPart(listing.id, storefront.market, storefront.profile.currency),
    listReviews(listing.id, storefront.market, readCursor(typeof after === "string" ? after : undefined)),
  ]);
  const href = encodeURI(`/${storefront.tag}/p/${listing.text.slug}/${listing.number}`);
  return (
    <div className="page py-4">
      <a href={href} className="inline-flex min-h-11 items-center gap-1 font-medium text-brand hover:underline"><ChevronLeft size={18} className="rtl:rotate-180" aria-hidden />{words("review.back")}</a>
      <h1 className="mb-4 text-xl font-bold"><span className="block text-base font-medium text-ink-soft" {...inLanguage(listing.text.language, storefront)}>{listing.text.title}</span>{words("review.title")}</h1>
      <div className="grid gap-6 rounded-card border border-line bg-surface p-4 sm:p-5 lg:grid-cols-[17rem_1fr]">
        <RatingBoard summary={summary} storefront={storefront} words={words} />
        <div className="min-w-0">
          {reviews.length === 0 && <p className="text-ink-soft">{words("review.none")}</p>}
          <ul>{reviews.map((review) => <ReviewItem key={review.id} review={review} storefront={storefront} words={words} />)}</ul>
          {next && <ButtonLink tone="quiet" className="mt-3 w-full sm:w-auto" href={`${href}/reviews?after=${next}`}>{words("review.next")}</ButtonLink>}
        </div>
      </div>
    </div>
  );
};

export default Reviews;
