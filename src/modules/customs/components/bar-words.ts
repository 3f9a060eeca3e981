import { wordsFor, type Words } from "@/i18n/translator";
import { isBar } from "../restriction";

/** What the words of a bar need to be said: the goods, the paper and the number of pieces, in a language. Empty for any other refusal. */
export const barArguments = (refusal: { readonly code: string }, words: Words): Readonly<Record<string, string | number>> => {
  if (!isBar(refusal)) return {};
  return {
    goods: wordsFor(words, `customs.goods.${refusal.goods}`, {}, "customs.goods.other"),
    document: refusal.code === "customs.needs-document" ? wordsFor(words, `customs.documents.${refusal.document}`) : "",
    pieces: refusal.code === "customs.too-many-pieces" ? refusal.pieces : 0,
  };
};
