import { isLanguage, type Language } from "@/i18n/languages";
import { parseStorefront } from "./storefront";

/** The language and the country in which the merchant centre and the back office speak to a person: those of the storefront they saved, else English. */
export const tongueOf = (storefront: string | null | undefined): { readonly language: Language; readonly market: string; readonly tag: string } => {
  const parsed = parseStorefront(storefront ?? "");
  return parsed.ok && isLanguage(parsed.value.language) ? { language: parsed.value.language, market: parsed.value.market, tag: parsed.value.tag } : { language: "en", market: "US", tag: "en-us" };
};
