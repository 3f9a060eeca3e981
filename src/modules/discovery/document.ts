import { fold, tokensOf, toTsvector, wordsOf } from "./tokens";

/** What a listing says of itself in one language. `hints` are words by which it should be found too: brand, keywords, categories, countries, colours. */
export type TextOfListing = {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly hints: readonly string[];
};

/** A word or phrase to suggest or to mend typos with. `shown` is empty for words that are not worth suggesting by themselves. */
export type Term = { readonly term: string; readonly shown: string };

/** Language of the one document that holds what a listing is called in the languages its merchant does not write. */
export const otherLanguages = "und";

// Descriptions and category names repeat over thousands of listings; cutting words is the dearest part of indexing. Ten thousand
// are some fifty megabytes; a shop of a hundred thousand different descriptions must not be kept whole.
const remember = (cutUp: (text: string, language: string) => readonly string[]) => {
  const kept = new Map<string, readonly string[]>();
  return (text: string, language: string): readonly string[] => {
    const key = `${language} ${text}`;
    let parts = kept.get(key);
    if (!parts) {
      if (kept.size > 10_000) kept.clear();
      kept.set(key, (parts = cutUp(text, language)));
    }
    return parts;
  };
};
const cut = remember(tokensOf);
const cutWords = remember(wordsOf);

/** A token that no text has: the mark of a document's language, so that one index answers "these words in this language". */
export const languageMark = (language: string): string => `@${language}`;

/**
 * The searchable form of a listing in a language: its title weighs most, then the words by which it should be found, then its description,
 * line by line.
 */
export const documentOf = ({ language, title, description, keywords, hints }: TextOfListing): string =>
  toTsvector([
    [tokensOf(title, language), "A"],
    [[...keywords, ...hints].flatMap((text) => cut(text, language)), "B"],
    [[...description.split("\n").flatMap((line) => cut(line, language)), languageMark(language)], "D"],
  ]);

/** The document of all languages that a merchant does not write: only names that the house knows by itself. */
export const documentOfNames = (names: readonly { readonly language: string; readonly name: string }[]): string =>
  toTsvector([[names.flatMap(({ language, name }) => cut(name, language)), "B"], [[languageMark(otherLanguages)], "D"]]);

/** What a text teaches suggestions: its keywords and names as they are, the words they and its title are made of only for typos. */
export const termsOf = ({ language, title, keywords, hints }: TextOfListing): Term[] => {
  const terms = new Map<string, Term>();
  const note = (text: string, shown: string) => {
    const term = fold(text).trim().replace(/\s+/g, " ");
    if (term.length < 2 || term.length > 60 || /^\d+$/.test(term)) return;
    if (!terms.get(term)?.shown) terms.set(term, { term, shown });
  };
  for (const phrase of [...keywords, ...hints]) note(phrase, phrase.trim());
  for (const word of wordsOf(title, language)) note(word, "");
  for (const text of [...keywords, ...hints]) for (const word of cutWords(text, language)) note(word, "");
  return [...terms.values()];
};
