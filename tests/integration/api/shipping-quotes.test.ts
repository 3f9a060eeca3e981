import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/shipping-quotes/route";
import { shippingQuotesDoor } from "@/app/api/v1/resources/shipping-quotes";
import { readRateCards } from "@/modules/logistics/rate-card";
import { insertRows, readData } from "../../../prisma/seed/bulk";
import { openShop } from "../discovery/shop";

let client = 0;
const ask = async (body: unknown) => {
  const response = await POST(new Request("http://127.0.0.1/api/v1/shipping-quotes", { method: "POST", headers: { "x-client-address": `203.0.113.${(client += 1) % 250}` }, body: typeof body === "string" ? body : JSON.stringify(body) }));
  return { status: response.status, body: (await response.json()) as { refusal?: { code: string; field?: string; fields?: Record<string, string> } | null } };
};
const cherries = {
  from: { country: "US", postcode: "98801" }, to: { country: "CN", region: "SH", postcode: "200000" },
  items: [{ quantity: 1, weightGrams: 2000, sizeMm: [300, 200, 150], flags: ["perishable"], value: { amount: "4500", currency: "USD" } }], at: "2026-06-20T18:00:00Z",
};
const shirts = (more: object = {}) => ({ from: { country: "CN" }, to: { country: "ES", postcode: "28001" }, items: [{ quantity: 1, weightGrams: 400, sizeMm: [300, 220, 40], flags: [] }], at: "2026-11-23T03:00:00Z", ...more });

beforeAll(async () => {
  await openShop();
  await insertRows("carrier_service", readRateCards(readData("data", "services.json")));
});

describe("POST /api/v1/shipping-quotes", () => {
  it("sends cherries to Shanghai by the cold chains only, with parcels, a price that its lines add up to, and a window that is sure", async () => {
    const { status, body } = await ask(cherries);
    expect(status).toBe(200);
    const { services, refusal } = shippingQuotesDoor.answers.parse(body);
    expect(refusal).toBeNull();
    expect(services.map(({ mode }) => mode)).toEqual(["cold-chain", "cold-chain"]);
    for (const service of services) {
      const sum = (lines: readonly { amount: { amount: string } }[]) => lines.reduce((all, { amount }) => all + BigInt(amount.amount), 0n);
      expect(sum(service.lines)).toBe(BigInt(service.price.amount));
      expect(service.parcels.flatMap(({ contents }) => contents)).toEqual([{ item: 0, quantity: 1 }]);
      expect(service.window.earliest <= service.window.latest).toBe(true);
      expect(service.window.confidence).toBeGreaterThanOrEqual(90);
    }
    expect(services[0]).toMatchObject({ name: "Cold chain express", incoterm: "DDP", window: { handOver: "2026-06-23" } });
  });

  it("asks more for the Canaries than for Madrid, and names the line", async () => {
    const price = async (postcode: string) => shippingQuotesDoor.answers.parse((await ask(shirts({ to: { country: "ES", postcode } }))).body).services.find(({ mode }) => mode === "line-haul");
    const [madrid, canaries] = [await price("28001"), await price("35001")];
    expect(madrid?.lines.map(({ kind }) => kind)).toEqual(["base", "fuel", "peak-season"]);
    expect(canaries?.lines.map(({ kind }) => kind)).toEqual(["base", "fuel", "peak-season", "remote-area"]);
    expect(BigInt(canaries?.price.amount ?? "0") - BigInt(madrid?.price.amount ?? "0")).toBe(600n);
  });

  it("splits a hundred shirts over as many parcels as each service needs, and loses none", async () => {
    const { services } = shippingQuotesDoor.answers.parse((await ask(shirts({ items: [{ quantity: 100, weightGrams: 400, sizeMm: [300, 220, 40], flags: [] }] }))).body);
    expect(new Set(services.map(({ parcels }) => parcels.length)).size).toBeGreaterThan(1);
    for (const { parcels } of services) expect(parcels.flatMap(({ contents }) => contents).reduce((all, { quantity }) => all + quantity, 0)).toBe(100);
  });

  it.each([
    ["what is too heavy for every service", shirts({ items: [{ quantity: 1, weightGrams: 900_000, sizeMm: [900, 900, 900] }] }), "logistics.too-heavy"],
    ["wood that may need a CITES paper", shirts({ items: [{ quantity: 1, weightGrams: 900, sizeMm: [90, 90, 90], flags: ["cites-risk"] }] }), "logistics.not-by-this-service"],
    ["cherries that are bad before they arrive", { ...cherries, items: [{ ...cherries.items[0], bestBefore: "2026-06-22" }] }, "logistics.past-best-before"],
    ["cherries to Lhasa", { ...cherries, to: { country: "CN", postcode: "850000" } }, "logistics.not-to-this-postcode"],
  ])("answers why there is no service for %s", async (_, body, code) => {
    const answer = await ask(body);
    expect({ status: answer.status, code: answer.body.refusal?.code }).toEqual({ status: 200, code });
  });

  it.each([
    ["no JSON", "{", 400, "input.invalid", "form"],
    ["a list", "[]", 400, "input.invalid", "form"],
    ["nothing", {}, 400, "input.invalid", "from"],
    ["no items", shirts({ items: [] }), 400, "input.invalid", "items"],
    ["a country in small letters", shirts({ to: { country: "es" } }), 400, "input.invalid", "to.country"],
    ["a weight of nothing", shirts({ items: [{ quantity: 1, weightGrams: 0, sizeMm: [1, 1, 1] }] }), 400, "input.invalid", "items.0.weightGrams"],
    ["two sides", shirts({ items: [{ quantity: 1, weightGrams: 1, sizeMm: [1, 1] }] }), 400, "input.invalid", "items.0.sizeMm"],
    ["half a piece", shirts({ items: [{ quantity: 0.5, weightGrams: 1, sizeMm: [1, 1, 1] }] }), 400, "input.invalid", "items.0.quantity"],
    ["a flag that nobody knows", shirts({ items: [{ quantity: 1, weightGrams: 1, sizeMm: [1, 1, 1], flags: ["magic"] }] }), 400, "input.invalid", "items.0.flags.0"],
    ["a negative value", shirts({ items: [{ quantity: 1, weightGrams: 1, sizeMm: [1, 1, 1], value: { amount: "-1", currency: "EUR" } }] }), 400, "input.invalid", "items.0.value.amount"],
    ["a day that is none", shirts({ at: "2026-13-45T00:00:00Z" }), 400, "input.invalid", "at"],
    ["a name that nobody knows", shirts({ cheap: true }), 400, "input.invalid", "cheap"],
  ])("refuses %s", async (_, body, status, code, field) => {
    const answer = await ask(body);
    expect({ status: answer.status, code: answer.body.refusal?.code }).toEqual({ status, code });
    expect(Object.keys(answer.body.refusal?.fields ?? {})).toContain(field);
  });

  it("refuses a country that is none, and one that nothing is sent to", async () => {
    expect(await ask(shirts({ to: { country: "ZZ" } }))).toEqual({ status: 422, body: { refusal: { code: "logistics.no-such-country", field: "to.country" } } });
    const north = await ask(shirts({ to: { country: "KP" } }));
    expect([north.status, north.body.refusal?.code]).toEqual([422, "market.no-delivery"]);
  });
});
