import { CalendarDays, MapPin, PackageCheck, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { Words } from "@/i18n/translator";
import type { PlainDate } from "@/kernel/time";
import type { CountryCode } from "@/kernel/country";
import type { OpenStorefront } from "@/modules/market/queries";
import { countryName, formatDay, formatNumber } from "@/ui/format/words";
import { ButtonLink } from "@/ui/primitives/button";
import { Stars } from "@/ui/primitives/stars";
import type { MakerShelf } from "../maker-queries";
import { ProductGrid } from "./product-card";
import { inLanguage, LanguageMark } from "./product-head";

/** The page of a merchant or a brand: who they are, in their own words, and what they offer here. */
export const MakerPage = ({ kind, name, place, since, handlingDays, story, links, rating, shelf, more, isFirstPage, storefront, words }: {
  kind: "merchant" | "brand"; name: string; place: { city: string; country: CountryCode }; since: PlainDate; handlingDays: number;
  story: { language: string; text: string } | null; links?: ReactNode; rating: { average: number; count: number }; shelf: MakerShelf;
  /** Address of the list that goes on by cursor. */
  more: string; isFirstPage: boolean; storefront: OpenStorefront; words: Words;
}) => {
  const { language, market } = storefront;
  const average = formatNumber(rating.average, language, market, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const fact = "inline-flex items-center gap-1.5";
  return (
    <>
      <div className="border-b border-line bg-surface">
        <div className="page grid gap-x-10 gap-y-4 py-6 sm:py-8 lg:grid-cols-[1fr_1fr]">
          <header>
            <p className="text-sm font-semibold text-brand">{words(kind === "merchant" ? "merchantPage.merchant" : "merchantPage.brand")}</p>
            <h1 className="text-2xl font-extrabold sm:text-3xl">{name}</h1>
            {rating.count > 0 && (
              <p className="mt-1 flex items-center gap-2 text-sm"><Stars value={rating.average} label={words("product.ratingLine", { average, count: rating.count })} className="text-base" /><b className="tabular" aria-hidden>{average}</b><span className="text-ink-soft" aria-hidden>{words("product.reviewCount", { count: rating.count })}</span></p>
            )}
            <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-ink-soft">
              <span className={fact}><MapPin size={16} aria-hidden />{words("merchantPage.from", { city: place.city, country: countryName(place.country, language) })}</span>
              <span className={fact}><CalendarDays size={16} aria-hidden />{words("merchantPage.since", { date: formatDay(since, language, market, { month: "long", year: "numeric" }) })}</span>
              <span className={fact}><PackageCheck size={16} aria-hidden />{words("product.packsWithin", { days: handlingDays })}</span>
              <span className={`${fact} text-good`}><ShieldCheck size={16} aria-hidden />{words("product.moneySafe")}</span>
            </p>
            {links && <p className="mt-2 flex flex-wrap gap-x-4 text-sm">{links}</p>}
          </header>
          {story && (
            <section>
              <h2 className="mb-1 font-bold">{words("merchantPage.story")}</h2>
              <p className="max-w-prose" {...inLanguage(story.language, storefront)}>{story.text}</p>
              <LanguageMark language={story.language} storefront={storefront} words={words} />
            </section>
          )}
        </div>
      </div>
      <div className="page py-5">
        <h2 className="mb-3 text-lg font-bold">{words("merchantPage.listings", { count: shelf.total })}</h2>
        {shelf.cards.length === 0 ? <p className="text-ink-soft">{words("merchantPage.empty")}</p> : <ProductGrid cards={shelf.cards} storefront={storefront} firstRows={isFirstPage ? 5 : 0} />}
        <p className="mt-5 flex flex-wrap justify-center gap-3">
          {!isFirstPage && <ButtonLink tone="quiet" href={more.replace(/\/items$/, "")}>{words("merchantPage.first")}</ButtonLink>}
          {shelf.next && <ButtonLink tone="quiet" href={`${more}?after=${shelf.next}`}>{words("merchantPage.next")}</ButtonLink>}
        </p>
      </div>
    </>
  );
};
