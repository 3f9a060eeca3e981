import { countryCode, type CountryCode } from "@/kernel/country";
import { ok, refuse, type Result } from "@/kernel/result";

/** A shop window: a language and a market, chosen independently. The tag is the first segment of every address of it: "pt-br", "en-br". */
export type Storefront = { readonly tag: string; readonly language: string; readonly market: CountryCode };

/**
 * Reads a storefront out of an address. Only the one spelling counts (lower case, language-market), so that a page has one address;
 * whether that language is complete and that market exists is for those who hold the lists.
 */
export const parseStorefront = (tag: string): Result<Storefront, { readonly code: "market.no-such-storefront" }> => {
  const match = /^([a-z]{2})-([a-z]{2})$/.exec(tag);
  if (!match?.[1] || !match[2]) return refuse({ code: "market.no-such-storefront" });
  return ok({ tag, language: match[1], market: countryCode(match[2].toUpperCase()) });
};

/** The storefront of a language in a market, as it stands in an address: ("pt", "BR") is "pt-br". */
export const storefrontTag = (language: string, market: CountryCode): string => `${language.toLowerCase()}-${market.toLowerCase()}`;

/** The storefront as BCP 47 wants it in `lang` and hreflang: "pt-br" is pt-BR. */
export const languageTag = ({ language, market }: Pick<Storefront, "language" | "market">): string => `${language}-${market}`;
