import { Clock, Landmark, Languages } from "lucide-react";
import type { Words } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatInstant, languageName } from "@/ui/format/words";
import { Stars } from "@/ui/primitives/stars";
import type { Review } from "../review";

/** A review in the words it was written in, marked when they are not the storefront's, with the facts of its own corridor. */
export const ReviewItem = ({ review, storefront, words }: { review: Review; storefront: OpenStorefront; words: Words }) => {
  const { language, market } = storefront;
  const isForeign = review.language !== language;
  const fact = "inline-flex items-center gap-1";
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <Stars value={review.rating} label={words("review.starsLabel", { count: review.rating })} />
        <b className="font-semibold">{review.authorName}</b>
        <span className="text-ink-soft">{countryName(review.authorCountry, language)}</span>
        <span className="ms-auto text-xs text-ink-faint">{formatInstant(review.at, language, storefront.profile.timeZone, market, { day: "numeric", month: "short", year: "numeric" })}</span>
      </p>
      <p className="mt-1 whitespace-pre-line" {...(isForeign ? { lang: review.language, dir: "auto" } : {})}>{review.text}</p>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-ink-soft">
        {isForeign && <span className={fact}><Languages size={13} aria-hidden />{words("review.writtenIn", { language: languageName(review.language, language) })}</span>}
        {review.daysToDoor !== null && <span className={fact}><Clock size={13} aria-hidden />{words("review.days", { count: review.daysToDoor })}</span>}
        {review.importCharge && <span className={fact}><Landmark size={13} aria-hidden />{review.importCharge.amount === 0n ? words("review.noImportCost") : words("review.importCost", { amount: formatMoney(review.importCharge, language, market) })}</span>}
        {review.sizeLabel && <span>{words("review.sizeBought", { label: review.sizeLabel })}{review.fit && ` · ${words(`review.fit.${review.fit}`)}`}</span>}
      </p>
    </li>
  );
};
