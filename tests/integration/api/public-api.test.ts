import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as docs } from "@/app/api/v1/docs/route";
import { GET as listing } from "@/app/api/v1/listings/[id]/route";
import { GET as markets } from "@/app/api/v1/markets/route";
import { GET as openapi } from "@/app/api/v1/openapi.json/route";
import { listingDoor } from "@/app/api/v1/resources/listings";
import { marketsDoor } from "@/app/api/v1/resources/markets";
import { searchDoor } from "@/app/api/v1/resources/search";
import { sizesDoor } from "@/app/api/v1/resources/sizes";
import { GET as search } from "@/app/api/v1/search/route";
import { GET as sizes } from "@/app/api/v1/sizes/route";
import { GET as health } from "@/app/api/health/route";
import { indexListings } from "@/modules/discovery/commands/index-listings";
import { readRateCards } from "@/modules/logistics/rate-card";
import { insertRows, readData } from "../../../prisma/seed/bulk";
import { readSeededRules } from "../../../prisma/seed/rules";
import { addGoods, addMerchant, openShop } from "../discovery/shop";

let client = 0;
// Each call from an address of its own, so that no test uses up another's tries.
const ask = async (get: (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>, query: string, params: Record<string, string> = {}, from = `203.0.113.${(client += 1) % 250}`) => {
  const response = await get(new Request(`http://127.0.0.1/api/v1/x${query}`, { headers: { "x-client-address": from } }), { params: Promise.resolve(params) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as { refusal?: { code: string; fields?: Record<string, string> } } & Record<string, unknown> };
};

beforeAll(async () => {
  await openShop();
  await insertRows("trade_rule", readSeededRules());
  await insertRows("carrier_service", readRateCards(readData("data", "services.json")));
  await addMerchant("maker");
  await addGoods([
    { number: 1, titles: { en: "Linen dress", pt: "Vestido de linho" }, colour: "navy", size: ["EU", "38"], price: 4000 },
    { number: 2, titles: { en: "Linen dress from Shenzhen" }, stock: [["origin", "CN", 5]] },
    { number: 3, titles: { en: "Withdrawn linen dress" }, state: "withdrawn" },
  ]);
  await indexListings("all");
});

describe("the public API", () => {
  it("answers with the markets and their storefronts as its schema says", async () => {
    const { status, body, headers } = await ask(markets, "");
    expect(status).toBe(200);
    const told = marketsDoor.answers.parse(body);
    expect(told.markets.find(({ code }) => code === "BR")).toMatchObject({ currency: "BRL", storefronts: expect.arrayContaining(["pt-br", "ar-br"]) });
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  it("finds a listing in Portuguese with its price in reais, in minor units as text", async () => {
    const { status, body } = await ask(search, `?storefront=pt-br&q=${encodeURIComponent("vestido")}`);
    expect(status).toBe(200);
    const [first] = searchDoor.answers.parse(body).items;
    expect(first).toMatchObject({ number: 1, title: "Vestido de linho", language: "pt", price: { amount: expect.stringMatching(/^\d+$/), currency: "BRL" }, refusal: null });
  });

  it("says of what it finds why it cannot be bought here", async () => {
    const { body } = await ask(search, "?storefront=zh-cn&q=Shenzhen");
    expect(searchDoor.answers.parse(body).items.find(({ number }) => number === 2)?.refusal?.code).toBe("market.stock-for-abroad");
  });

  it("tells what an American dress size is in China, for which bodies, from where and how surely", async () => {
    const { status, body } = await ask(sizes, "?garment=women-dress&system=US&label=8&to=CN");
    expect(status).toBe(200);
    expect(sizesDoor.answers.parse(body)).toMatchObject({ label: "170/92A", body: { bust: { minMm: 908, maxMm: 934 } }, source: expect.stringContaining("ASTM"), confidence: "medium" });
  });

  it("tells what a listing costs at the door, part by part", async () => {
    const { status, body } = await ask(listing, "?storefront=pt-br", { id: "1" });
    expect(status).toBe(200);
    const told = listingDoor.answers.parse(body);
    const [way] = told.doors[told.offers[0]?.door ?? 0]?.ways ?? [];
    if (!way) throw new Error("no way to the door");
    const sum = [way.goods, way.delivery, ...way.charges.map(({ amount }) => amount)].reduce((all, { amount }) => all + BigInt(amount), 0n);
    expect(BigInt(way.total.amount)).toBe(sum);
    expect(way.total.currency).toBe("BRL");
  });

  it.each([
    ["a listing that nobody made", listing, "?storefront=pt-br", { id: "999" }, 404, "listing.not-found"],
    ["a well-formed id that nobody has", listing, "?storefront=pt-br", { id: "lst_01m46c6x4b5abe8fhg7hbqfry9" }, 404, "listing.not-found"],
    ["a number beyond any", listing, "?storefront=pt-br", { id: "9999999999" }, 404, "listing.not-found"],
    ["a listing that was withdrawn", listing, "?storefront=pt-br", { id: "3" }, 404, "listing.not-found"],
    ["a storefront of no language", listing, "?storefront=xx-br", { id: "1" }, 404, "market.no-such-storefront"],
    ["a storefront of no market", search, "?storefront=pt-zz&q=a", {}, 404, "market.no-such-storefront"],
    ["an id that is none", listing, "?storefront=pt-br", { id: "1;drop" }, 400, "input.invalid"],
    ["an id of something else", listing, "?storefront=pt-br", { id: "ofr_01m46c6x4b5abe8fhg7hbqfry9" }, 400, "input.invalid"],
    ["a garment that nobody wears", sizes, "?garment=toga&system=US&label=8&to=CN", {}, 404, "sizing.no-such-garment"],
    ["a property of every object for a garment", sizes, "?garment=constructor&system=US&label=8&to=CN", {}, 404, "sizing.no-such-garment"],
    ["a size system of nowhere", sizes, "?garment=ring&system=MARS&label=8&to=US", {}, 404, "sizing.no-such-system"],
    ["a size system that names no waist", sizes, "?garment=women-skirt&system=US&label=8&to=BR", {}, 404, "sizing.no-such-system"],
    ["a size that nobody prints", sizes, "?garment=women-dress&system=US&label=-8&to=CN", {}, 404, "sizing.no-such-label"],
    ["a body that the other country has no label for", sizes, "?garment=women-dress&system=INT&label=5XL&to=KR", {}, 422, "sizing.out-of-table"],
    ["a size without a system", sizes, "?garment=ring&label=8&to=US", {}, 400, "input.invalid"],
    ["no question", search, "?storefront=pt-br", {}, 400, "input.invalid"],
    ["an empty question", search, "?storefront=pt-br&q=%20", {}, 400, "input.invalid"],
    ["a question with a zero byte", search, "?storefront=pt-br&q=a%00", {}, 400, "input.invalid"],
    ["a question that is too long", search, `?storefront=pt-br&q=${"a".repeat(121)}`, {}, 400, "input.invalid"],
    ["two questions", search, "?storefront=pt-br&q=a&q=b", {}, 400, "input.invalid"],
    ["a name that nobody knows", search, "?storefront=pt-br&q=a&__proto__=1", {}, 400, "input.invalid"],
    ["a cursor of nowhere", search, "?storefront=pt-br&q=a&cursor=zzzzzzzzzzzzz~zzzzzzzzzzzzz", {}, 400, "input.invalid"],
    ["a storefront in capitals", search, "?storefront=PT-BR&q=a", {}, 400, "input.invalid"],
    ["anything asked of the markets", markets, "?limit=5", {}, 400, "input.invalid"],
  ] as const)("refuses %s", async (_, get, query, params, status, code) => {
    const answer = await ask(get, query, params);
    expect({ status: answer.status, code: answer.body.refusal?.code }).toEqual({ status, code });
    if (code === "input.invalid") expect(Object.keys(answer.body.refusal?.fields ?? {}).length).toBeGreaterThan(0);
  });

  it("asks whoever asks too often to wait, and nobody else", async () => {
    const answers: number[] = [];
    for (let i = 0; i < 260; i += 1) answers.push((await ask(markets, "", {}, "198.51.100.7")).status);
    expect(answers[0]).toBe(200);
    expect(answers.at(-1)).toBe(429);
    const refused = await ask(markets, "", {}, "198.51.100.7");
    expect(refused.body.refusal?.code).toBe("access.too-many-tries");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask(markets, "", {}, "198.51.100.8")).status).toBe(200);
  });

  it("is described whole: every route of v1 stands in the document, and on the page", async () => {
    const routes = readdirSync(new URL("../../../src/app/api/v1/", import.meta.url), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("route.ts")).map((path) => `/api/v1/${path.replace("/route.ts", "").replaceAll("[", "{").replaceAll("]", "}")}`).filter((path) => !/\/(docs|openapi\.json)$/.test(path));
    const document = (await openapi().json()) as { paths: Record<string, unknown> };
    expect(routes.length).toBeGreaterThan(2);
    expect(Object.keys(document.paths).sort()).toEqual(routes.sort());
    const page = await docs().text();
    for (const path of routes) expect(page).toMatch(new RegExp(`(GET|POST) ${path.replace(/[{}]/g, "\\$&")}<`));
  });
});

describe("the health of the shop", () => {
  it("is degraded while no worker keeps the queue, and up to serve", async () => {
    const response = await health();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "degraded", database: "up", queue: "down" });
  });
});
