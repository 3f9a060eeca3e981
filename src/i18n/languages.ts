/** Interface languages, complete in every message. The order is the one that pickers show. */
export const languages = ["en", "zh", "es", "pt", "fr", "de", "ja", "ko", "ru", "ar", "id"] as const;
export type Language = (typeof languages)[number];

/** Made from English for development: en-XA shows what is not translated or cut off, ar-XB shows it from right to left. */
export const pseudoLocales = ["en-XA", "ar-XB"] as const;

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);
export const directionOf = (language: string): "ltr" | "rtl" => (language.startsWith("ar") ? "rtl" : "ltr");

/** What each language calls itself: a picker that a stranger to the current language can read. */
export const endonyms: Record<Language, string> = {
  en: "English", zh: "简体中文", es: "Español", pt: "Português", fr: "Français", de: "Deutsch",
  ja: "日本語", ko: "한국어", ru: "Русский", ar: "العربية", id: "Bahasa Indonesia",
};

/**
 * The tag for formatting numbers, dates and names in a storefront. Gregorian calendar and Latin digits everywhere: a price that
 * changes its digits between the shelf and the card form is a price that is read wrong; ar-SA would also show Hijri dates.
 */
export const formatLocale = (language: string, market?: string): string => {
  const base = language === "en-XA" ? "en" : language === "ar-XB" ? "ar" : language;
  const regional = market ? `${base}-${market}` : base;
  return `${regional}-u-ca-gregory-nu-latn`;
};
