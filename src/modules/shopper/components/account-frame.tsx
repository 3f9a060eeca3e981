import type { ReactNode } from "react";
import { wordsIn } from "@/i18n/translator";

const parts = [["overview", ""], ["orders", "/orders"], ["wishlist", "/wishlist"], ["addresses", "/addresses"], ["measurements", "/measurements"]] as const;
export type AccountPart = (typeof parts)[number][0];

/** The frame of the account's pages: their names beside the page, above it on a phone. */
export const AccountFrame = ({ storefront, current, title, children }: {
  storefront: { readonly tag: string; readonly language: string };
  current: AccountPart;
  title: string;
  children: ReactNode;
}) => {
  const words = wordsIn(storefront.language);
  return (
    <div className="page grid gap-4 pt-4 lg:grid-cols-[13rem_1fr] lg:gap-8 lg:pt-8">
      <nav aria-label={words("account.title")} className="-mx-3 overflow-x-auto px-3 lg:mx-0 lg:px-0">
        <ul className="flex gap-1 lg:flex-col">
          {parts.map(([part, path]) => (
            <li key={part} className="shrink-0">
              <a href={`/${storefront.tag}/account${path}`} aria-current={part === current ? "page" : undefined} className={`flex min-h-11 items-center rounded-lg px-3 whitespace-nowrap ${part === current ? "bg-brand-tint font-semibold text-brand-strong" : "text-ink-soft hover:bg-surface hover:text-ink"}`}>
                {words(`account.parts.${part}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0 space-y-4">
        <h1 className="text-2xl font-bold">{title}</h1>
        {children}
      </div>
    </div>
  );
};
