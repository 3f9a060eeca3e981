import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path";

describe("where a door leads", () => {
  it("leads to the page that asked, with its question", () => {
    for (const path of ["/pt-br/checkout", "/sell/listings?state=live", "/en-us/p/1-slug#reviews", "/en-us/search?q=%2F%2Fevil"]) expect(nextPath(path, "/x")).toBe(path);
  });
  it("never leads out of the shop", () => {
    const vectors = [
      "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example", "http:/evil.example",
      "/\t/evil.example", "\t//evil.example", "/\n/evil.example", " //evil.example", "javascript:alert(1)", "data:text/html,x", "evil.example",
      "//user@evil.example", "/./\\evil.example", "/..//evil.example", "/.//evil.example", "\u0000/x", "/\u00a0/evil.example", "", "?next=/", "#x",
    ];
    for (const vector of vectors) expect(nextPath(vector, "/safe"), JSON.stringify(vector)).toBe("/safe");
  });
  it("leads to no machine address and to nothing endless", () => {
    for (const path of ["/api/auth/signout", "/api", "/_next/static/x", `/${"a".repeat(600)}`]) expect(nextPath(path, "/safe")).toBe("/safe");
    expect(nextPath(null, "/safe")).toBe("/safe");
  });
});
