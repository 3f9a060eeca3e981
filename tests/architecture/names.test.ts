import { describe, expect, it } from "vitest";
import { exportRule, lengthRule, nameRule, wordRule } from "./names";
import { listFiles, planted, treeOf } from "./source-tree";

const code = () => listFiles("src", "scripts", "tools", "tests").filter((path) => /\.(ts|tsx|mjs|css)$/.test(path) && !path.includes("/generated/"));

describe("names and exports", () => {
  it("are kebab-case and say what a file is", () => {
    expect(code().length).toBeGreaterThan(350);
    expect(nameRule(code())).toEqual([]);
  });
  it("catch a name that is none", () => {
    expect(nameRule(["src/modules/cart/cartLine.ts", "src/modules/cart/price-utils.ts", "src/modules/cart/helpers/line.ts", "src/ui/index.ts", "src/modules/access/common-passwords.ts", "src/app/(shop)/[storefront]/p/[slug]/page.tsx", "src/app/api/v1/openapi.json/route.ts", "src/modules/cart/cart.test.ts"])).toEqual([
      "src/modules/cart/cartLine.ts is not kebab-case",
      "src/modules/cart/price-utils.ts is called after nothing",
      "src/modules/cart/helpers/line.ts is called after nothing",
      "src/ui/index.ts is a barrel",
    ]);
  });

  it("have no default exports outside Next's own files, and no barrels", () => {
    expect(exportRule([...treeOf("src"), ...treeOf("tools"), ...treeOf("prisma/seed")])).toEqual([]);
  });
  it("catch a default export and a barrel", () => {
    const tree = planted({
      "src/modules/cart/cart.ts": "export default 1;",
      "src/modules/cart/line.ts": "export default function line() {}",
      "src/ui/primitives.ts": 'export * from "./primitives/button";\nexport { a } from "./primitives/card";',
      "src/app/page.tsx": "export default function Page() {}",
    });
    expect(exportRule(tree)).toEqual(["src/modules/cart/cart.ts:1 exports a default", "src/modules/cart/line.ts:1 exports a default", 'src/ui/primitives.ts:1 hands on everything of "./primitives/button"']);
  });

  it("use the glossary's word for an idea", () => {
    expect(wordRule([...treeOf("src"), ...treeOf("prisma/seed")])).toEqual([]);
  });
  it("catch a seller and a customer", () => {
    expect(wordRule(planted({ "src/modules/cart/cart.ts": "type SellerOffer = 1;\nconst customerId = 2;\nconst customs = 3;\nconst merchant = 4;" }))).toEqual(["src/modules/cart/cart.ts:1 says SellerOffer", "src/modules/cart/cart.ts:2 says customerId"]);
  });

  it("keep files short", () => {
    expect(lengthRule(treeOf("src"))).toEqual([]);
  });
  it("catch a long file", () => {
    expect(lengthRule(planted({ "src/modules/cart/cart.ts": "const a = 1;\n".repeat(301) }))).toEqual(["src/modules/cart/cart.ts has 301 lines"]);
  });
});
