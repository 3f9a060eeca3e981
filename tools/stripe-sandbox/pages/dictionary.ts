import { decimalText, shownDigits } from "../currency-rule";
import { ar } from "./words/ar";
import { de } from "./words/de";
import { en, type Words } from "./words/en";
import { es } from "./words/es";
import { fr } from "./words/fr";
import { id } from "./words/id";
import { ja } from "./words/ja";
import { ko } from "./words/ko";
import { pt } from "./words/pt";
import { ru } from "./words/ru";
import { zh } from "./words/zh";

export interface Language { readonly tag: string; readonly dir: "ltr" | "rtl"; readonly words: Words }

const dictionary: Readonly<Record<string, Words>> = { en, zh, es, pt, fr, de, ja, ko, ru, ar, id };

/** The session's locale decides; `auto` or none asks the browser; a language without words here is read in English. */
export const chooseLanguage = (locale: string | null, acceptLanguage: string | undefined): Language => {
  const asked = locale && locale !== "auto" ? [locale] : (acceptLanguage ?? "").split(",").map((part) => part.split(";")[0]!.trim());
  for (const tag of asked) {
    const language = tag.split("-")[0]!.toLowerCase();
    const words = Object.hasOwn(dictionary, language) ? dictionary[language] : undefined;
    if (words) return { tag: Intl.getCanonicalLocales(/^[a-z]{2}(-[A-Za-z0-9]{2,4}){0,2}$/.test(tag) ? tag : language)[0]!, dir: language === "ar" ? "rtl" : "ltr", words };
  }
  return { tag: "en", dir: "ltr", words: en };
};

/** An amount as people of the language write it, with the digits that the currency has in life. */
export const priceText = (language: Language, amount: number, currency: string): string => {
  const digits = shownDigits(currency);
  const format = new Intl.NumberFormat(language.tag, { style: "currency", currency: currency.toUpperCase(), minimumFractionDigits: digits, maximumFractionDigits: digits });
  return format.format(decimalText(amount, currency) as never);   // text in, so that no float touches it; the library's declaration lags behind
};

export const fill = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
