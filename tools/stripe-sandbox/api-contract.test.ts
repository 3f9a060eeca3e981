import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coffee, openBench, refusalOf, stripeAt, testKey, type Bench } from "./sandbox-harness";

let bench: Bench;
beforeAll(async () => { bench = await openBench(); }, 60_000);
afterAll(() => bench.sandbox.stop());

const create = (changes: object, currency = "usd", amount = 1000) => bench.stripe.checkout.sessions.create({ ...coffee(currency, amount), ...changes });
const refusal = (changes: object, currency?: string, amount?: number) => refusalOf(create(changes, currency, amount));

describe("parameters are refused as Stripe refuses them", () => {
  it.each([
    ["removed in 23.0", { payment_method_types: ["card"] }, "parameter_unknown", "payment_method_types"],
    ["unknown inside a hash", { payment_intent_data: { transfer_gruop: "x" } }, "parameter_unknown", "payment_intent_data[transfer_gruop]"],
    ["unknown inside a list", { line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 1, name: "x" } }] }, "parameter_unknown", "line_items[0][price_data][name]"],
    ["missing inside a list", { line_items: [{ quantity: 1, price_data: { unit_amount: 900, product_data: { name: "x" } } }] }, "parameter_missing", "line_items[0][price_data][currency]"],
    ["no line items", { line_items: [] }, "parameter_missing", "line_items"],
    ["not an integer", { line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 9.5, product_data: { name: "x" } } }] }, "parameter_invalid_integer", "line_items[0][price_data][unit_amount]"],
    ["old ui_mode", { ui_mode: "hosted" }, undefined, "ui_mode"],
    ["a locale that is none", { locale: "tlh" }, undefined, "locale"],
    ["no address", { success_url: "shop" }, "url_invalid", "success_url"],
    ["no e-mail address", { customer_email: "ana" }, "email_invalid", "customer_email"],
    ["no currency", { line_items: [{ quantity: 1, price_data: { currency: "xxx", unit_amount: 900, product_data: { name: "x" } } }] }, undefined, "line_items[0][price_data][currency]"],
    ["Stripe has it, the sandbox not", { discounts: [{ coupon: "x" }] }, "sandbox_unsupported", "discounts[0][coupon]"],
    ["51 metadata keys", { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, "v"])) }, undefined, "metadata"],
    ["a metadata key of 41", { metadata: { ["k".repeat(41)]: "v" } }, undefined, `metadata[${"k".repeat(41)}]`],
    ["a metadata value of 501", { metadata: { k: "v".repeat(501) } }, undefined, "metadata[k]"],
    ["an expansion that is none", { expand: ["currency"] }, undefined, "expand[0]"],
  ])("%s", async (_what, changes, code, param) => {
    const error = await refusal(changes);
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect({ status: error.statusCode, code: error.code, param: error.param }).toEqual({ status: 400, code, param });
    expect(error.requestId).toMatch(/^req_/);
  });

  it("a refused request leaves nothing behind", async () => {
    const objects = async () => ({ ...((await bench.control("GET", "state"))["rows"] as unknown as object), answers: "kept under the key" });
    const before = await objects();
    await refusal({ expand: ["currency"] });
    expect(await objects()).toEqual(before);
  });

  it("hostile names and broken hashes", async () => {
    for (const body of ["__proto__[x]=1", "a[__proto__]=1", "metadata=1&metadata[a]=2", "mode[=1"]) {
      const answer = await fetch(`${bench.sandbox.url}/v1/checkout/sessions`, { method: "POST", body, headers: { authorization: `Bearer ${testKey}` } });
      expect({ body, status: answer.status, type: ((await answer.json()) as { error: { type: string } }).error.type }).toEqual({ body, status: 400, type: "invalid_request_error" });
    }
  });
});

describe("amounts are in Stripe's units", () => {
  it.each([["jpy", 1500, 3000], ["krw", 15_000, 30_000], ["kwd", 5120, 10_240], ["isk", 50_000, 100_000], ["brl", 12_990, 25_980]])("%s %i twice is %i", async (currency, unit, total) => {
    expect(await create({}, currency, unit)).toMatchObject({ currency, amount_total: total });
  });

  it.each([
    ["three decimals end in 0", "kwd", 5124, "parameter_invalid_integer"], ["krónur end in 00", "isk", 50_050, "parameter_invalid_integer"],
    ["negative", "usd", -5, "parameter_invalid_integer"], ["below 50 cents", "usd", 24, "amount_too_small"],
    ["below 50 cents once converted", "jpy", 30, "amount_too_small"], ["more than twelve digits", "idr", 600_000_000_000, "amount_too_large"],
  ])("%s", async (_what, currency, amount, code) => {
    expect((await refusal({}, currency, amount)).code).toBe(code);
  });
});

describe("the door", () => {
  it("takes sandbox keys only, and Stripe's version or none", async () => {
    const ask = async (headers: Record<string, string>) => {
      const answer = await fetch(`${bench.sandbox.url}/v1/balance`, { headers });
      return [answer.status, Object.keys((await answer.json()) as object)[0]];
    };
    expect(await ask({})).toEqual([401, "error"]);
    expect(await ask({ authorization: "Bearer sk_test_51abcdefghijklmnop" })).toEqual([401, "error"]);
    expect(await ask({ authorization: `Bearer ${testKey}` })).toEqual([200, "object"]);
    expect(await ask({ authorization: `Bearer ${testKey}`, "stripe-version": "2024-06-20" })).toEqual([400, "error"]);
  });

  it("answers 404 with an error for what is not there", async () => {
    expect(await refusalOf(bench.stripe.checkout.sessions.retrieve("cs_test_none"))).toMatchObject({ statusCode: 404, code: "resource_missing" });
    expect((await refusalOf(bench.stripe.payouts.list())).statusCode).toBe(404);
  });

  it("pages lists with cursors in both directions", async () => {
    const own = await openBench();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift((await own.stripe.checkout.sessions.create(coffee())).id);
    const list = own.stripe.checkout.sessions;
    const first = await list.list({ limit: 2 });
    expect([first.data.map((one) => one.id), first.has_more]).toEqual([ids.slice(0, 2), true]);
    expect((await list.list({ limit: 2, starting_after: ids[1]! })).data.map((one) => one.id)).toEqual(ids.slice(2, 4));
    expect((await list.list({ limit: 2, ending_before: ids[4]! })).data.map((one) => one.id)).toEqual(ids.slice(2, 4));
    expect((await list.list({ limit: 3 }).autoPagingToArray({ limit: 100 })).map((one) => one.id)).toEqual(ids);
    await own.sandbox.stop();
  });
});

describe("an idempotency key", () => {
  it("makes one session, and repeats its answer", async () => {
    const options = { idempotencyKey: "cmd_1_1" };
    const first = await bench.stripe.checkout.sessions.create(coffee(), options);
    const again = await bench.stripe.checkout.sessions.create(coffee(), options);
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
  });

  it("is refused for other parameters", async () => {
    await bench.stripe.checkout.sessions.create(coffee(), { idempotencyKey: "cmd_2_1" });
    const error = await refusalOf(bench.stripe.checkout.sessions.create(coffee("usd", 700), { idempotencyKey: "cmd_2_1" }));
    expect([error.statusCode, error.type]).toEqual([400, "StripeIdempotencyError"]);
  });

  it("repeats a refusal that came from execution, and does not keep one that came before it", async () => {
    const refund = () => refusalOf(bench.stripe.refunds.create({ charge: "ch_none" }, { idempotencyKey: "cmd_3_1" }));
    const first = await refund();
    const again = await refund();
    expect([again.message, again.headers?.["idempotent-replayed"]]).toEqual([first.message, "true"]);
    await refusalOf(bench.stripe.checkout.sessions.create({ ...coffee(), foo: 1 } as never, { idempotencyKey: "cmd_4_1" }));
    expect((await bench.stripe.checkout.sessions.create(coffee(), { idempotencyKey: "cmd_4_1" })).status).toBe("open");
  });

  it("is refused while the first call is still running, and is free again after 24 hours", async () => {
    await bench.control("POST", "faults", { kind: "slow", method: "POST", path: "/v1/checkout/sessions", ms: 400 });
    const options = { idempotencyKey: "cmd_5_1" };
    const running = bench.stripe.checkout.sessions.create(coffee(), options);
    await new Promise((done) => { setTimeout(done, 150); });
    expect((await refusalOf(bench.stripe.checkout.sessions.create(coffee(), options))).statusCode).toBe(409);
    const { id } = await running;
    await bench.control("POST", "clock", { advance: 24 * 3600 });
    expect((await bench.stripe.checkout.sessions.create(coffee(), options)).id).not.toBe(id);
  });

  it("saves a session whose answer was lost on the way", async () => {
    for (const kind of ["drop_after", "error_500_before", "drop_before"] as const) {
      await bench.control("DELETE", "faults");
      const before = (await bench.stripe.checkout.sessions.list({ limit: 100 })).data.length;
      await bench.control("POST", "faults", { kind, method: "POST", path: "/v1/checkout/sessions" });
      const made = await stripeAt(bench.sandbox.url, { maxNetworkRetries: 2 }).checkout.sessions.create(coffee(), { idempotencyKey: `lost_${kind}` });
      const after = await bench.stripe.checkout.sessions.list({ limit: 100 });
      expect([kind, after.data.length, after.data[0]?.id]).toEqual([kind, before + 1, made.id]);
    }
  });
});

describe("planned misfortune", () => {
  it.each([["conflict_409", 409], ["rate_limit_429", 429], ["lock_timeout", 429], ["error_500_before", 500]] as const)("%s answers %i and makes nothing", async (kind, status) => {
    const count = async () => ((await bench.control("GET", "state"))["rows"] as unknown as { sessions: number }).sessions;
    const before = await count();
    await bench.control("POST", "faults", { kind, method: "POST", path: "/v1/checkout/sessions", nth: 1, times: 1 });
    expect((await refusalOf(bench.stripe.checkout.sessions.create(coffee()))).statusCode).toBe(status);
    expect(await count()).toBe(before);
    await bench.control("DELETE", "faults");
  });

  it("a 500 after processing made its object, and is what the key repeats for a day", async () => {
    await bench.control("POST", "faults", { kind: "error_500_after", method: "POST", path: "/v1/checkout/sessions" });
    const options = { idempotencyKey: "cmd_500" };
    const call = () => refusalOf(bench.stripe.checkout.sessions.create(coffee("usd", 4321, { client_reference_id: "chk_500" }), options));
    expect([(await call()).statusCode, (await call()).statusCode]).toEqual([500, 500]);
    const made = await bench.stripe.checkout.sessions.list({ limit: 100 });
    expect(made.data.filter((one) => one.client_reference_id === "chk_500")).toHaveLength(1);
  });

  it("needs a sandbox key and a fault that exists", async () => {
    expect((await fetch(`${bench.sandbox.url}/_sandbox/reset`, { method: "POST" })).status).toBe(401);
    await expect(bench.control("POST", "faults", { kind: "meteor", method: "POST", path: "/" })).rejects.toThrow();
  });

  it("can be wiped away with everything else", async () => {
    const own = await openBench();
    await own.stripe.checkout.sessions.create(coffee());
    await own.control("POST", "reset");
    expect((await own.stripe.checkout.sessions.list()).data).toEqual([]);
    await own.sandbox.stop();
  });
});
