import type { Words } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatNumber } from "@/ui/format/words";
import { ButtonLink } from "@/ui/primitives/button";
import { Stars } from "@/ui/primitives/stars";
import type { ReviewPart as Part } from "../queries";
import { averageOf, fitVerdict, type RatingSummary } from "../review";
import { ReviewItem } from "./review-item";

type Shown = { storefront: OpenStorefront; words: Words };

const stars = (value: number, { language, market }: OpenStorefront) => formatNumber(value, language, market, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Stars in figures: the mean, how many gave what, and what buyers of the shopper's own country say. */
export const RatingBoard = ({ summary, storefront, words, children }: Shown & { summary: RatingSummary; children?: React.ReactNode }) => {
  const { language, market } = storefront;
  const own = summary.byCountry[market];
  const verdict = fitVerdict(summary.fit);
  return (
    <div className="space-y-4">
      <div className="flex items-center gap-4">
        <b className="tabular text-4xl leading-none">{stars(averageOf(summary), storefront)}</b>
        <span className="text-sm"><Stars value={averageOf(summary)} label={words("review.outOf", { average: stars(averageOf(summary), storefront) })} className="text-lg" /><span className="block text-ink-soft">{words("product.reviewCount", { count: summary.count })}</span></span>
      </div>
      <ul className="space-y-1 text-xs">
        {[5, 4, 3, 2, 1].map((rating) => {
          const share = summary.count ? (summary.byRating[rating] ?? 0) / summary.count : 0;
          const percent = formatNumber(share, language, market, { style: "percent", maximumFractionDigits: 0 });
          return (
            <li key={rating} className="flex items-center gap-2" aria-label={words("review.share", { percent, stars: rating })}>
              <span aria-hidden className="tabular w-6 shrink-0 text-ink-soft">{`${rating} ★`}</span>
              <span aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-line"><span className="block h-full rounded-full bg-star" style={{ width: `${share * 100}%` }} /></span>
              <span aria-hidden className="tabular w-9 shrink-0 text-end text-ink-soft">{percent}</span>
            </li>
          );
        })}
      </ul>
      {own && <p className="text-sm"><b>{words("review.ownAverage", { average: stars(averageOf(own), storefront), count: own.count, country: countryName(market, language) })}</b></p>}
      {verdict && (
        <p className="text-sm"><span className="block text-ink-soft">{words("review.fit.title")}</span><b>{words(`review.fit.${verdict.verdict}`)}</b>{" · "}{words("review.fit.votes", { count: verdict.votes })}</p>
      )}
      {children}
    </div>
  );
};

/** The reviews of a product page: those from the shopper's own country first, then the others. */
export const ReviewPart = ({ part: { summary, own, others, corridor }, storefront, words, allHref }: Shown & { part: Part; allHref: string }) => {
  const { language, market } = storefront;
  const country = countryName(market, language);
  if (summary.count === 0) return (
    <section id="reviews" className="rounded-card border border-line bg-surface p-4 sm:p-5"><h2 className="mb-1 text-lg font-bold">{words("review.title")}</h2><p className="text-ink-soft">{words("review.none")}</p></section>
  );
  return (
    <section id="reviews" className="scroll-mt-20 rounded-card border border-line bg-surface p-4 sm:p-5">
      <h2 className="mb-3 text-lg font-bold">{words("review.title")}</h2>
      <div className="grid gap-6 lg:grid-cols-[17rem_1fr]">
        <RatingBoard summary={summary} storefront={storefront} words={words}>
          {(corridor.days || corridor.importCharge) && (
            <dl className="space-y-2 rounded-lg bg-brand-tint p-3 text-sm text-brand-strong">
              {corridor.days && <div><dt className="font-bold">{words("review.daysIn", { count: corridor.days.median })}</dt><dd className="text-xs">{words("review.daysBy", { country, buyers: corridor.days.of })}</dd></div>}
              {corridor.importCharge && <div><dt className="font-bold"><bdi>{formatMoney(corridor.importCharge.median, language, market)}</bdi></dt><dd className="text-xs">{words("review.importCostBy", { country, buyers: corridor.importCharge.of })}</dd></div>}
            </dl>
          )}
        </RatingBoard>
        <div className="min-w-0">
          {own.length > 0 && <><h3 className="text-sm font-bold">{words("review.fromCountry", { country })}</h3><ul className="mb-4">{own.map((review) => <ReviewItem key={review.id} review={review} storefront={storefront} words={words} />)}</ul></>}
          {others.length > 0 && <><h3 className="text-sm font-bold">{words("review.fromOthers")}</h3><ul>{others.map((review) => <ReviewItem key={review.id} review={review} storefront={storefront} words={words} />)}</ul></>}
          {summary.count > own.length + others.length && <ButtonLink tone="quiet" className="mt-3 w-full sm:w-auto" href={allHref}>{words("review.all", { count: summary.count })}</ButtonLink>}
        </div>
      </div>
    </section>
  );
};
