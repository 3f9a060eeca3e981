import { describe, expect, test } from "vitest";
import { exportedNames, gaps, isServerActionFile, takeInventory } from "./inventory";
import { actionRows, pageRows, routeRows } from "./who-may";

const found = takeInventory();
const nothing = { withoutRow: [], withoutDoor: [] };

describe("every door has its row, and every row its door", () => {
  test("the inventory sees the shop: it did not look into an empty folder", () => {
    expect(found.actions.length).toBeGreaterThan(40);
    expect(found.routes).toContain("GET /api/me");
    expect(found.pages).toContain("/[storefront]/account");
  });
  test("server actions", () => expect(gaps(found.actions, Object.keys(actionRows))).toEqual(nothing));
  test("routes", () => expect(gaps(found.routes, Object.keys(routeRows))).toEqual(nothing));
  test("pages", () => expect(gaps(found.pages, Object.keys(pageRows))).toEqual(nothing));
  test("actions live in a module's actions.ts and nowhere else", () => expect(found.misplaced).toEqual([]));
});

describe("planted: the check sees what it is for", () => {
  test("a new action without a row, and a row whose action is gone", () => {
    const rows = Object.keys(actionRows);
    expect(gaps([...found.actions, "cart/emptyCartAction"], rows).withoutRow).toContain("cart/emptyCartAction");
    expect(gaps(found.actions.slice(1), rows).withoutDoor).toEqual([found.actions[0]]);
  });
  test("however an action is written and let out", () => {
    const text = `// Carts.\n"use server";\nexport const aAction = action({});\nconst b = 1;\nexport { b as bAction, type T };\nexport async function cAction() {}\nexport type U = 1;\nexport default async () => 1;\nexport * from "./more";`;
    expect(isServerActionFile(text)).toBe(true);
    expect(exportedNames("actions.ts", text)).toEqual(["aAction", "bAction", "cAction", "default", "*"]);
    expect(isServerActionFile(`const text = "use server";`)).toBe(false);
  });
  test("the methods of a route, also under another name", () => {
    expect(exportedNames("route.ts", `const door = async () => new Response();\nexport { door as GET, door as POST };`)).toEqual(["GET", "POST"]);
  });
});
