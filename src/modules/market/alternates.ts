import { mayBrowse, type MarketProfile } from "./market";
import { languageTag, storefrontTag, type Storefront } from "./storefront";

/** The same page in every storefront, in the shape that Next's metadata takes. */
export type Alternates = { readonly canonical: string; readonly languages: Record<string, string> };

/**
 * Canonical address and hreflang set of a page: every market in the languages it is offered in, and x-default.
 *
 * `pathIn` gives the page's path inside a storefront, slug translated, "" for the home page ("/c/sapatos/aa-8"); null where the page does not exist.
 * A language beside those of its market (Korean in Brazil) is a working storefront but no hreflang of its own: it is canonical to itself,
 * and the set stays short enough to be sent with every page. x-default is the address without a storefront, which leads everybody to their own.
 */
export const alternatesOf = ({ storefront, markets, pathIn }: {
  readonly storefront: Storefront;
  readonly markets: readonly Pick<MarketProfile, "code" | "languages" | "state">[];
  readonly pathIn: (storefront: Storefront) => string | null;
}): Alternates => {
  const languages: Record<string, string> = {};
  for (const market of markets.filter(mayBrowse)) {
    for (const language of market.languages) {
      const other: Storefront = { tag: storefrontTag(language, market.code), language, market: market.code };
      const path = pathIn(other);
      if (path !== null) languages[languageTag(other)] = address(other, path);
    }
  }
  const neutral = pathIn({ ...storefront, language: "en" }) ?? pathIn(storefront);
  if (neutral !== null) languages["x-default"] = encodeURI(neutral || "/");
  return { canonical: address(storefront, pathIn(storefront) ?? ""), languages };
};

const address = ({ tag }: Storefront, path: string): string => encodeURI(`/${tag}${path}`);
