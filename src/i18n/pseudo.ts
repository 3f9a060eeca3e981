import en from "./messages/en.json";

const accents: Record<string, string> = {
  a: "á", b: "ƀ", c: "ç", d: "ð", e: "é", f: "ƒ", g: "ĝ", h: "ĥ", i: "í", j: "ĵ", k: "ķ", l: "ļ", m: "ɱ", n: "ñ", o: "ó", p: "þ", q: "ɋ",
  r: "ŕ", s: "š", t: "ţ", u: "ú", v: "ṽ", w: "ŵ", x: "ẋ", y: "ý", z: "ž",
  A: "Á", B: "Ɓ", C: "Ç", D: "Ð", E: "É", F: "Ƒ", G: "Ĝ", H: "Ĥ", I: "Í", J: "Ĵ", K: "Ķ", L: "Ļ", M: "Ṁ", N: "Ñ", O: "Ó", P: "Þ", Q: "Ɋ",
  R: "Ŕ", S: "Š", T: "Ţ", U: "Ú", V: "Ṽ", W: "Ŵ", X: "Ẋ", Y: "Ý", Z: "Ž",
};

/** Accents the letters outside braces and tags and adds a third, so that literals and narrow boxes show themselves. */
const stretch = (text: string): string => {
  let depth = 0;
  let isTag = false;
  let out = "";
  for (const character of text) {
    if (character === "{") depth += 1;
    if (character === "<") isTag = true;
    out += depth === 0 && !isTag ? (accents[character] ?? character) : character;
    if (character === "}") depth -= 1;
    if (character === ">") isTag = false;
  }
  return text.includes("{") && /plural|select/.test(text) ? out : `[${out}${"·".repeat(Math.ceil(text.length / 3))}]`;
};

const walk = (node: unknown): unknown =>
  typeof node === "string" ? stretch(node) : Object.fromEntries(Object.entries(node as object).map(([key, value]) => [key, walk(value)]));

const made = new Map<string, typeof en>();

/** English made strange for development: what stays plain on a page is not translated. */
export const pseudoMessages = (locale: string): typeof en => {
  let messages = made.get(locale);
  if (!messages) made.set(locale, (messages = walk(en) as typeof en));
  return messages;
};
