import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { POST as landedCost } from "@/app/api/v1/landed-cost/route";
import { landedCostDoor } from "@/app/api/v1/resources/landed-cost";
import { rulesDoor } from "@/app/api/v1/resources/rules";
import { GET as rules } from "@/app/api/v1/rules/route";
import { forgetRules } from "@/modules/customs/queries";
import { database } from "@/platform/db";
import { insertRows } from "../../../prisma/seed/bulk";
import { readSeededRules } from "../../../prisma/seed/rules";
import { openShop } from "../discovery/shop";

beforeAll(async () => {
  await openShop();
  await insertRows("trade_rule", readSeededRules());
});

let client = 0;
// Each call from an address of its own, so that no test uses up another's tries.
const from = () => ({ "x-client-address": `203.0.113.${(client += 1) % 250}`, "content-type": "application/json" });
const answerOf = async (response: Response) => ({ status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> & { refusal?: { code: string; field?: string; fields?: Record<string, string> } } });
const post = async (body: unknown) => answerOf(await landedCost(new Request("http://127.0.0.1/api/v1/landed-cost", { method: "POST", headers: from(), body: typeof body === "string" ? body : JSON.stringify(body) })));
const list = async (query: string) => answerOf(await rules(new Request(`http://127.0.0.1/api/v1/rules?${query}`, { headers: from() })));

const minor = (amount: number | string, currency: string) => ({ amount: String(amount), currency });
const item = (hs: string, quantity: number, unitPrice: object, more: object = {}) => ({ hs, origin: "CN", quantity, unitPrice, weightGrams: 200, ...more });
const shirt = "610910", watch = "910212", bag = "420222", lamp = "940521", cream = "330499";
const question = (market: string, currency: string, items: readonly object[], more: object = {}) => ({
  market, region: null, date: "2026-11-23", shipFrom: "CN", transport: "courier", mode: "cross-border", currency, items, freight: minor(0, currency), insurance: null,
  buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null }, ...more,
});
type Told = z.output<typeof landedCostDoor.answers>;
const told = async (body: object): Promise<Told> => {
  const answer = await post(body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return landedCostDoor.answers.parse(answer.body);
};
const line = ({ charges }: Told, name: string) => charges.find((charge) => charge.name === name)?.amount.amount;
const kinds = ({ charges }: Told) => charges.map(({ kind }) => kind);
const near = (amount: string | undefined, expected: number) => expect(Math.abs(Number(amount) - expected), `${amount} is not ${expected}`).toBeLessThanOrEqual(1);

describe("the landed cost as machines ask for it", () => {
  const asked = {
    market: "FR", region: null, date: "2026-11-23", shipFrom: "CN", transport: "courier", mode: "cross-border", currency: "EUR",
    items: [{ hs: "610910", origin: "CN", quantity: 2, unitPrice: { amount: "1500", currency: "EUR" }, weightGrams: 200 }],
    freight: { amount: "800", currency: "EUR" }, insurance: null, buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null },
  };
  it("answers part by part, each with its rule, and nobody may keep the answer", async () => {
    const { status, body, headers } = await post(asked);
    expect([status, headers.get("cache-control"), headers.get("access-control-allow-origin")]).toEqual([200, "no-store", "*"]);
    const eur = (amount: string) => ({ amount, currency: "EUR" });
    expect(Object.keys(body)).toEqual(["goods", "freight", "charges", "total", "payableNow", "payableOnArrival", "refusal"]);
    expect(body).toMatchObject({ goods: eur("3000"), freight: eur("800"), total: eur("5120"), payableNow: eur("5120"), payableOnArrival: eur("0"), refusal: null });
    const charges = landedCostDoor.answers.parse(body).charges;
    expect(charges.map(({ kind, name, amount, base, due }) => [kind, name, amount.amount, base?.amount ?? null, due])).toEqual([
      ["duty", "flat-duty", "300", null, "checkout"], ["fee", "parcel-fee", "200", null, "checkout"], ["tax", "vat", "820", "4100", "checkout"],
    ]);
    expect(charges[0]?.rule).toEqual({
      id: "rul_eu_flat_duty", text: expect.stringContaining("EUR 3"), source: expect.stringContaining("Baker McKenzie"), effectiveFrom: "2026-07-01", effectiveTo: "2028-07-01", confidence: "high",
    });
  });
  it("answers in the market's money, whatever the amounts are in", async () => {
    const cost = await told({ ...asked, currency: "USD", items: [item(shirt, 1, minor(2000, "USD")), item(watch, 1, minor(1000, "GBP"))] });
    for (const amount of [cost.goods, cost.freight, cost.total, ...cost.charges.map((charge) => charge.amount)]) expect(amount.currency).toBe("EUR");
  });
  it("takes a question without what need not be known", async () => {
    const { region: _, insurance: __, buyer: ___, ...short } = asked;
    expect((await told(short)).total.amount).toBe("5120");
  });
  it("says so when a threshold in another currency is too near, and reckons the dearer side", async () => {
    const fiftyDollars = await told(question("BR", "BRL", [item(lamp, 1, minor(5000, "USD"))], { region: "SP" }));
    expect([fiftyDollars.near, line(fiftyDollars, "import-tax")]).toEqual([undefined, undefined]);
    const inReais = String(Number(fiftyDollars.goods.amount) - 100);
    const close = await told(question("BR", "BRL", [item(lamp, 1, minor(inReais, "BRL"))], { region: "SP" }));
    expect(close.near).toMatchObject([{ threshold: { amount: "5000", currency: "USD" }, value: { amount: inReais, currency: "BRL" } }]);
    expect(Number(line(close, "import-tax"))).toBeGreaterThan(0);
  });
});

describe("the worked examples of the trade rules, asked over HTTP", () => {
  const eu = (items: readonly object[]) => question("ES", "EUR", items);
  const cn = (items: readonly object[], more: object = {}) => question("CN", "CNY", items, { shipFrom: "US", ...more });
  const kr = (more: object = {}) => question("KR", "KRW", [item(shirt, 1, minor(8000, "USD"))], { shipFrom: "US", ...more });
  const br = (date: string) => question("BR", "BRL", [item(lamp, 1, minor(3000, "USD"))], { region: "SP", date, freight: minor(1000, "USD") });
  const us = (more: object = {}) => question("US", "USD", [item(shirt, 1, minor(100, "USD"), { origin: "ES" })], { region: "OR", shipFrom: "ES", ...more });
  const used = (amount: number, currency: string) => ({ buyer: { usedThisYear: minor(amount, currency), sameDayValue: null, usesThisYear: null } });

  it("1 · EU: five T-shirts of one HS6 bear 3 EUR (Baker McKenzie)", async () => {
    expect(line(await told(eu([item(shirt, 5, minor(1000, "EUR"))])), "flat-duty")).toBe("300");
  });
  it("2 · EU: a T-shirt and a watch bear 6 EUR (Baker McKenzie)", async () => {
    expect(line(await told(eu([item(shirt, 1, minor(1000, "EUR")), item(watch, 1, minor(1000, "EUR"))])), "flat-duty")).toBe("600");
  });
  it("3 · ES: a third HS6 costs 3.63 more (arithmetic)", async () => {
    const two = await told(eu([item(shirt, 1, minor(1000, "EUR")), item(watch, 1, minor(2000, "EUR"))]));
    const three = await told(eu([item(shirt, 1, minor(1000, "EUR")), item(watch, 1, minor(1000, "EUR")), item(bag, 1, minor(1000, "EUR"))]));
    expect(BigInt(three.total.amount) - BigInt(two.total.amount)).toBe(363n);
  });
  it("4 · CN: 1,000 RMB bear 91.00 (formula of the EU SME Centre)", async () => {
    expect(line(await told(cn([item(cream, 1, minor(100000, "CNY"))])), "cross-border-tax")).toBe("9100");
  });
  it("5 · CN: 25,500 used and 600 ordered is refused with general trade as the alternative (rule)", async () => {
    const cost = await told(cn([item(cream, 1, minor(60000, "CNY"))], used(2550000, "CNY")));
    expect(cost.refusal).toEqual({ code: "customs.annual-quota-exceeded", alternatives: ["general-trade"] });
  });
  it("6 · CN: a single piece of 6,000 may come in, with a duty that the book does not hold (rule)", async () => {
    expect((await told(cn([item(watch, 1, minor(600000, "CNY"))]))).refusal).toMatchObject({ code: "customs.not-known", missing: ["duty", "tax"] });
  });
  it("7 · KR: 130 and 80 dollars of one day are summed and taxed (bal.pe.kr)", async () => {
    expect(kinds(await told(kr()))).toEqual(["relief"]);
    const both = await told(kr({ buyer: { usedThisYear: null, sameDayValue: minor(13000, "USD"), usesThisYear: null } }));
    near(line(both, "import-duty"), Number(both.goods.amount) * 0.13);
    near(line(both, "vat"), (Number(both.goods.amount) + Number(line(both, "import-duty"))) * 0.1);
  });
  it("8 · BR: CIF 40 dollars to São Paulo before 12 May 2026 cost 1.4458 times as much (rule, brytfmonline)", async () => {
    const cost = await told(br("2026-05-11"));
    const cif = Number(cost.goods.amount) + Number(cost.freight.amount);
    near(line(cost, "import-tax"), cif * 0.2);
    near(line(cost, "icms"), ((cif * 1.2) / 0.83) * 0.17);
    expect(Number(cost.total.amount) / cif).toBeCloseTo(1.4458, 3);
  });
  it("9 · BR: the same at the zero rate bears ICMS alone (rule)", async () => {
    const cost = await told(br("2026-05-12"));
    near(line(cost, "icms"), ((Number(cost.goods.amount) + Number(cost.freight.amount)) / 0.83) * 0.17);
    expect(line(cost, "import-tax")).toBeUndefined();
  });
  it("10 · NG: the fifth parcel of the year bears the full tariff, which the book does not hold (rule)", async () => {
    const uses = (usesThisYear: number) => question("NG", "NGN", [item(shirt, 1, minor(29900, "USD"))], { buyer: { usedThisYear: null, sameDayValue: null, usesThisYear } });
    expect((await told(uses(3))).refusal).toBeNull();
    expect((await told(uses(4))).refusal).toMatchObject({ code: "customs.not-known", missing: ["duty", "tax"] });
  });
  it("11 · CA: 100 dollars by courier from the US bear no duty, but GST and HST (SI/2020-34)", async () => {
    const cost = await told(question("CA", "CAD", [item(shirt, 1, minor(10000, "CAD"))], { region: "ON", shipFrom: "US" }));
    expect([cost.refusal, kinds(cost), line(cost, "gst"), line(cost, "provincial-tax")]).toEqual([null, ["relief", "tax", "tax"], "500", "800"]);
  });
  it("12 · GB: 135 pounds bear VAT at the sale, 136 import VAT and duty (rule)", async () => {
    const gb = (pence: number) => told(question("GB", "GBP", [item(shirt, 1, minor(pence, "GBP"))]));
    expect(await gb(13500)).toMatchObject({ payableNow: minor(16200, "GBP"), payableOnArrival: minor(0, "GBP"), refusal: null });
    expect((await gb(13600)).refusal).toMatchObject({ code: "customs.not-known", missing: ["duty", "tax"] });
  });
  it("13 · JP: 15,000 yen for oneself are a value of 9,000 and free (rule)", async () => {
    expect((await told(question("JP", "JPY", [item(lamp, 1, minor(15000, "JPY"))]))).total.amount).toBe("15000");
  });
  it("14 · ID: a handbag of 20 dollars bears 25 %, then 11 % on value and duty (PMK 4/2025)", async () => {
    const cost = await told(question("ID", "IDR", [item(bag, 1, minor(2000, "USD"))]));
    const value = Number(cost.goods.amount);
    expect(Math.abs(Number(line(cost, "import-duty")) - value * 0.25)).toBeLessThanOrEqual(100);
    expect(Math.abs(Number(line(cost, "ppn")) - value * 1.25 * 0.11)).toBeLessThanOrEqual(100);
  });
  it("15 · US: nothing is free by value since 29 August 2025 (CBP)", async () => {
    expect(line(await told(us()), "estimated-duty")).toBe("11");
    expect((await told(us({ date: "2025-08-28" }))).refusal).toBeNull();
    expect((await told(us({ date: "2025-08-29" }))).refusal).toMatchObject({ code: "customs.not-known", missing: ["duty"] });
  });
});

describe("a question that cannot be answered is refused with its field, and never guessed", () => {
  const good = question("FR", "EUR", [item(shirt, 1, minor(1000, "EUR")), item(watch, 1, minor(1000, "EUR"))]);
  const second = (wrong: object) => ({ ...good, items: [good.items[0], { ...good.items[1], ...wrong }] });
  it.each([
    ["a code of five digits", second({ hs: "61091" }), 422, "customs.bad-hs", "items.1.hs"],
    ["a code of no chapter", second({ hs: "990000" }), 422, "customs.bad-hs", "items.1.hs"],
    ["no code", second({ hs: undefined }), 422, "customs.bad-hs", "items.1.hs"],
    ["a code that is null", second({ hs: null }), 422, "customs.bad-hs", "items.1.hs"],
    ["an origin that looks like a country and is none", second({ origin: "ZZ" }), 422, "customs.bad-origin", "items.1.origin"],
    ["no origin", second({ origin: undefined }), 422, "customs.bad-origin", "items.1.origin"],
    ["a negative price", second({ unitPrice: minor(-1, "EUR") }), 422, "customs.bad-amount", "items.1.unitPrice"],
    ["a price beyond any", second({ unitPrice: minor("9".repeat(30), "EUR") }), 422, "customs.bad-amount", "items.1.unitPrice"],
    ["half a piece", second({ quantity: 0.5 }), 422, "customs.bad-quantity", "items.1.quantity"],
    ["endless pieces", second({ quantity: 1e300 }), 422, "customs.bad-quantity", "items.1.quantity"],
    ["a weight below nothing", second({ weightGrams: -1 }), 422, "customs.bad-weight", "items.1.weightGrams"],
    ["a negative freight", { ...good, freight: minor(-1, "EUR") }, 422, "customs.bad-freight", "freight"],
    ["a negative sum used", { ...good, buyer: { usedThisYear: minor(-1, "EUR") } }, 422, "customs.bad-buyer", "buyer"],
    ["half a use", { ...good, buyer: { usesThisYear: 0.5 } }, 422, "customs.bad-buyer", "buyer"],
    ["no lines", { ...good, items: [] }, 422, "customs.no-lines", "items"],
    ["more than 200 lines", { ...good, items: Array.from({ length: 201 }, () => good.items[0]) }, 422, "customs.too-many-lines", "items"],
    ["a day that no calendar has", { ...good, date: "2026-02-30" }, 422, "customs.bad-date", "date"],
    ["a day before the book", { ...good, date: "1999-12-31" }, 422, "customs.bad-date", "date"],
    ["a country of departure that is none", { ...good, shipFrom: "QQ" }, 422, "customs.bad-ship-from", "shipFrom"],
    ["a market that nobody opened", { ...good, market: "ZZ" }, 404, "market.no-such-market", "market"],
    ["the United States without a state", { ...good, market: "US" }, 422, "customs.region-needed", "region"],
    ["Brazil without a state", { ...good, market: "BR" }, 422, "customs.region-needed", "region"],
    ["Canada with a province that it does not have", { ...good, market: "CA", region: "TX" }, 422, "customs.bad-region", "region"],
    ["a region with a bracket in it", { ...good, region: "<b>" }, 422, "customs.bad-region", "region"],
    ["a price in a currency without a rate", second({ unitPrice: minor(100, "UGX") }), 422, "fx.no-rate", undefined],
  ])("%s", async (_, body, status, code, field) => {
    const answer = await post(body);
    expect({ status: answer.status, code: answer.body.refusal?.code, field: answer.body.refusal?.field }).toEqual({ status, code, field });
  });
  it.each([
    ["no JSON", "{", "form"], ["a list", "[]", "form"], ["an amount that is a number", { ...good, freight: { amount: 800, currency: "EUR" } }, "freight.amount"],
    ["an amount with a point", { ...good, freight: minor("8.00", "EUR") }, "freight.amount"], ["a currency that is none", { ...good, freight: minor(1, "XXX") }, "freight.currency"],
    ["a transport of no word", { ...good, transport: "rocket" }, "transport"], ["a name that nobody knows", { ...good, isAdmin: true }, "isAdmin"], ["no freight", { ...good, freight: undefined }, "freight"],
    ["more than anybody declares", { ...good, region: "x".repeat(300_000) }, "form"],
  ])("%s is bad input", async (_, body, field) => {
    const answer = await post(body);
    expect([answer.status, answer.body.refusal?.code, Object.keys(answer.body.refusal?.fields ?? {})]).toEqual([400, "input.invalid", [field]]);
  });
});

describe("the rules of a market on a day", () => {
  it("are those in force, with source and confidence, and the Union's among its members'", async () => {
    const { status, body } = await list("market=BR&on=2026-05-01");
    expect(status).toBe(200);
    const listed = rulesDoor.answers.parse(body);
    expect(listed.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(["rul_br_duty_20", "rul_br_duty_60", "rul_br_icms", "rul_br_icms_sp"]));
    expect(listed.rules.map(({ id }) => id)).not.toContain("rul_br_duty_zero");
    for (const rule of listed.rules) expect([rule.market, rule.source === "", rule.approver === null]).toEqual(["BR", false, false]);
    expect(rulesDoor.answers.parse((await list("market=FR&on=2026-08-01")).body).rules.map(({ id }) => id)).toEqual(expect.arrayContaining(["rul_eu_flat_duty", "rul_fr_parcel_fee"]));
  });
  it("change on the day that a rule begins, not before and not after", async () => {
    const on = async (day: string) => rulesDoor.answers.parse((await list(`market=BR&on=${day}`)).body).rules.map(({ id }) => id);
    expect([(await on("2026-05-11")).includes("rul_br_duty_20"), (await on("2026-05-12")).includes("rul_br_duty_20")]).toEqual([true, false]);
  });
  it("leave out what nobody has approved", async () => {
    expect(readFileSync(new URL("../../../prisma/seed/rules/EU.json", import.meta.url), "utf8")).toContain("rul_eu_handling_fee");
    expect(rulesDoor.answers.parse((await list("market=FR&on=2026-11-23")).body).rules.map(({ id }) => id)).not.toContain("rul_eu_handling_fee");
    await database().tradeRule.update({ where: { id: "rul_eu_handling_fee" }, data: { approver: "usr_somebody" } });
    forgetRules();
    expect(rulesDoor.answers.parse((await list("market=FR&on=2026-11-23")).body).rules.map(({ id }) => id)).toContain("rul_eu_handling_fee");
    await database().tradeRule.update({ where: { id: "rul_eu_handling_fee" }, data: { approver: null } });
    forgetRules();
  });
  it("cannot be approved by who wrote them", async () => {
    await expect(database().tradeRule.update({ where: { id: "rul_eu_handling_fee" }, data: { approver: "reference" } })).rejects.toThrow("trade_rule_two_people");
  });
  it("are of today when no day is named", async () => {
    expect((await list("market=JP")).status).toBe(200);
  });
  it.each([
    ["a market of no country", "market=ZZ", 404, "market.no-such-market"], ["no market", "", 400, "input.invalid"], ["a market in small letters", "market=br", 400, "input.invalid"],
    ["a day that is none", "market=BR&on=2026-02-30", 400, "input.invalid"], ["a name that nobody knows", "market=BR&at=2026-01-01", 400, "input.invalid"],
  ])("refuse %s", async (_, query, status, code) => {
    const answer = await list(query);
    expect([answer.status, answer.body.refusal?.code]).toEqual([status, code]);
  });
});
