import { createTranslator } from "next-intl";
import type messagesEn from "./messages/en.json";
import { pseudoMessages } from "./pseudo";
import { messagesOf } from "./messages";

export type Messages = typeof messagesEn;
export type Words = ReturnType<typeof createTranslator<Messages>>;
/** Any key of the messages: what may be stored as data (the name of a charge, a reason) is checked against it by tests. */
export type WordKey = Parameters<Words>[0];

const made = new Map<string, Words>();

/**
 * The words of a language, typed by English: `words("cart.title")`. Pure, so that a cached page can use it without a request;
 * made once per language, because compiling messages is dearer than using them.
 */
export const wordsIn = (language: string): Words => {
  let words = made.get(language);
  if (!words) {
    const messages = language.includes("-X") ? pseudoMessages(language) : messagesOf(language);
    words = createTranslator<Messages>({ locale: language.slice(0, 2), messages, timeZone: "UTC" }) as Words;
    made.set(language, words);
  }
  return words;
};

/** A word whose key is data, such as the code of a refusal. An unknown key gives the fallback's words, never the key itself. */
export const wordsFor = (words: Words, key: string, values: Record<string, string | number> = {}, fallback: WordKey = "refusals.unknown"): string =>
  words.has(key as WordKey) ? words(key as WordKey, values as never) : words(fallback);
