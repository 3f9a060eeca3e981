import { wordsFor, type Words } from "@/i18n/translator";

/** The name of a field of a rule; a figure that has no word of its own is named by the vocabulary's. */
export const fieldName = (words: Words, field: string): string =>
  words.has(`admin.ruleDesk.fields.${field}` as Parameters<Words>[0]) ? wordsFor(words, `admin.ruleDesk.fields.${field}`) : `${words("admin.ruleDesk.fields.parameters")}: ${field}`;

/** The name of a receipt's line; limits and valuations have none, as no receipt shows them. */
export const lineName = (words: Words, name: string): string => wordsFor(words, `customs.charges.${name}`, {}, "customs.charges.other");

/** What one field says, in words where there are some. */
export const fieldValue = (words: Words, field: string, value: string | null): string => {
  if (value === null) return "–";
  if (field === "kind") return wordsFor(words, `admin.ruleDesk.kinds.${value}`);
  if (field === "due") return wordsFor(words, `admin.ruleDesk.due.${value}`);
  if (field === "name") return lineName(words, value);
  return field === "confidence" ? wordsFor(words, `customs.confidence.${value}`) : value;
};
