import { Check, SlidersHorizontal, X } from "lucide-react";
import type { ReactNode } from "react";
import { wordsFor, wordsIn } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import { countryName, currencyName, formatNumber } from "@/ui/format/words";
import { buttonStyle } from "@/ui/primitives/button";
import { countAsked, filterValues, type ShelfFilter } from "../shelf-filter";
import { localSizes } from "../local-size";
import type { FacetCount, Shelf } from "../shelf-queries";

/** Colours as they are painted in a swatch; a name stands beside each, because colour alone says nothing to many. */
const paints: Record<string, string> = {
  black: "#1d1d1f", white: "#ffffff", red: "#c0342b", navy: "#22345c", green: "#3f7a4d", pink: "#e6a3b1", sand: "#d8c3a0", blue: "#3f78b5",
  brown: "#7a5236", grey: "#8f959b", yellow: "#e5b93c", purple: "#7a5aa0",
};

type Props = {
  readonly storefront: OpenStorefront;
  readonly filter: ShelfFilter;
  readonly facets: Shelf["facets"];
  /** Where the form leads, and what of the address it keeps besides filters: [["q", "linen"]]. */
  readonly action: string;
  readonly keeps: readonly (readonly [name: string, value: string])[];
  /** Where everything is shown again. */
  readonly clearPath: string;
};

const priceValue = (filter: ShelfFilter, name: "min" | "max"): string => filterValues(filter).find(([key]) => key === name)?.[1] ?? "";

/** What narrows a shelf: a plain form, a sheet on phones (a native popover, no script) and a column on desks. */
export const Facets = ({ storefront, filter, facets, action, keeps, clearPath }: Props) => {
  const { language, market } = storefront;
  const words = wordsIn(language);
  const asked = countAsked(filter);
  const country = countryName(market, language);
  const number = (count: number) => formatNumber(count, language, market);
  const group = (title: string, name: string, options: readonly FacetCount[], chosen: readonly string[], label: (option: FacetCount) => ReactNode, shown = 7) => {
    const known = new Set(options.map((option) => option.value));
    const all = [...options, ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value, count: 0 }))];
    if (all.length === 0 || (all.length === 1 && chosen.length === 0)) return null;
    const ordered = [...all.filter((option) => chosen.includes(option.value)), ...all.filter((option) => !chosen.includes(option.value))];
    const line = (option: FacetCount) => (
      <label key={option.value} className="flex min-h-10 cursor-pointer items-center gap-2.5 py-1 text-sm hover:text-brand lg:min-h-8">
        <input type="checkbox" name={name} value={option.value} defaultChecked={chosen.includes(option.value)} className="size-4.5 shrink-0 accent-brand" />
        <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{label(option)}</span>
        <span className="tabular text-xs text-ink-faint">{number(option.count)}</span>
      </label>
    );
    return (
      <fieldset key={title} className="border-t border-line py-3">
        <legend className="float-start mb-1 w-full text-sm font-bold">{title}</legend>
        <div className="clear-both">
          {ordered.slice(0, shown).map(line)}
          {ordered.length > shown && (
            <details>
              <summary className="inline-flex min-h-10 items-center text-sm font-medium text-brand underline-offset-2 hover:underline lg:min-h-8">{words("discovery.more")}</summary>
              {ordered.slice(shown).map(line)}
            </details>
          )}
        </div>
      </fieldset>
    );
  };
  // A listing has many sizes and a size many local names: a count beside each would count listings twice.
  const sizeGroups = localSizes(facets.size.map((size) => size.value), storefront.profile.sizeSystems).slice(0, 3);
  const shownSizes = new Set(sizeGroups.flatMap(({ sizes }) => sizes.map((size) => size.value)));
  const hiddenSizes = filter.sizes.filter((size) => !shownSizes.has(size));
  const box = "h-11 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 lg:h-9";
  return (
    <>
      <button type="button" popoverTarget="facets" className={`${buttonStyle("quiet", "shrink-0 whitespace-nowrap lg:hidden")}`}>
        <SlidersHorizontal size={17} aria-hidden />{asked ? words("discovery.filtersAsked", { count: asked }) : words("discovery.filters")}
      </button>
      <form
        id="facets" popover="auto" action={action} aria-label={words("discovery.filters")}
        className="inset-x-0 bottom-0 top-auto m-0 max-h-[86dvh] w-full max-w-none overflow-auto rounded-t-2xl bg-surface px-4 pb-0 text-ink shadow-2xl backdrop:bg-black/40 lg:static lg:block lg:max-h-none lg:overflow-visible lg:rounded-card lg:border lg:border-line lg:px-3.5 lg:shadow-none"
      >
        {keeps.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)}
        {filter.sort !== "popular" && <input type="hidden" name="sort" value={filter.sort} />}
        {hiddenSizes.map((size) => <input key={size} type="hidden" name="size" value={size} />)}
        <div className="sticky top-0 z-10 flex items-center justify-between border-b border-line bg-surface py-2 lg:hidden">
          <span className="text-lg font-bold">{words("discovery.filters")}</span>
          <button type="button" popoverTarget="facets" popoverTargetAction="hide" className="grid size-11 place-items-center rounded-lg hover:bg-ground" aria-label={words("shop.close")}><X size={20} aria-hidden /></button>
        </div>
        {group(words("discovery.facets.delivery"), "delivery", facets.delivery.some((o) => o.value === "bonded-here") ? facets.delivery : [], filter.delivery ? [filter.delivery] : [],
          (option) => words(`discovery.delivery.${option.value === "bonded-here" ? "bonded-here" : "direct"}`, { country }))}
        <fieldset className="border-t border-line py-3">
          <legend className="float-start mb-2 w-full text-sm font-bold">{words("discovery.facets.price")} <span className="font-normal text-ink-soft">{currencyName(storefront.profile.currency, language)}</span></legend>
          <div className="clear-both grid grid-cols-[1fr_auto_1fr] items-center gap-2">
            <input className={box} name="min" inputMode="decimal" maxLength={18} defaultValue={priceValue(filter, "min")} aria-label={words("discovery.priceMin")} placeholder={words("discovery.priceMin")} />
            <span aria-hidden className="text-ink-faint">–</span>
            <input className={box} name="max" inputMode="decimal" maxLength={18} defaultValue={priceValue(filter, "max")} aria-label={words("discovery.priceMax")} placeholder={words("discovery.priceMax")} />
          </div>
        </fieldset>
        {sizeGroups.map(({ family, sizes }) => (
          <fieldset key={family} className="border-t border-line py-3">
            <legend className="float-start mb-2 w-full text-sm font-bold">
              {words("discovery.facets.size")} <span className="font-normal text-ink-soft">{wordsFor(words, `discovery.families.${family}`, {}, "discovery.facets.size")}{sizes[0] && sizes[0].system !== "INT" ? ` · ${sizes[0].system.replace(/_/g, "/")}` : ""}</span>
            </legend>
            <div className="clear-both flex flex-wrap gap-1.5">
              {sizes.slice(0, 24).map((size) => (
                <label key={size.value} className="relative inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center rounded-lg border border-line-strong px-2 text-sm hover:border-brand has-checked:border-brand has-checked:bg-brand has-checked:font-semibold has-checked:text-white has-focus-visible:outline-2 has-focus-visible:outline-brand lg:min-h-8 lg:min-w-10">
                  <input type="checkbox" name="size" value={size.value} defaultChecked={filter.sizes.includes(size.value)} className="absolute inset-0 cursor-pointer opacity-0" />
                  <bdi>{size.label}</bdi>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        {group(words("discovery.facets.colour"), "colour", facets.colour, filter.colours, (option) => (
          <span className="inline-flex items-center gap-2">
            <span className="size-4 rounded-full border border-line-strong" style={{ background: paints[option.value] ?? "transparent" }} aria-hidden />
            {wordsFor(words, `catalog.colours.${option.value}`, {}, "discovery.facets.colour")}
          </span>
        ), 12)}
        {group(words("discovery.facets.origin"), "origin", facets.origin, filter.origins, (option) => countryName(option.value, language), 8)}
        {group(words("discovery.facets.brand"), "brand", facets.brand, filter.brands, (option) => option.label, 8)}
        <div className="sticky bottom-0 grid grid-cols-[auto_1fr] gap-2 border-t border-line bg-surface py-3">
          <a href={clearPath} className={buttonStyle("quiet", "whitespace-nowrap lg:min-h-10 lg:px-2 lg:text-sm")}>{words("discovery.clear")}</a>
          <button className={buttonStyle("primary", "lg:min-h-10 lg:px-2 lg:text-sm")}><Check size={17} aria-hidden />{words("discovery.apply")}</button>
        </div>
      </form>
    </>
  );
};
