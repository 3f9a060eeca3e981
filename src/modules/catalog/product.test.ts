import { expect, test } from "vitest";
import { isWhole, textOf, variantKey } from "./product";

test("a language in which nothing was written is no text", () => {
  expect(textOf({ language: "pt", title: "  ", description: "\n", keywords: ["linho"] })).toBeNull();
});

test("a text is tidied and has the address of its title", () => {
  expect(textOf({ language: "pt", title: " Vestido  de linho ", description: "Leve.\r\nFresco. ", keywords: ["verão", "verão ", ""] })).toEqual({
    language: "pt", title: "Vestido de linho", description: "Leve.\nFresco.", keywords: ["verão"], slug: "vestido-de-linho",
  });
});

test("a title alone is not enough to show", () => {
  expect(isWhole({ title: "Vestido", description: "" })).toBe(false);
  expect(isWhole({ title: "Vestido", description: "Leve." })).toBe(true);
});

test("the same label in two size systems is two sizes, and a system without a label is none", () => {
  const plain = { colour: null, sizeSystem: null, sizeLabel: null, capacity: null };
  expect(variantKey({ ...plain, sizeSystem: "EU", sizeLabel: "38" })).not.toBe(variantKey({ ...plain, sizeSystem: "US", sizeLabel: "38" }));
  expect(variantKey({ ...plain, sizeSystem: "EU" })).toBe(variantKey(plain));
});
