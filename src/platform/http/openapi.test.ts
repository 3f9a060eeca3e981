import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openApi } from "./openapi";
import { openApiPage } from "./openapi-page";
import { statusOf } from "./statuses";

const money = z.strictObject({ amount: z.string(), currency: z.string() }).meta({ id: "Money" });
const document = openApi({ title: "A <shop>", version: "1", description: "Read & buy" }, "https://shop.example", [{
  path: "/api/v1/things/{id}", id: "findThing", summary: "A thing", about: "With its price.",
  takes: z.strictObject({ id: z.string().describe("Of the thing."), storefront: z.string().max(5), sort: z.enum(["new", "old"]).optional() }),
  answers: z.strictObject({ price: money.nullable(), before: money }), refusals: ["input.invalid", "listing.not-found", "market.no-such-storefront"],
}]);

describe("the document of the public API", () => {
  it("says from the schema what an operation takes, and whether it stands in the path or the query", () => {
    expect(document.paths["/api/v1/things/{id}"]?.get?.parameters).toEqual([
      { name: "id", in: "path", required: true, description: "Of the thing.", schema: { type: "string" } },
      { name: "storefront", in: "query", required: true, description: "", schema: { type: "string", maxLength: 5 } },
      { name: "sort", in: "query", required: false, description: "", schema: { type: "string", enum: ["new", "old"] } },
    ]);
  });

  it("names shared parts once, and every reference leads to one", () => {
    expect(document.components.schemas["Money"]).toMatchObject({ type: "object", required: ["amount", "currency"] });
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((found) => found[1] ?? "");
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it("lists refusals under the status that they have", () => {
    expect(Object.keys(document.paths["/api/v1/things/{id}"]?.get?.responses ?? {})).toEqual(["200", "400", "404"]);
    expect([statusOf("input.invalid"), statusOf("access.too-many-tries"), statusOf("cart.full")]).toEqual([400, 429, 422]);
  });

  it("is a page that holds no script and no markup of its texts", () => {
    const page = openApiPage(document);
    expect(page).toContain("A &#60;shop&#62;");
    expect(page).not.toMatch(/<script|src=|https?:\/\/(?!shop)/);
    expect(page).toContain('href="#Money"');
  });
});
