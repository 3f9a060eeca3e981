import { ChevronRight, Languages, ShieldCheck, Store } from "lucide-react";
import type { Words } from "@/i18n/translator";
import { hsLabel } from "@/modules/customs/hs";
import type { ListingPage } from "@/modules/listing/queries";
import type { OpenStorefront } from "@/modules/market/queries";
import { countryName, formatDay, formatNumber, languageName } from "@/ui/format/words";
import { Stars } from "@/ui/primitives/stars";
import { materialName, weightLabel } from "./variant-words";

type Shown = { listing: ListingPage; storefront: OpenStorefront; words: Words };

/** Says that a text is in another language than the page. */
export const LanguageMark = ({ language, storefront, words }: { language: string; storefront: OpenStorefront; words: Words }) =>
  language === storefront.language ? null : (
    <span className="inline-flex items-center gap-1 text-xs text-ink-soft"><Languages size={13} aria-hidden />{words("shop.shownIn", { language: languageName(language, storefront.language) })}</span>
  );

/** Texts of another language carry their own `lang` and direction. */
export const inLanguage = (language: string, storefront: OpenStorefront) => (language === storefront.language ? {} : { lang: language, dir: "auto" as const });

export const Breadcrumbs = ({ listing, storefront, words }: Shown) => (
  <nav aria-label={words("product.breadcrumbs")} className="page overflow-x-auto py-1 text-sm text-ink-soft [scrollbar-width:none]">
    <ol className="flex items-center whitespace-nowrap">
      {listing.categories.map((category, index) => (
        <li key={category.id} className="flex items-center">
          {index > 0 && <ChevronRight size={14} className="mx-0.5 shrink-0 rtl:rotate-180" aria-hidden />}
          <a className="flex min-h-11 items-center hover:text-brand hover:underline" href={`/${storefront.tag}/c/${category.slug}/${category.id}`} {...inLanguage(category.language, storefront)}>{category.name}</a>
        </li>
      ))}
    </ol>
  </nav>
);

export const ProductHead = ({ listing: { text, brand, number }, storefront, words, rating }: Shown & { rating: { average: number; count: number } }) => {
  const average = formatNumber(rating.average, storefront.language, storefront.market, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <header>
      <a href={`/${storefront.tag}/b/${brand.slug}`} className="inline-flex min-h-8 items-center text-sm font-semibold text-brand hover:underline">{brand.name}</a>
      <h1 className="text-xl leading-snug font-bold sm:text-2xl"><bdi lang={text.language}>{text.title}</bdi></h1>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {rating.count > 0 ? (
          <a href="#reviews" className="inline-flex min-h-8 items-center gap-1.5 hover:underline">
            <Stars value={rating.average} label={words("product.ratingLine", { average, count: rating.count })} />
            <b className="tabular" aria-hidden>{average}</b><span className="text-ink-soft" aria-hidden>{words("product.reviewCount", { count: rating.count })}</span>
          </a>
        ) : <span className="text-ink-soft">{words("product.noReviews")}</span>}
        <LanguageMark language={text.language} storefront={storefront} words={words} />
        <span className="text-xs text-ink-soft">{words("product.itemNumber")} <bdi className="tabular">{number}</bdi></span>
      </div>
    </header>
  );
};

export const MerchantBox = ({ listing: { merchant }, storefront, words }: Shown) => (
  <div className="border-t border-line pt-3 text-sm">
    <p className="text-ink-soft">{words("product.soldBy")}</p>
    <a href={`/${storefront.tag}/m/${merchant.slug}`} className="flex min-h-11 items-center gap-2 font-semibold text-brand hover:underline"><Store size={17} aria-hidden />{merchant.name}</a>
    <p className="text-ink-soft">{words("product.merchantPlace", { city: merchant.city, country: countryName(merchant.country, storefront.language) })}</p>
    <p className="text-ink-soft">{words("product.packsWithin", { days: merchant.handlingDays })}</p>
    <p className="mt-2 flex items-start gap-2 text-good"><ShieldCheck size={17} className="mt-0.5 shrink-0" aria-hidden />{words("product.moneySafe")}</p>
  </div>
);

/** What the thing is: the text of the merchant, and the facts that customs and carriers go by. */
export const ProductFacts = ({ listing: { text, product, merchant }, storefront, words }: Shown) => {
  const { language, market, profile } = storefront;
  const hs = hsLabel({ code: product.hs, labels: product.hsLabels, categories: [] }, language);
  const facts: [string, React.ReactNode][] = [
    [words("product.origin"), countryName(product.origin, language)],
    ...(product.materials.length ? [[words("product.materials"), product.materials.map((m) => materialName(m, words)).join(", ")] as [string, React.ReactNode]] : []),
    [words("product.weight"), <bdi key="weight">{weightLabel(product.weightGrams, profile.unitSystem, language, market)}</bdi>],
    [words("product.hs"), <span key="hs"><bdi className="tabular">{`${product.hs.slice(0, 4)}.${product.hs.slice(4)}`}</bdi>{hs.text !== product.hs && <span {...inLanguage(hs.language, storefront)}>{` · ${hs.text}`}</span>}</span>],
    [words("product.soldBy"), `${merchant.name} · ${words("product.since", { date: formatDay(merchant.since, language, market, { month: "long", year: "numeric" }) })}`],
  ];
  return (
    <div className="grid content-start gap-4 px-3 sm:px-0 lg:col-span-2">
      <section className="rounded-card border border-line bg-surface p-4 sm:p-5">
        <h2 className="mb-2 text-lg font-bold">{words("product.description")}</h2>
        <div className="max-w-[75ch] space-y-2 whitespace-pre-line" {...inLanguage(text.language, storefront)}>{text.description}</div>
        <p className="mt-3 flex flex-wrap gap-x-3 text-xs text-ink-faint">
          <span>{words(text.writtenBy === "machine" ? "product.writtenBy.machine" : text.writtenBy === "steward" ? "product.writtenBy.steward" : "product.writtenBy.merchant")}</span>
          <LanguageMark language={text.language} storefront={storefront} words={words} />
        </p>
      </section>
      <section className="rounded-card border border-line bg-surface p-4 sm:p-5">
        <h2 className="mb-2 text-lg font-bold">{words("product.about")}</h2>
        <dl className="divide-y divide-line text-sm">
          {facts.map(([name, value]) => <div key={name} className="grid grid-cols-[2fr_3fr] gap-3 py-2"><dt className="text-ink-soft">{name}</dt><dd>{value}</dd></div>)}
        </dl>
      </section>
    </div>
  );
};
