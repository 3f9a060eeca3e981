/** A six-digit code of HS 2022 with our own short labels by language (English always) and the categories it is a usual code of. */
export type HsCode = {
  readonly code: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Ids of the category tree, deepest known. */
  readonly categories: readonly string[];
};

/**
 * The codes that a merchant may mean by some words, best first: a starting suggestion, which the merchant confirms.
 *
 * Digits search the code's beginning. Words are looked for in the labels of all languages, without case, accents and word endings of more letters
 * ("shirt" finds "shirts"); a language without spaces is searched inside its labels. Codes that hold more of the words come first, then those whose
 * labels say less besides, then the smaller code. Nothing found is an empty list, not a guess.
 */
export const searchHs = (words: string, codes: readonly HsCode[], limit = 20): HsCode[] => {
  const sought = tokensOf(words);
  if (sought.length === 0) return [];
  const scored: { code: HsCode; hits: number; rest: number }[] = [];
  for (const code of codes) {
    const labels = Object.values(code.labels).map(folded);
    let hits = 0;
    let rest = Number.POSITIVE_INFINITY;
    for (const label of labels) {
      const own = label.split(separators).filter((token) => token !== "");
      const found = sought.reduce((sum, word) => sum + matchOf(word, label, own), 0);
      if (found > hits || (found === hits && found > 0 && own.length < rest)) {
        hits = found;
        rest = own.length;
      }
    }
    for (const word of sought) {
      if (!/^\d{2,6}$/.test(word) || !code.code.startsWith(word)) continue;
      hits += 3;
      rest = 0;
    }
    if (hits > 0) scored.push({ code, hits, rest });
  }
  return scored.sort((a, b) => b.hits - a.hits || a.rest - b.rest || (a.code.code < b.code.code ? -1 : 1)).slice(0, limit).map((s) => s.code);
};

/**
 * The usual codes of a category, from its own id up to the root: the nearest ancestor that has any. `path` runs from the root to the category.
 * Where no ancestor has one, what the category's own name means, because most of its thousands of leaves say what they are: a weaker guess, so fewer.
 */
export const suggestHs = (path: readonly string[], codes: readonly HsCode[], name = ""): HsCode[] => {
  for (const id of [...path].reverse()) {
    const found = codes.filter((code) => code.categories.includes(id));
    if (found.length > 0) return found;
  }
  return searchHs(name, codes, 5);
};

/** The label in a language, else in English: the caller marks a text that is not in the page's language. */
export const hsLabel = (code: HsCode, language: string): { readonly text: string; readonly language: string } => {
  const own = code.labels[language];
  return own === undefined ? { text: code.labels.en ?? code.code, language: "en" } : { text: own, language };
};

const separators = /[^\p{L}\p{N}]+/u;
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{Mn}+/gu, "").toLowerCase().normalize("NFC");
const tokensOf = (text: string): string[] => folded(text.slice(0, 200)).split(separators).filter((token) => token !== "").slice(0, 12);
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** 2 for a whole word, 1 for the beginning of one (three letters or more) or a part of a label that is written without spaces. */
const matchOf = (word: string, label: string, own: readonly string[]): number => {
  if (own.includes(word)) return 2;
  if (withoutSpaces.test(word)) return label.includes(word) ? 1 : 0;
  if (word.length < 3) return 0;
  const stem = word.length > 4 ? word.replace(/(?:es|s)$/, "") : word;
  return own.some((token) => token.startsWith(stem)) ? 1 : 0;
};
