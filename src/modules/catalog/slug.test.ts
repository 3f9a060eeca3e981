import { expect, test } from "vitest";
import { slugOf } from "./slug";

test("a Portuguese title becomes a plain address without accents", () => {
  expect(slugOf("Vestido midi de linho – com bolsos, não amassa")).toBe("vestido-midi-de-linho-com-bolsos-nao-amassa");
});

test("a Chinese, Japanese, Korean, Arabic or Russian title keeps its own letters", () => {
  expect(slugOf("亚麻中长连衣裙｜带侧兜款")).toBe("亚麻中长连衣裙-带侧兜款");
  expect(slugOf("リネンミディワンピース")).toBe("リネンミディワンピース");
  expect(slugOf("린넨 미디 원피스")).toBe("린넨-미디-원피스");
  expect(slugOf("فستان كتان")).toBe("فستان-كتان");
  expect(slugOf("Льняное платье")).toBe("льняное-платье");
});

test("a title of signs only still has an address", () => {
  expect(slugOf("★★★")).toBe("item");
});

test("a long title is cut without a hanging hyphen", () => {
  const slug = slugOf("word ".repeat(40));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug).not.toMatch(/-$/);
});
