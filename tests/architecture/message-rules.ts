import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";

export type Words = { readonly [key: string]: string | Words };
type Shape = { readonly args: ReadonlySet<string>; readonly plurals: readonly { readonly name: string; readonly ordinal: boolean; readonly options: readonly string[] }[] };

/** The texts of nested messages by their whole key. */
export const textsOf = (words: Words, before = ""): Map<string, string> =>
  new Map(Object.entries(words).flatMap(([key, value]) => (typeof value === "string" ? [[before + key, value] as const] : [...textsOf(value, `${before}${key}.`)])));

const kinds: Partial<Record<TYPE, string>> = { [TYPE.argument]: "text", [TYPE.number]: "number", [TYPE.date]: "date", [TYPE.time]: "time", [TYPE.select]: "select", [TYPE.plural]: "number", [TYPE.tag]: "tag" };

const shapeOf = (text: string): Shape => {
  const args = new Set<string>();
  const plurals: Shape["plurals"][number][] = [];
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const each of elements) {
      // A number may be shown plainly in one language and counted in another: both are the same argument.
      const kind = kinds[each.type];
      if (kind && "value" in each) args.add(kind === "tag" || kind === "select" ? `${each.value} (${kind})` : each.value);
      if (each.type === TYPE.plural) plurals.push({ name: each.value, ordinal: each.pluralType === "ordinal", options: Object.keys(each.options) });
      if (each.type === TYPE.plural || each.type === TYPE.select) Object.values(each.options).forEach(({ value }) => visit(value));
      if (each.type === TYPE.tag) visit(each.children);
    }
  };
  visit(parse(text));
  return { args, plurals };
};

const pluralFaults = (language: string, { plurals }: Shape): string[] =>
  plurals.flatMap(({ name, ordinal, options }) => {
    const wanted = new Intl.PluralRules(language, { type: ordinal ? "ordinal" : "cardinal" }).resolvedOptions().pluralCategories;
    const missing = wanted.filter((category) => !options.includes(category));
    const idle = options.filter((option) => !option.startsWith("=") && !(wanted as string[]).includes(option));
    return [...(missing.length > 0 ? [`{${name}} lacks ${missing.join(", ")}`] : []), ...(idle.length > 0 ? [`{${name}} has ${idle.join(", ")}, which this language never uses`] : [])];
  });

// A sentence that reads the same in two languages was left in English. A word or two may well be the same (Total, E-mail, Status).
const isSentence = (text: string): boolean => text.replace(/\{[^}]*\}/g, "").split(/\s+/).filter((word) => /\p{L}{2,}/u.test(word)).length >= 4;

/** What is wrong with the words of a language, measured by English: keys, arguments, plural categories, sentences left in English. */
export const messageFaults = (language: string, words: Words, english: Words): string[] => {
  const source = textsOf(english);
  const texts = textsOf(words);
  const faults: string[] = [];
  const say = (key: string, fault: string) => void faults.push(`src/i18n/messages/${language}.json ${key}: ${fault}`);
  for (const key of source.keys()) if (!texts.has(key)) say(key, "is missing");
  for (const [key, text] of texts) {
    const original = source.get(key);
    if (original === undefined) {
      say(key, "is not in English");
      continue;
    }
    if (text.trim() === "") say(key, "is empty");
    let shape: Shape;
    try {
      shape = shapeOf(text);
    } catch (error) {
      say(key, `cannot be read (${error instanceof Error ? error.message : "?"})`);
      continue;
    }
    const wanted = shapeOf(original).args;
    const lost = [...wanted].filter((arg) => !shape.args.has(arg));
    const invented = [...shape.args].filter((arg) => !wanted.has(arg));
    if (lost.length > 0) say(key, `lost ${lost.join(", ")}`);
    if (invented.length > 0) say(key, `invents ${invented.join(", ")}`);
    pluralFaults(language, shape).forEach((fault) => say(key, fault));
    if (language !== "en" && text === original && isSentence(text)) say(key, "was left in English");
  }
  return faults;
};
