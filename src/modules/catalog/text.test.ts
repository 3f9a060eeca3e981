import { expect, test } from "vitest";
import { textFor } from "./text";

const texts = [{ language: "pt" }, { language: "es" }, { language: "en" }];

test("a reader is shown their own language", () => {
  expect(textFor(texts, "es")).toEqual({ language: "es" });
});

test("a reader without a text of their own is shown English, and without English the first by code, whatever the order of rows", () => {
  expect(textFor(texts, "ja")?.language).toBe("en");
  expect(textFor([{ language: "pt" }, { language: "es" }], "ja")?.language).toBe("es");
  expect(textFor([{ language: "es" }, { language: "pt" }], "ja")?.language).toBe("es");
});

test("where nobody wrote anything there is nothing to show", () => {
  expect(textFor([], "en")).toBeNull();
});
