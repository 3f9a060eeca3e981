import type { Messages, Words } from "@/i18n/translator";

/** A whole branch of the messages, for forms in the browser. */
export const branchOf = <T>(words: Words, key: string): T => words.raw(key as never) as T;

const modules = ["access", "catalog", "customs", "listing", "media", "merchant", "order", "pricing"] as const;

/** The words of refusals as the browser needs them, by code; `{name}` is filled in there from the refusal's own parameters. */
export const refusalWords = (words: Words): Record<string, string> => ({
  unknown: words("refusals.unknown"), "input.invalid": words("refusals.input.invalid"),
  ...Object.fromEntries(modules.flatMap((name) => Object.entries(branchOf<Record<string, string>>(words, `refusals.${name}`)).map(([code, text]) => [`${name}.${code}`, text]))),
});

/** Says a refusal in words. One that is not known says that it did not work, never its code. */
export const sayRefusal = (refusals: Readonly<Record<string, string>>, refusal: { readonly code: string }): string =>
  (refusals[refusal.code] ?? refusals["unknown"] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String((refusal as Record<string, unknown>)[name] ?? ""));

/** All words of the listing editor, ready: forms in the browser carry no dictionary. */
export const editorWords = (words: Words) => ({
  ...branchOf<Messages["centre"]["editor"]>(words, "centre.editor"),
  colourNames: branchOf<Readonly<Record<string, string>>>(words, "catalog.colours"),
  materialNames: branchOf<Readonly<Record<string, string>>>(words, "catalog.materials"),
  invalid: words("fields.invalid"),
  refusals: refusalWords(words),
});

export type EditorWords = ReturnType<typeof editorWords>;
