import { ArrowUpRight, MessagesSquare, ReceiptText, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { wordsIn, type Words } from "@/i18n/translator";
import { textFor } from "@/modules/catalog/text";
import type { OpenStorefront } from "@/modules/market/queries";
import { countryName } from "@/ui/format/words";
import { Picture } from "@/ui/primitives/picture";
import type { CuratedKey } from "../curated";
import type { HomeShelf, NicheBrand, Pavilion } from "../home-queries";
import type { LiveCategory } from "../suggest-queries";
import { categoryPath } from "./category-heading";
import { ProductCard } from "./product-card";

type Shown = { readonly path: string; readonly thumbhash: string };

/** Why to trust a shop whose merchants are an ocean away: the price at the door, the money held back, the neighbours' reviews. */
export const TrustStrip = ({ storefront }: { storefront: OpenStorefront }) => {
  const words = wordsIn(storefront.language);
  const promises = [["trustLanded", ReceiptText], ["trustMoney", ShieldCheck], ["trustReviews", MessagesSquare]] as const;
  return (
    <ul className="grid grid-cols-3 divide-x divide-line rounded-card border border-line bg-surface py-3">
      {promises.map(([key, Icon]) => (
        <li key={key} className="flex flex-col items-center gap-1 px-2 text-center sm:flex-row sm:justify-center sm:gap-3 sm:text-start">
          <Icon size={26} className="shrink-0 text-brand" strokeWidth={1.7} aria-hidden />
          <span><span className="block text-xs font-bold leading-tight sm:text-sm">{words(`shop.${key}`)}</span><span className="hidden text-xs text-ink-soft md:block">{words(`shop.${key}Body`)}</span></span>
        </li>
      ))}
    </ul>
  );
};

/** A part of the page with its name and, where there is more, the way to it. */
export const HomePart = ({ title, lead, href, seeAll, children }: { title: ReactNode; lead?: ReactNode; href?: string; seeAll: string; children: ReactNode }) => (
  <section className="mt-8">
    <div className="mb-3 flex items-end justify-between gap-4">
      <div className="min-w-0"><h2 className="text-xl font-extrabold leading-tight tracking-tight sm:text-2xl">{title}</h2>{lead && <p className="text-sm text-ink-soft">{lead}</p>}</div>
      {href && <a href={href} className="inline-flex min-h-11 shrink-0 items-center gap-1 text-sm font-semibold text-brand hover:underline">{seeAll}<ArrowUpRight size={16} aria-hidden className="rtl:-scale-x-100" /></a>}
    </div>
    {children}
  </section>
);

export const CategoryTiles = ({ storefront, categories, pictures }: { storefront: OpenStorefront; categories: readonly LiveCategory[]; pictures: ReadonlyMap<string, Shown> }) => (
  <ul className="grid grid-cols-4 gap-x-2 gap-y-3 sm:grid-cols-6 lg:grid-cols-12">
    {categories.map((category) => {
      const text = textFor(category.texts, storefront.language);
      const picture = pictures.get(category.id);
      return (
        <li key={category.id}>
          <a href={`/${storefront.tag}${categoryPath(category, storefront.language)}`} className="group flex flex-col items-center gap-1.5 text-center">
            <span className="block w-full overflow-hidden rounded-full border border-line bg-surface">
              {picture ? <Picture {...picture} alt="" sizes="(min-width: 1024px) 96px, 24vw" className="transition-transform duration-300 group-hover:scale-105" /> : <span className="block aspect-square" />}
            </span>
            <span lang={text && text.language !== storefront.language ? text.language : undefined} className="line-clamp-2 text-xs leading-tight [overflow-wrap:anywhere] group-hover:text-brand sm:text-sm">{text?.name}</span>
          </a>
        </li>
      );
    })}
  </ul>
);

const shelfWords = (words: Words, key: CuratedKey, storefront: OpenStorefront): { title: string; lead?: string } => {
  const country = countryName(storefront.market, storefront.language);
  if (key === "popular") return { title: words("discovery.shelves.popular", { country }) };
  if (key === "new") return { title: words("discovery.shelves.new") };
  if (key === "loved-in-country") {
    return { title: words("shelves.loved-in-country.title", { inCountry: words("shelves.inCountry", { code: storefront.market, country }) }), lead: words("shelves.loved-in-country.lead") };
  }
  return { title: words(`shelves.${key}.title`), lead: words(`shelves.${key}.lead`) };
};

/** A shelf to swipe through on phones, two rows on a desk. */
export const HomeShelfRow = ({ storefront, shelf, isFirst }: { storefront: OpenStorefront; shelf: HomeShelf; isFirst: boolean }) => {
  const words = wordsIn(storefront.language);
  const { title, lead } = shelfWords(words, shelf.key, storefront);
  return (
    <HomePart title={title} lead={lead} href={`/${storefront.tag}${shelf.path}`} seeAll={words("discovery.shelves.seeAll")}>
      <ul className="-mx-3 flex snap-x gap-2 overflow-x-auto px-3 pb-1 [scrollbar-width:none] sm:-mx-4 sm:gap-3 sm:px-4 lg:mx-0 lg:grid lg:grid-cols-5 lg:overflow-visible lg:px-0 xl:grid-cols-6">
        {shelf.cards.map((card, index) => (
          <li key={card.listingId} className={`w-[42%] shrink-0 snap-start sm:w-[28%] lg:w-auto ${index >= 10 ? "lg:hidden xl:block" : ""} ${shelf.cards.length < 12 && index >= 6 ? "xl:hidden" : ""} ${shelf.cards.length < 10 && index >= 5 ? "lg:hidden xl:hidden" : ""}`}>
            <ProductCard card={card} storefront={storefront} isFirst={isFirst && index < 2} />
          </li>
        ))}
      </ul>
    </HomePart>
  );
};

const Trio = ({ pictures }: { pictures: readonly Shown[] }) => (
  <span className="grid grid-cols-3 gap-1">{pictures.map((picture) => <span key={picture.path} className="overflow-hidden rounded-md"><Picture {...picture} alt="" sizes="96px" /></span>)}</span>
);

export const Pavilions = ({ storefront, pavilions }: { storefront: OpenStorefront; pavilions: readonly Pavilion[] }) => (
  <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 sm:gap-3 lg:grid-cols-4">
    {pavilions.map(({ origin, count, pictures }) => (
      <li key={origin}>
        <a href={`/${storefront.tag}/search?origin=${origin}`} className="group flex h-full flex-col gap-2 rounded-card border border-line bg-surface p-3 hover:border-brand">
          <span className="flex items-baseline justify-between gap-2"><span className="truncate font-bold group-hover:text-brand">{countryName(origin, storefront.language)}</span><span className="tabular shrink-0 text-xs text-ink-soft">{wordsIn(storefront.language)("discovery.originCount", { count })}</span></span>
          <Trio pictures={pictures} />
        </a>
      </li>
    ))}
  </ul>
);

export const NicheBrands = ({ storefront, brands }: { storefront: OpenStorefront; brands: readonly NicheBrand[] }) => (
  <ul className="grid grid-cols-2 gap-2 sm:gap-3 lg:grid-cols-4">
    {brands.map((brand) => (
      <li key={brand.slug}>
        <a href={`/${storefront.tag}/b/${brand.slug}`} className="group flex h-full flex-col gap-2 rounded-card border border-line bg-surface p-3 hover:border-brand">
          <Trio pictures={brand.pictures} />
          <span><bdi className="block truncate font-bold group-hover:text-brand">{brand.name}</bdi><span className="block truncate text-xs text-ink-soft">{wordsIn(storefront.language)("discovery.brandFrom", { country: countryName(brand.country, storefront.language) })}</span></span>
        </a>
      </li>
    ))}
  </ul>
);
