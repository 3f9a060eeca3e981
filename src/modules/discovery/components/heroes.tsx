import { ArrowUpRight } from "lucide-react";
import { wordsIn } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import { countryName } from "@/ui/format/words";

type Hero = { readonly key: "style" | "beauty" | "tech" | "home" | "pantry"; readonly picture: number; readonly path: string };

const all: readonly Hero[] = [
  { key: "pantry", picture: 1, path: "/c/food/fb" },
  { key: "style", picture: 2, path: "/c/shoes/aa-8" },
  { key: "beauty", picture: 3, path: "/c/beauty/hb" },
  { key: "tech", picture: 4, path: "/c/electronics/el" },
  { key: "home", picture: 5, path: "/c/home/hg" },
];

// What leads in a market, as an operator would set it; the two that follow come after it in the list.
const leads: Readonly<Record<string, Hero["key"]>> = { CN: "pantry", BR: "style", SA: "beauty", AE: "beauty", ID: "style", JP: "home", KR: "pantry", DE: "tech", US: "style" };

const chosenFor = (market: string): Hero[] => {
  const start = Math.max(0, all.findIndex(({ key }) => key === leads[market]));
  return [0, 1, 2].map((step) => all[(start + step) % all.length] as Hero);
};

/** The first thing on a home page: one large banner and two beside it; on phones a row to swipe, without script. */
export const Heroes = ({ storefront }: { storefront: OpenStorefront }) => {
  const { language, market } = storefront;
  const words = wordsIn(language);
  const chosen = chosenFor(market);
  return (
    <div className="-mx-3 flex snap-x snap-mandatory gap-2 overflow-x-auto px-3 [scrollbar-width:none] sm:-mx-4 sm:px-4 lg:mx-0 lg:grid lg:grid-cols-[2fr_1fr] lg:grid-rows-2 lg:gap-3 lg:overflow-visible lg:px-0">
      {chosen.map(({ key, picture, path }, index) => {
        const isLead = index === 0;
        return (
          <a
            key={key} href={`/${storefront.tag}${path}`}
            className={`group relative isolate flex w-[88%] shrink-0 snap-center overflow-hidden rounded-card bg-brand-tint lg:w-auto ${isLead ? "aspect-[8/5] lg:row-span-2 lg:aspect-[5/2]" : "aspect-[8/5] lg:aspect-auto"}`}
          >
            <picture className="contents">
              {isLead && <source media="(min-width: 1024px)" srcSet={`/pictures/hero-${picture}-1600.webp`} width={1600} height={600} />}
              <img
                src={`/pictures/hero-${picture}-800.webp`} alt="" width={800} height={500} loading={isLead ? "eager" : "lazy"} fetchPriority={isLead ? "high" : "auto"}
                className="absolute inset-0 -z-10 size-full object-cover object-right transition-transform duration-500 group-hover:scale-[1.02] rtl:-scale-x-100 rtl:group-hover:scale-x-[-1.02]"
              />
            </picture>
            <span className={`absolute inset-0 -z-10 bg-linear-to-r from-white/95 to-white/0 rtl:bg-linear-to-l via-white/85 via-50% to-85% ${isLead ? "lg:via-white/75 lg:via-45% lg:to-75%" : ""}`} />
            <span className={`flex max-w-[62%] flex-col items-start justify-center gap-2 p-5 ${isLead ? "lg:max-w-[46%] lg:gap-3 lg:p-10" : "lg:p-5"}`}>
              {isLead && <span className="text-xs font-semibold text-brand sm:text-sm">{words("discovery.heroes.kicker", { country: countryName(market, language) })}</span>}
              <span className={`font-extrabold leading-[1.15] tracking-tight ${isLead ? "text-xl sm:text-2xl lg:text-3xl xl:text-4xl" : "text-lg lg:text-xl"}`}>{words(`discovery.heroes.${key}.title`)}</span>
              <span className={`inline-flex min-h-11 items-center gap-1 rounded-lg font-semibold ${isLead ? "bg-brand px-4 text-white group-hover:bg-brand-strong" : "text-sm text-brand"}`}>
                {words(`discovery.heroes.${key}.action` as "discovery.heroes.style.action")}<ArrowUpRight size={17} aria-hidden className="rtl:-scale-x-100" />
              </span>
            </span>
          </a>
        );
      })}
    </div>
  );
};
