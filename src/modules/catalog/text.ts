/** A text with the language it is written in. */
export type InLanguage = { readonly language: string };

/**
 * The text to show to readers of a language: their own, else English, else the first by language code, so that everybody is shown the same one.
 * Whoever shows a text of another language says so beside it and in `lang`. Null when there is none at all.
 */
export const textFor = <T extends InLanguage>(texts: readonly T[], language: string): T | null =>
  texts.find((text) => text.language === language)
  ?? texts.find((text) => text.language === "en")
  ?? [...texts].sort((a, b) => (a.language < b.language ? -1 : 1))[0]
  ?? null;
