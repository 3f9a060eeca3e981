import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hsLabel, searchHs, suggestHs, type HsCode } from "./hs";

const codes: HsCode[] = [
  { code: "610910", labels: { en: "T-shirts, cotton, knitted", pt: "Camisetas de algodão, malha", zh: "棉制针织T恤" }, categories: ["aa-1-13-8"] },
  { code: "620520", labels: { en: "Men's shirts, cotton, woven", pt: "Camisas masculinas de algodão" }, categories: ["aa-1-13"] },
  { code: "640399", labels: { en: "Shoes with leather uppers", de: "Schuhe mit Lederoberteil" }, categories: [] },
];
const found = (words: string) => searchHs(words, codes).map((code) => code.code);

describe("finding an HS code in words", () => {
  it("looks in every language, without accents and case", () => {
    expect(found("camisetas algodao")[0]).toBe("610910");
    expect(found("SCHUHE")).toEqual(["640399"]);
    expect(found("棉制")).toEqual(["610910"]);
  });
  it("puts codes first that hold more of the words, and reads digits as the beginning of a code", () => {
    expect(found("cotton shirts men")[0]).toBe("620520");
    expect(found("6403")).toEqual(["640399"]);
  });
  it("finds nothing rather than something", () => {
    expect(found("submarine")).toEqual([]);
    expect(found("   ")).toEqual([]);
    expect(found("*.*(")).toEqual([]);
  });
  it("suggests from the category, the nearest ancestor first", () => {
    expect(suggestHs(["aa", "aa-1", "aa-1-13", "aa-1-13-8"], codes).map((c) => c.code)).toEqual(["610910"]);
    expect(suggestHs(["aa", "aa-1", "aa-1-13", "aa-1-13-9"], codes).map((c) => c.code)).toEqual(["620520"]);
    expect(suggestHs(["el"], codes)).toEqual([]);
  });
  it("falls back on the category's name where no ancestor has a code, and on nothing where that says nothing", () => {
    expect(suggestHs(["ap", "ap-1"], codes, "Leather Shoes").map((c) => c.code)).toEqual(["640399"]);
    expect(suggestHs(["ap", "ap-1"], codes, "Submarines")).toEqual([]);
    expect(suggestHs(["aa", "aa-1-13"], codes, "Leather Shoes").map((c) => c.code)).toEqual(["620520"]);
  });
  it("says in which language a label is", () => {
    expect(hsLabel(codes[0]!, "zh")).toEqual({ text: "棉制针织T恤", language: "zh" });
    expect(hsLabel(codes[2]!, "ja")).toEqual({ text: "Shoes with leather uppers", language: "en" });
  });
});

describe("the seeded codes", () => {
  const seeded = JSON.parse(readFileSync(new URL("../../../prisma/seed/data/hs-codes.json", import.meta.url), "utf8")) as HsCode[];
  it("are at least 300 different six-digit codes with an English label, 150 of them in seven languages", () => {
    expect(new Set(seeded.map((code) => code.code)).size).toBe(seeded.length);
    expect(seeded.length).toBeGreaterThanOrEqual(300);
    for (const code of seeded) {
      expect(code.code).toMatch(/^\d{6}$/);
      expect(code.labels.en?.length ?? 0, code.code).toBeGreaterThan(2);
    }
    expect(seeded.filter((code) => ["zh", "es", "pt", "fr", "de", "ja"].every((language) => code.labels[language])).length).toBeGreaterThanOrEqual(150);
  });
  it("are found by what a merchant would type", () => {
    const first = (words: string) => searchHs(words, seeded, 5).map((code) => code.code);
    expect(first("leather shoes")).toContain("640399");
    expect(first("蓝牙耳机")).toContain("851830");
    expect(first("café torrado")).toContain("090121");
    expect(first("cherries")).toContain("080929");
  });
});
