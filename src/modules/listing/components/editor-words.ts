import type { Messages, Words } from "@/i18n/translator";

const modules = ["access", "catalog", "listing", "media", "merchant", "order"] as const;

/** The words of refusals as the browser needs them, by code; `{name}` is filled in there from the refusal's own parameters. */
export const refusalWords = (words: Words): Record<string, string> => ({
  unknown: words("refusals.unknown"), "input.invalid": words("refusals.input.invalid"),
  ...Object.fromEntries(modules.flatMap((name) => Object.entries(words.raw(`refusals.${name}`) as Record<string, string>).map(([code, text]) => [`${name}.${code}`, text]))),
});

/** Says a refusal in words. One that is not known says that it did not work, never its code. */
export const sayRefusal = (refusals: Readonly<Record<string, string>>, refusal: { readonly code: string }): string =>
  (refusals[refusal.code] ?? refusals["unknown"] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String((refusal as Record<string, unknown>)[name] ?? ""));

/** All words of the listing editor, ready: forms in the browser carry no dictionary. */
export const editorWords = (words: Words) => ({
  ...(words.raw("centre.editor") as Messages["centre"]["editor"]),
  colourNames: words.raw("catalog.colours") as Readonly<Record<string, string>>,
  materialNames: words.raw("catalog.materials") as Readonly<Record<string, string>>,
  invalid: words("fields.invalid"),
  refusals: refusalWords(words),
});

export type EditorWords = ReturnType<typeof editorWords>;
