import type { Words } from "@/i18n/translator";
import { wordsFor } from "@/i18n/translator";
import { waits } from "@/platform/rate-budget";

/** What a form may have to say, ready in the page's language: a form in the browser carries no dictionary. */
export type Said = Readonly<Record<string, string>>;

/** The words of refusals for a form. A refusal to wait comes in every length it can have. */
export const refusalWords = (words: Words, codes: readonly string[]): Said => ({
  unknown: words("refusals.unknown"),
  required: words("fields.required"),
  invalid: words("fields.invalid"),
  ...Object.fromEntries(["input.invalid", "access.not-signed-in", ...codes].map((code) => [code, wordsFor(words, `refusals.${code}`)])),
  ...Object.fromEntries(waits.map((minutes) => [`access.too-many-tries.${minutes}`, words("refusals.access.too-many-tries", { minutes })])),
  "access.weak-password.short": words("refusals.access.weak-short"),
  "access.weak-password.common": words("refusals.access.weak-common"),
  "access.weak-password.personal": words("refusals.access.weak-personal"),
});
