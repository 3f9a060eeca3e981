import { ArrowUpRight, X } from "lucide-react";
import type { ReactNode } from "react";
import { wordsFor, wordsIn } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatShelfPrice } from "@/ui/format/price";
import { countryName } from "@/ui/format/words";
import { ButtonLink } from "@/ui/primitives/button";
import { everything, filterValues, sorts, type ShelfFilter } from "../shelf-filter";
import type { Shelf } from "../shelf-queries";
import { Facets } from "./facets";
import { ProductGrid } from "./product-card";

type Kept = readonly (readonly [name: string, value: string])[];

const addressOf = (path: string, keeps: Kept, filter: ShelfFilter): string => {
  const query = new URLSearchParams([...keeps.map(([name, value]) => [name, value]), ...filterValues(filter)] as [string, string][]).toString();
  return query ? `${path}?${query}` : path;
};

/**
 * A shelf with what narrows and orders it: the same on category pages, filtered categories and search. Every change is a plain address.
 * `path` takes filters; `plainPath` is the shelf without any (the cached page, where there is one).
 */
export const ShelfView = ({ storefront, shelf, filter, path, plainPath, keeps = [], heading, note, empty, isSearch = false }: {
  storefront: OpenStorefront; shelf: Shelf; filter: ShelfFilter; path: string; plainPath: string; keeps?: Kept; heading: ReactNode; note?: ReactNode; empty: ReactNode; isSearch?: boolean;
}) => {
  const { language, market } = storefront;
  const words = wordsIn(language);
  const first = { ...filter, cursor: null };
  const without = (change: Partial<ShelfFilter>) => addressOf(path, keeps, { ...first, ...change });
  const chips: [name: string, href: string][] = [
    ...filter.brands.map((slug): [string, string] => [shelf.facets.brand.find((brand) => brand.value === slug)?.label ?? slug, without({ brands: filter.brands.filter((other) => other !== slug) })]),
    ...filter.origins.map((origin): [string, string] => [countryName(origin, language), without({ origins: filter.origins.filter((other) => other !== origin) })]),
    ...filter.colours.map((colour): [string, string] => [wordsFor(words, `catalog.colours.${colour}`, {}, "discovery.facets.colour"), without({ colours: filter.colours.filter((other) => other !== colour) })]),
    ...filter.sizes.map((size): [string, string] => [size.split(":").slice(1).reverse().join(" "), without({ sizes: filter.sizes.filter((other) => other !== size) })]),
    ...(filter.priceMin || filter.priceMax
      ? [[`${filter.priceMin ? formatShelfPrice(filter.priceMin, language, market) : ""} – ${filter.priceMax ? formatShelfPrice(filter.priceMax, language, market) : ""}`, without({ priceMin: null, priceMax: null })] as [string, string]] : []),
    ...(filter.delivery ? [[words(`discovery.delivery.${filter.delivery}`, { country: countryName(market, language) }), without({ delivery: null })] as [string, string]] : []),
  ];
  const keptFilter = { ...everything, sort: filter.sort };
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <div className="lg:col-span-2">{heading}</div>
      <div className="sticky top-[6.9rem] z-20 -mx-3 flex items-center gap-2 overflow-x-auto bg-ground px-3 py-1 [scrollbar-width:none] sm:-mx-4 sm:px-4 md:top-[3.8rem] lg:static lg:row-span-2 lg:m-0 lg:block lg:self-start lg:overflow-visible lg:p-0">
        <Facets
          storefront={storefront} filter={filter} facets={shelf.facets} action={path} keeps={keeps}
          clearPath={filter.sort === "popular" && keeps.length === 0 ? plainPath : addressOf(path, keeps, keptFilter)}
        />
        <SortLinks className="flex gap-1 lg:hidden" storefront={storefront} filter={first} path={path} keeps={keeps} plainPath={plainPath} isSearch={isSearch} />
      </div>
      <div className="min-w-0">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">
          <p className="text-ink-soft" aria-live="polite">{words(shelf.isTotalExact ? "discovery.count" : "discovery.countMore", { count: shelf.total })}</p>
          <SortLinks className="hidden gap-1 lg:flex" storefront={storefront} filter={first} path={path} keeps={keeps} plainPath={plainPath} isSearch={isSearch} />
        </div>
        {chips.length > 0 && (
          <ul className="mb-3 flex flex-wrap gap-2">
            {chips.map(([name, href]) => (
              <li key={href}><a href={href} aria-label={words("discovery.remove", { name })} className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-brand-tint px-3 text-sm font-medium text-brand-strong hover:bg-brand hover:text-white">{name}<X size={14} aria-hidden /></a></li>
            ))}
          </ul>
        )}
        {note}
        {shelf.cards.length > 0 ? <ProductGrid cards={shelf.cards} storefront={storefront} firstRows={4} /> : empty}
        {(filter.cursor || shelf.next) && (
          <nav className="mt-6 flex flex-wrap justify-center gap-3">
            {filter.cursor && <ButtonLink tone="quiet" href={addressOf(path, keeps, first) === path && keeps.length === 0 ? plainPath : addressOf(path, keeps, first)}>{words("discovery.firstPage")}</ButtonLink>}
            {shelf.next && <ButtonLink rel="next" href={addressOf(path, keeps, { ...filter, cursor: shelf.next })}>{words("discovery.nextPage")}<ArrowUpRight size={17} aria-hidden className="rtl:-scale-x-100" /></ButtonLink>}
          </nav>
        )}
      </div>
    </div>
  );
};

const SortLinks = ({ storefront, filter, path, plainPath, keeps, isSearch, className }: {
  storefront: OpenStorefront; filter: ShelfFilter; path: string; plainPath: string; keeps: Kept; isSearch: boolean; className: string;
}) => {
  const words = wordsIn(storefront.language);
  return (
    <nav aria-label={words("discovery.sort.label")} className={className}>
      {sorts.map((sort) => {
        const href = addressOf(path, keeps, { ...filter, sort });
        return (
          <a
            key={sort} href={href === path ? plainPath : href} aria-current={filter.sort === sort ? "true" : undefined}
            className={`inline-flex min-h-11 items-center whitespace-nowrap rounded-lg px-3 text-sm lg:min-h-9 ${filter.sort === sort ? "bg-ink font-semibold text-white" : "bg-surface text-ink hover:text-brand max-lg:border max-lg:border-line-strong"}`}
          >{words(isSearch && sort === "popular" ? "discovery.sort.relevant" : `discovery.sort.${sort}`)}</a>
        );
      })}
    </nav>
  );
};
