import { expect, test } from "vitest";
import { firstStorefront } from "./first-visit";

const languages = ["en", "zh", "es", "pt", "fr", "de", "ja", "ko", "ru", "ar", "id"];
const visit = (acceptLanguage: string, more: { remembered?: string; country?: string } = {}) =>
  firstStorefront({ remembered: more.remembered ?? null, country: more.country ?? null, acceptLanguage, languages });

test("a Brazilian browser is led to the shop of Brazil in Portuguese", () => {
  expect(visit("pt-BR,pt;q=0.9,en;q=0.8")).toBe("pt-br");
});

test("language and country are chosen apart: English in Brazil, Arabic in Germany", () => {
  expect(visit("en-BR")).toBe("en-br");
  expect(visit("ar", { country: "DE" })).toBe("ar-de");
});

test("a language that is not spoken here falls to the next acceptable one, not silently to English first", () => {
  expect(visit("nl,fr;q=0.7", { country: "FR" })).toBe("fr-fr");
  expect(visit("sw")).toBe("en-us");
});

test("weights are respected", () => {
  expect(visit("de;q=0.3,ja;q=0.9")).toBe("ja-jp");
});

test("a remembered storefront wins, but only a real one", () => {
  expect(visit("pt-BR", { remembered: "zh-cn" })).toBe("zh-cn");
  for (const remembered of ["//evil.example", "xx-yy", "pt-zz", "../../x"]) expect(visit("pt-BR", { remembered })).toBe("pt-br");
});

test("hostile headers still lead to a shop", () => {
  for (const header of [",;,;", "q=1", "*", "a".repeat(10_000), "en;q=NaN"]) expect(visit(header)).toMatch(/^[a-z]{2}-[a-z]{2}$/);
});
