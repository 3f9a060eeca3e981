import { describe, expect, it } from "vitest";
import { conditionsOf, fold, guessLanguage, stem, tokensOf, toTsquery, toTsvector, wordsOf } from "./tokens";

const finds = (question: string, text: string, language: string): boolean => {
  const tokens = new Set(tokensOf(text, language));
  return conditionsOf(question).every(({ token, isPrefix }) => (isPrefix ? [...tokens].some((t) => t.startsWith(token)) : tokens.has(token)));
};

describe("words are compared as people type them", () => {
  it("forgets accents, case, width and Arabic vowel signs", () => {
    expect(fold("CALÇADOS")).toBe("calcados");
    expect(fold("Größe")).toBe("grosse");
    expect(fold("ＡＢＣ１２")).toBe("abc12");
    expect(fold("أَحْمَر")).toBe(fold("احمر"));
    expect(fold("ёлка")).toBe("елка");
  });
  it("keeps Japanese voicing marks, which make another letter", () => {
    expect(fold("ガラス")).toBe("ガラス");
    expect(fold("が")).not.toBe(fold("か"));
  });
  it.each([["vestidos", "vestido"], ["shoes", "shoe"], ["cherries", "cherry"], ["kleider", "kleid"], ["schuhe", "schuh"], ["chaussures", "chaussure"], ["platos", "plato"], ["платья", "платье"], ["flores", "flor"], ["dresses", "dress"]])(
    "%s and %s meet", (many, single) => expect(stem(many)).toBe(stem(single)),
  );
  it("does not cut numbers and short words", () => {
    expect(stem("2000s")).toBe("2000s");
    expect(stem("bus")).toBe("bus");
  });
});

describe("a question finds a text", () => {
  it.each([
    ["vestido de linho", "Vestido midi de linho – com bolsos", "pt"],
    ["连衣裙", "新款女士纯棉连衣裙", "zh"],
    ["裙", "新款女士纯棉裙子", "zh"],
    ["ワンピース", "リネンのミディワンピース", "ja"],
    ["원피스", "린넨미디원피스 포켓", "ko"],
    ["فستان", "الفستان الكتاني بجيوب", "ar"],
    ["кроссовки", "Беговые кроссовки для женщин", "ru"],
    ["iphone 15", "Case for iPhone 15 Pro", "en"],
  ])("%s in %s", (question, text, language) => expect(finds(question, text, language)).toBe(true));
  it("and not another one", () => {
    expect(finds("vestido vermelho", "Vestido midi de linho", "pt")).toBe(false);
    expect(finds("运动鞋", "新款女士纯棉连衣裙", "zh")).toBe(false);
  });
  it("asks at most twelve things", () => expect(conditionsOf("a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12 m13 n14")).toHaveLength(12));
  it("asks nothing when there are no words", () => expect(conditionsOf("?!… 'ʼ' \\ &|")).toEqual(expect.not.arrayContaining([{ token: "&", isPrefix: false }])));
});

describe("the notation of PostgreSQL", () => {
  it("is quoted, whatever people write", () => {
    expect(toTsquery([{ token: "o'neill\\", isPrefix: false }, { token: "靴", isPrefix: true }])).toBe("'o''neill\\\\' & '靴':*");
  });
  it("weighs parts and counts places", () => {
    expect(toTsvector([[["linen", "dress"], "A"], [["dress"], "D"]])).toBe("'linen':1A 'dress':2A,3");
  });
});

describe("the language of a question", () => {
  it.each([["ワンピース 赤", "ja"], ["连衣裙", "zh"], ["원피스", "ko"], ["فستان", "ar"], ["платье", "ru"], ["vestido", null]])("%s is %s", (text, language) => expect(guessLanguage(text)).toBe(language));
  it("counts words of a text", () => expect(wordsOf("Linen dress, linen", "en")).toEqual(["linen", "dress", "linen"]));
});
