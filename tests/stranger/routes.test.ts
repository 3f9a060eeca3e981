import { asking, nextCache, nextHeaders, passesGate } from "./asking";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { changed, fingerprint } from "./fingerprint";
import { fileOf } from "./inventory";
import { routeRows, type RouteRow } from "./who-may";
import { buildWorld, roles, type Role, type World } from "./world";

vi.mock("next/headers", () => nextHeaders);
vi.mock("next/cache", () => nextCache);

type Handler = (request: Request, context: { params: Promise<Readonly<Record<string, string | string[]>>> }) => Promise<Response>;

let world: World;
beforeAll(async () => {
  world = await buildWorld();
}, 120_000);

const ask = async (door: string, role: Role, { url, params = {}, body, headers = {} }: ReturnType<RouteRow["ask"]>): Promise<{ status: number; text: string; location: string | null; cache: string | null }> => {
  const [method = "", address = ""] = door.split(" ");
  const handler = ((await import(fileOf(address, "route"))) as Record<string, Handler>)[method];
  if (!handler) throw new Error(`no ${door}`);
  const request = new Request(`http://shop.test${url}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const answer = await asking(world.cookies[role], () => handler(request, { params: Promise.resolve(params) }));
  return { status: answer.status, text: await answer.text(), location: answer.headers.get("location"), cache: answer.headers.get("cache-control") };
};

const rows = Object.entries(routeRows).filter(([, row]) => row.elsewhere === undefined);

describe("each route answers each caller as its row says, shows nobody another's name, and changes nothing for a stranger", () => {
  test.each(rows)("%s", async (door, { answers, ask: sample }) => {
    const before = await fingerprint();
    for (const role of roles) {
      const { status, text, location, cache } = await ask(door, role, sample(world));
      expect([role, status]).toEqual([role, answers[role] ?? answers.rest]);
      for (const [, name] of text.matchAll(/CANARY ([a-z-]+)/g)) expect([door, name]).toEqual([door, role]);
      if (location !== null) expect(location, "an address of this shop").toMatch(/^\/(?![/\\])/);
      // What is a person's own is kept by no cache between.
      if (/CANARY/.test(text)) expect(cache).toContain("no-store");
    }
    expect(changed(before, await fingerprint()).filter((table) => table !== "cart")).toEqual([]);
  });
});

// Control characters, halves of letters, operators and endless text, as they come in an address.
const vectors = ["%00", "%ED%A0%80", "%F0%9F", "'%20or%201=1--", "../../etc/passwd", "%7B%22not%22:%22%22%7D", "-1", "NaN", "1e21", "9".repeat(400), "x".repeat(3000), "%E2%80%AE", "__proto__", "[object Object]"];
const decoded = (vector: string): string => {
  try {
    return decodeURIComponent(vector);
  } catch {
    return vector;
  }
};

describe("no nonsense in an address makes a route fail", () => {
  test("the front gate turns away what no database can be asked for, and nothing else of it", () => {
    expect(vectors.filter((vector) => !passesGate(`/en-jp/search?q=${vector}`))).toEqual(["%00"]);
    expect(vectors.filter((vector) => !passesGate(`/${vector}`))).toEqual(["%00", "%ED%A0%80", "%F0%9F"]);
  });
  test.each(rows.filter(([door]) => door.startsWith("GET ")))("%s", async (door, { ask: sample }) => {
    const good = sample(world);
    for (const vector of vectors) {
      const spoiledQuery = good.url.replace(/=[^&]*/g, `=${vector}`);
      const spoiledParams = Object.fromEntries(Object.keys(good.params ?? {}).map((name) => [name, decoded(vector)]));
      for (const role of ["nobody", "merchant"] as const) {
        if (passesGate(spoiledQuery)) expect((await ask(door, role, { ...good, url: spoiledQuery })).status, `${door} ?${vector}`).toBeLessThan(500);
        if (good.params && passesGate(`/${vector}`)) expect((await ask(door, role, { ...good, params: spoiledParams })).status, `${door} ${vector}`).toBeLessThan(500);
      }
    }
  });
});
