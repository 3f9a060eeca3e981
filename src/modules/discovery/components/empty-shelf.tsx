import { PackageSearch } from "lucide-react";
import type { ReactNode } from "react";
import { wordsIn } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import { ButtonLink } from "@/ui/primitives/button";

/** What is said where nothing is: never a bare page, always a way on. */
export const EmptyShelf = ({ storefront, href, title, body }: { storefront: Pick<OpenStorefront, "language">; href: string; title?: ReactNode; body?: ReactNode }) => {
  const words = wordsIn(storefront.language);
  return (
    <div className="grid place-items-center gap-3 rounded-card border border-line bg-surface px-4 py-14 text-center">
      <PackageSearch size={44} className="text-ink-faint" strokeWidth={1.4} aria-hidden />
      <p className="text-lg font-bold">{title ?? words("discovery.empty")}</p>
      <p className="max-w-md text-ink-soft">{body ?? words("discovery.emptyBody")}</p>
      <ButtonLink tone="quiet" href={href}>{words("discovery.clear")}</ButtonLink>
    </div>
  );
};
