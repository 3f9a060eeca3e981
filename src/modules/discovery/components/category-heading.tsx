import { ChevronRight } from "lucide-react";
import { wordsIn } from "@/i18n/translator";
import { textFor } from "@/modules/catalog/text";
import type { NamedCategory } from "@/modules/catalog/queries";
import type { OpenStorefront } from "@/modules/market/queries";
import { languageName } from "@/ui/format/words";
import type { LiveCategory } from "../suggest-queries";

/** The address of a category inside a storefront of a language. */
export const categoryPath = (category: NamedCategory, language: string): string => `/c/${textFor(category.texts, language)?.slug ?? "category"}/${category.id}`;

const Name = ({ category, language }: { category: NamedCategory; language: string }) => {
  const text = textFor(category.texts, language);
  return text && text.language !== language
    ? <span lang={text.language} title={wordsIn(language)("shop.shownIn", { language: languageName(text.language, language) })}>{text.name}</span>
    : <>{text?.name ?? category.id}</>;
};

/** Where a category stands: the way down to it, its name, and the categories below that have goods. */
export const CategoryHeading = ({ storefront, path, children }: { storefront: OpenStorefront; path: readonly NamedCategory[]; children: readonly LiveCategory[] }) => {
  const { language } = storefront;
  const words = wordsIn(language);
  const base = `/${storefront.tag}`;
  const here = path.at(-1);
  return (
    <div className="pt-3">
      <nav aria-label={words("shop.categories")}>
        <ol className="flex flex-wrap items-center gap-x-1 text-sm text-ink-soft">
          <li><a className="inline-flex min-h-8 items-center hover:text-brand hover:underline" href={base}>{words("discovery.home")}</a></li>
          {path.slice(0, -1).map((category) => (
            <li key={category.id} className="flex items-center gap-1"><ChevronRight size={14} aria-hidden className="rtl:-scale-x-100" /><a className="inline-flex min-h-8 items-center hover:text-brand hover:underline" href={`${base}${categoryPath(category, language)}`}><Name category={category} language={language} /></a></li>
          ))}
        </ol>
      </nav>
      {here && <h1 className="mb-2 text-2xl font-extrabold tracking-tight sm:text-3xl"><Name category={here} language={language} /></h1>}
      {children.length > 0 && (
        <ul className="-mx-3 flex gap-2 overflow-x-auto px-3 pb-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
          {children.slice(0, 16).map((child) => (
            <li key={child.id} className="shrink-0"><a className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-4 text-sm hover:border-brand hover:text-brand sm:min-h-9" href={`${base}${categoryPath(child, language)}`}><Name category={child} language={language} /></a></li>
          ))}
        </ul>
      )}
    </div>
  );
};
