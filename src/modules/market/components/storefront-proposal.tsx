"use client";
import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";

/** Proposes the shop of the visitor's own country, once, and never forces it. */
export const StorefrontProposal = ({ market, language, names, words }: {
  market: string;
  language: string;
  names: Readonly<Record<string, string>>;
  words: { text: string; accept: string; stay: string };
}) => {
  const path = usePathname();
  const [proposed, propose] = useState<string | null>(null);
  useEffect(() => {
    if (/(?:^|; )(?:storefront|stay)=/.test(document.cookie)) return;
    const home = navigator.languages.map((tag) => new Intl.Locale(tag).region).find((region) => region && region in names);
    if (home && home !== market) propose(home);
  }, [market, names]);
  if (!proposed) return null;
  const name = names[proposed] ?? proposed;
  const fill = (text: string) => text.replace("{country}", name);
  const stay = () => {
    document.cookie = "stay=1; path=/; max-age=2592000; samesite=lax";
    propose(null);
  };
  return (
    <aside className="bg-brand-tint text-brand-strong">
      <div className="page flex flex-wrap items-center gap-x-4 gap-y-2 py-2 text-sm">
        <p className="w-full sm:w-auto sm:flex-1">{fill(words.text)}</p>
        <a className="inline-flex min-h-11 items-center rounded-lg bg-brand px-3 font-semibold text-white hover:bg-brand-strong" href={`/${language}-${proposed.toLowerCase()}${path.replace(/^\/[^/]+/, "")}`}>{fill(words.accept)}</a>
        <button type="button" className="flex min-h-11 items-center gap-1 rounded-lg px-2 underline" onClick={stay}><X size={16} aria-hidden />{words.stay}</button>
      </div>
    </aside>
  );
};
