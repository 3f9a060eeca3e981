"use client";
import { Globe } from "lucide-react";
import { usePathname } from "next/navigation";
import { useRef } from "react";

type Choice = readonly [code: string, name: string];

/** Language and delivery country, each on its own; the page stays the same page. A remembered choice only decides where "/" leads. */
export const StorefrontPicker = ({ current, languages, markets, summary, words }: {
  current: { language: string; market: string };
  languages: readonly Choice[];
  markets: readonly Choice[];
  summary: { market: string; detail: string };
  words: { title: string; shipTo: string; language: string; close: string };
}) => {
  const path = usePathname();
  const details = useRef<HTMLDetailsElement>(null);
  const go = (language: string, market: string) => {
    const tag = `${language}-${market.toLowerCase()}`;
    document.cookie = `storefront=${tag}; path=/; max-age=31536000; samesite=lax`;
    window.location.assign(`/${tag}${path.replace(/^\/[^/]+/, "")}${window.location.search}`);
  };
  const select = "mt-1 h-11 w-full rounded-lg border border-line-strong bg-surface px-2";
  return (
    <details ref={details} className="md:relative" onKeyDown={(event) => event.key === "Escape" && details.current?.removeAttribute("open")}>
      <summary className="flex h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2 hover:bg-ground">
        <Globe size={21} aria-hidden />
        <span className="sr-only">{words.title}</span>
        <span className="hidden text-start text-xs leading-tight md:block"><span className="block font-semibold">{summary.market}</span><span className="block text-ink-soft">{summary.detail}</span></span>
      </summary>
      <div className="absolute inset-x-3 top-14 z-40 rounded-card md:start-auto md:end-0 md:top-full md:mt-1 md:w-72 border border-line bg-surface p-4 shadow-xl">
        <p className="mb-3 font-semibold">{words.title}</p>
        <label className="mb-3 block text-sm">{words.shipTo}
          <select className={select} value={current.market} onChange={(event) => go(current.language, event.target.value)}>
            {markets.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
          </select>
        </label>
        <label className="block text-sm">{words.language}
          <select className={select} value={current.language} onChange={(event) => go(event.target.value, current.market)}>
            {languages.map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
          </select>
        </label>
      </div>
    </details>
  );
};
