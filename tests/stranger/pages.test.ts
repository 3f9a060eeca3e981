import { asking, nextCache, nextHeaders, nextNavigation } from "./asking";
import type { ReactElement } from "react";
import { prerender } from "react-dom/static";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { changed, fingerprint } from "./fingerprint";
import { fileOf } from "./inventory";
import { pageRows, type PageRow } from "./who-may";
import { buildWorld, roles, type Role, type World } from "./world";

vi.mock("next/headers", () => nextHeaders);
vi.mock("next/cache", () => nextCache);
vi.mock("next/navigation", (actual) => nextNavigation(actual));

type Page = (props: { params: Promise<object>; searchParams: Promise<object> }) => Promise<ReactElement> | ReactElement;

let world: World;
beforeAll(async () => {
  world = await buildWorld();
}, 120_000);

type Seen = { readonly outcome: "shown" | "sign-in" | "elsewhere" | "not-found" | "not-allowed"; readonly html: string };

/** What `redirect` and `notFound` throw, read as what the visitor sees. */
const left = (error: unknown): Seen | null => {
  const digest = String((error as { digest?: unknown } | null)?.digest ?? "");
  if (digest.startsWith("NEXT_REDIRECT")) return { outcome: /;\/[^;]*\/sign-in\?next=%?2?F?\/?/.test(digest) ? "sign-in" : "elsewhere", html: "" };
  return digest.includes("404") || digest === "NEXT_NOT_FOUND" ? { outcome: "not-found", html: "" } : null;
};

/** Calls a page as somebody and draws it whole, with everything that its components read. */
const visit = (address: string, role: Role, row: PageRow, change: { params?: object; query?: object } = {}): Promise<Seen> =>
  asking(world.cookies[role], async () => {
    const page = ((await import(fileOf(address, "page"))) as { default: Page }).default;
    let failure: unknown;
    try {
      const element = await page({ params: Promise.resolve(change.params ?? row.params?.(world) ?? {}), searchParams: Promise.resolve(change.query ?? row.query ?? {}) });
      const type = element.type as { name?: string };
      const refusal = (element.props as { refusal?: { code: string } }).refusal;
      if (type.name === "TurnedAway" && refusal) return { outcome: refusal.code === "access.not-signed-in" ? "sign-in" : "not-allowed", html: "" };
      const { prelude } = await prerender(element, { onError: (error) => void (failure ??= error) });
      const html = await new Response(prelude).text();
      if (failure) return left(failure) ?? Promise.reject(failure instanceof Error ? failure : new Error(String(failure)));
      return { outcome: "shown", html };
    } catch (error) {
      const seen = left(error);
      if (!seen) throw error;
      return seen;
    }
  });

const rows = Object.entries(pageRows);

describe("each page shows each visitor what its row says, and nobody another's name", () => {
  test.each(rows)("%s", async (address, row) => {
    const before = await fingerprint();
    for (const role of roles) {
      const { outcome, html } = await visit(address, role, row);
      if (!row.may.includes(role)) expect([role, outcome]).toEqual([role, role === "nobody" || role === "ended" ? "sign-in" : (row.refused ?? "not-allowed")]);
      else if (row.isNowhere || (row.owner && row.owner !== role)) expect([role, outcome]).toEqual([role, row.others ?? "not-found"]);
      // Somebody signed in who comes to the sign-in page is sent on.
      else expect([role, outcome]).toEqual([role, address === "/[storefront]/sign-in" && role !== "nobody" && role !== "ended" ? "elsewhere" : "shown"]);
      if (role !== "admin") for (const [, name] of html.matchAll(/CANARY ([a-z-]+)/g)) expect([address, role, name]).toEqual([address, role, role]);
    }
    expect(changed(before, await fingerprint())).toEqual([]);
  }, 60_000);
});

// A NUL and half a letter never get here: the front gate turns the one away, an address cannot hold the other (routes.test.ts).
const vectors = ["\ufffd", "' or 1=1--", "../../etc/passwd", "-1", "NaN", "1e21", "9".repeat(400), "x".repeat(3000), "\u202e", "__proto__", "<script>alert(1)</script>"];

describe("no nonsense in an address makes a page fail, and none is written into it unescaped", () => {
  test.each(rows)("%s", async (address, row) => {
    const role = row.owner ?? (row.may.includes("shopper") ? "shopper" : "admin");
    const params = row.params?.(world) ?? {};
    const names = ["q", "next", "token", "cursor", "sort", "brand", "min", "max", "country", "page", "state", "key", "error", "new", "view", "delivery", "size", "colour", "origin"];
    for (const vector of vectors) {
      const query = Object.fromEntries(names.map((name) => [name, vector]));
      expect((await visit(address, role, row, { query })).html, vector).not.toContain("<script>alert(1)");
      await visit(address, role, row, { query: Object.fromEntries(names.map((name) => [name, [vector, vector]])) });
      for (const name of Object.keys(params)) expect((await visit(address, role, row, { params: { ...params, [name]: vector } })).outcome, `${name} ${vector}`).not.toBe("not-allowed");
    }
  }, 120_000);
});
