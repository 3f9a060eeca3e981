/** Runs of letters and digits of one kind: scripts written without spaces, Korean, Arabic, Cyrillic, and everything with spaces. */
type Kind = "unspaced" | "hangul" | "arabic" | "cyrillic" | "spaced";

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;

const kindOf = (character: string): Kind =>
  unspaced.test(character) ? "unspaced"
  : /\p{Script=Hangul}/u.test(character) ? "hangul"
  : /\p{Script=Arabic}/u.test(character) ? "arabic"
  : /\p{Script=Cyrillic}/u.test(character) ? "cyrillic"
  : "spaced";

/**
 * A text as it is compared: lower case, full-width forms narrow, Latin, Greek and Cyrillic without accents, Arabic without vowel signs and with
 * one form of alef, yeh and teh marbuta, because people type them as they come. "Calçados" and "calcados" are one, "أحمر" and "احمر" too.
 */
export const fold = (text: string): string =>
  text.normalize("NFKD").toLowerCase()
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu, "")
    .replace(/[\u064B-\u0652\u0670\u0640]/g, "").replace(/(?<=\p{Script=Arabic})[\u0653-\u0655]/gu, "")
    .replace(/ى/g, "ي").replace(/ة/g, "ه")
    .normalize("NFC")
    .replace(/ß/g, "ss").replace(/ł/g, "l").replace(/ø/g, "o").replace(/æ/g, "ae").replace(/œ/g, "oe").replace(/ı/g, "i");

/**
 * The part of a word that its plural and its cases share, cut the same way from what is written and from what is asked, so that it need not be
 * grammar: "vestidos" and "vestido", "Kleider" and "Kleid", "платья" and "платье" meet. A stemmer per language would need the language of the
 * question, which nobody knows for sure from two words.
 */
export const stem = (word: string): string => {
  if (/^\d/.test(word) || word.length < 4) return word;
  switch (kindOf(word[0] as string)) {
    case "cyrillic":
      return word.replace(/(?:ями|ами|ого|его|ому|ему|ыми|ими|иях|ях|ах|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|[аеиоуыэюяйь])$/u, "") || word;
    case "arabic": {
      const bare = word.replace(/^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/u, "");
      return bare.length > 4 ? bare.replace(/(?:ات|ين|ون|ان|يه|ه|ي)$/u, "") : bare.replace(/(?<=.{3})ه$/u, "");
    }
    case "spaced": {
      const single = word.replace(/(?<=[^s])s$/, "");
      const bare = single.length >= 6 ? single.replace(/(?:er|en|em)$/, "") : single;
      return bare.length >= 4 ? bare.replace(/y$/, "i").replace(/(?<=.{3})(?:[aeo]|ie)$/, (end) => (end === "ie" ? "i" : "")) : bare;
    }
    default:
      return word;
  }
};

const pairs = (run: string): string[] => {
  const characters = [...run];
  return characters.length === 1 ? characters : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterOf = (language: string): Intl.Segmenter => {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: "word" })));
  return segmenter;
};

/** The words of a text as people would count them, folded, in order; repeated words stay. */
export const wordsOf = (text: string, language: string): string[] => {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenterOf(language).segment(fold(text))) {
    if (isWordLike) words.push(...(segment.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []));
  }
  return words;
};

/**
 * What a text is found by. Spaced scripts give the stems of their words. Chinese, Japanese and Korean give pairs of neighbouring characters as
 * well as whole words: no two dictionaries cut a compound alike (连|衣裙), so pairs find it and words rank it. "Vestidos de linho" gives
 * vestid, de, linh; "连衣裙" gives 连衣, 衣裙 and its words.
 */
export const tokensOf = (text: string, language: string): string[] => {
  const tokens: string[] = [];
  for (const word of wordsOf(text, language)) {
    const kind = kindOf(word[0] as string);
    if (kind !== "unspaced" && kind !== "hangul") tokens.push(stem(word));
    else if ([...word].length !== 2) tokens.push(word);
  }
  for (const run of runsOf(fold(text))) tokens.push(...pairs(run));
  return tokens;
};

const runsOf = (folded: string): string[] =>
  [...(folded.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu) ?? []), ...(folded.match(/\p{Script=Hangul}+/gu) ?? [])];

/** One condition of a question: every one must hold. A prefix condition is met by any token that begins so. */
export type Condition = { readonly token: string; readonly isPrefix: boolean };

/**
 * What a question asks for. Unspaced scripts are asked by pairs only (whatever the dictionary would cut), a single character as the beginning of a
 * token, everything else by stems. At most 12 conditions: a pasted paragraph is not a question.
 */
export const conditionsOf = (question: string): Condition[] => {
  const conditions = new Map<string, Condition>();
  const add = (token: string, isPrefix = false) => conditions.set(token, { token, isPrefix });
  for (const word of wordsOf(question, guessLanguage(question) ?? "en")) {
    const kind = kindOf(word[0] as string);
    if (kind !== "unspaced" && kind !== "hangul") add(stem(word));
  }
  for (const run of runsOf(fold(question))) {
    if ([...run].length === 1) add(run, true);
    else for (const pair of pairs(run)) add(pair);
  }
  return [...conditions.values()].slice(0, 12);
};

/** The language that a script speaks for, or null where a script has many: Latin letters say nothing about Portuguese or German. */
export const guessLanguage = (text: string): string | null =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? "ja"
  : /\p{Script=Hangul}/u.test(text) ? "ko"
  : /\p{Script=Han}/u.test(text) ? "zh"
  : /\p{Script=Arabic}/u.test(text) ? "ar"
  : /\p{Script=Cyrillic}/u.test(text) ? "ru"
  : null;

const quoted = (token: string): string => `'${token.replace(/\\/g, "\\\\").replace(/'/g, "''")}'`;

/** The question in PostgreSQL's own notation for tsquery; empty when there is nothing to ask. */
export const toTsquery = (conditions: readonly Condition[]): string =>
  conditions.map(({ token, isPrefix }) => `${quoted(token)}${isPrefix ? ":*" : ""}`).join(" & ");

/** How much a part of a document weighs, in PostgreSQL's letters: A the title, B brand, keywords and categories, D the description. */
export type Weight = "A" | "B" | "D";

const lastPosition = 16_383;

/** A document in PostgreSQL's own notation for tsvector, the heaviest part first. */
export const toTsvector = (parts: readonly (readonly [tokens: readonly string[], weight: Weight])[]): string => {
  const places = new Map<string, string[]>();
  let position = 0;
  for (const [tokens, weight] of parts) {
    for (const token of tokens) {
      position = Math.min(position + 1, lastPosition);
      const known = places.get(token);
      // PostgreSQL keeps 255 places of a word; eight rank it well enough.
      if (!known) places.set(token, [`${position}${weight === "D" ? "" : weight}`]);
      else if (known.length < 8) known.push(`${position}${weight === "D" ? "" : weight}`);
    }
  }
  return [...places].map(([token, at]) => `${quoted(token)}:${at.join(",")}`).join(" ");
};
