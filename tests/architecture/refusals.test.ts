import { describe, expect, it } from "vitest";
import en from "@/i18n/messages/en.json";
import { codesWithStatus } from "@/platform/http/statuses";
import { refusalCodes, refusalRule } from "./refusals";
import { planted, treeOf } from "./source-tree";

describe("refusals", () => {
  it("all have words, and no words are left without a refusal", () => {
    expect(refusalCodes(treeOf("src")).size).toBeGreaterThan(60);
    expect(refusalRule(treeOf("src"), en.refusals)).toEqual([]);
  });

  it("have an HTTP status only where somebody refuses with them", () => {
    const codes = refusalCodes(treeOf("src"));
    expect(codesWithStatus.length).toBeGreaterThan(5);
    expect(codesWithStatus.filter((code) => !codes.has(code))).toEqual([]);
  });

  it("catch a code without words, also one that only a type or a reason names, and words without a code", () => {
    const tree = planted({
      "src/modules/cart/cart.ts": 'export type Full = { readonly code: "cart.full" | "cart.heavy" };\nexport type NoReason = "cart.closed";\nconst a = refuse({ code: isOld ? "cart.old" : "cart.empty" });\nconst country = { code: "BR" };',
      "src/modules/cart/cart.test.ts": 'const a = refuse({ code: "cart.only-in-a-test" });',
    });
    expect(refusalRule(tree, { unknown: "?", cart: { full: "Full.", empty: "Empty.", gone: "Gone." } })).toEqual([
      "src/modules/cart/cart.ts:1 refuses with cart.heavy, which has no words",
      "src/modules/cart/cart.ts:2 refuses with cart.closed, which has no words",
      "src/modules/cart/cart.ts:3 refuses with cart.old, which has no words",
      "refusals.cart.gone has words, and nobody refuses with it",
    ]);
  });
});
