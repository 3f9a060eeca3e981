import { describe, expect, it } from "vitest";
import { chanceRule, clockRule, hundredRule, sharedPageRule, writingRule } from "./purity";
import { planted, treeOf } from "./source-tree";

describe("clock, chance, writing and money", () => {
  it("have one clock", () => {
    expect(clockRule(treeOf("src"))).toEqual([]);
  });
  it("catch a second clock, and let a given moment pass", () => {
    const tree = planted({ "src/modules/cart/cart.ts": "const a = Date.now();\nconst b = new Date();\nconst c = new Date(0);\nconst d = performance.now();", "src/platform/clock.ts": "const a = Date.now();" });
    expect(clockRule(tree)).toEqual(["src/modules/cart/cart.ts:1 reads a clock", "src/modules/cart/cart.ts:2 reads a clock", "src/modules/cart/cart.ts:4 reads a clock"]);
  });

  it("roll dice only where ids and secrets are made", () => {
    expect(chanceRule(treeOf("src"))).toEqual([]);
  });
  it("catch dice", () => {
    const tree = planted({ "src/modules/cart/cart.ts": "const a = Math.random();\nconst b = crypto.randomUUID();\nconst c = randomBytes(4);", "src/platform/auth/seal.ts": "const iv = randomBytes(12);" });
    expect(chanceRule(tree)).toHaveLength(3);
  });

  it("write numbers, days and names only in ui/format", () => {
    expect(writingRule(treeOf("src"))).toEqual([]);
  });
  it("catch a page that formats for itself, and let words be counted", () => {
    const tree = planted({ "src/app/page.tsx": 'const a = new Intl.NumberFormat("en");\nconst b = (1).toLocaleString();\nconst c = new Intl.Segmenter("ja");', "src/ui/format/words.ts": 'const a = new Intl.NumberFormat("en");' });
    expect(writingRule(tree)).toEqual(["src/app/page.tsx:1 writes for people itself: Intl.NumberFormat", "src/app/page.tsx:2 writes for people itself: toLocaleString"]);
  });

  it("never count money in hundreds", () => {
    expect(hundredRule(treeOf("src"))).toEqual([]);
  });
  it("catch money in hundreds, and let a percentage of a rating pass", () => {
    const tree = planted({ "src/modules/cart/cart.ts": "const a = price * 100;\nconst b = total.amount / 100n;\nconst c = (votes / all) * 100;\nconst d = 100 * unitPrice;" });
    expect(hundredRule(tree).map((each) => each.split(" ")[0])).toEqual(["src/modules/cart/cart.ts:1", "src/modules/cart/cart.ts:2", "src/modules/cart/cart.ts:4"]);
  });

  it("keep shared pages free of the person who looks", () => {
    expect(treeOf("src").filter(({ text }) => /dynamic = "force-static"/.test(text)).length).toBeGreaterThan(2);
    expect(sharedPageRule(treeOf("src"))).toEqual([]);
  });
  it("catch a shared page that reads a cookie or a query, or that no tag can expire", () => {
    const tree = planted({ "src/app/page.tsx": 'import { cookies } from "next/headers";\nexport const dynamic = "force-static";\nexport default async ({ searchParams }) => cookies();' });
    expect(sharedPageRule(tree)).toHaveLength(3);
  });
});
