import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cards, coffee, openBench, openShopDoor, refusalOf, submitCard, testSecret, type Bench, type ShopDoor } from "./sandbox-harness";

let bench: Bench;
let door: ShopDoor;
beforeAll(async () => {
  door = await openShopDoor();
  bench = await openBench({ webhook: { url: door.url, secret: testSecret } });
}, 60_000);
afterAll(async () => {
  await bench.sandbox.stop();
  door.close();
});

const pay = async (currency = "brl", amount = 12_990): Promise<Stripe.Charge> => {
  const created = await bench.stripe.checkout.sessions.create(coffee(currency, amount));
  await submitCard(created.url!, cards.good);
  const session = await bench.stripe.checkout.sessions.retrieve(created.id, { expand: ["payment_intent.latest_charge"] });
  return (session.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
};

describe("a refund", () => {
  it("may be partial and repeated, never above the charge, and nets to the fees alone", async () => {
    const before = await balance();
    const charge = await pay();
    const payment_intent = charge.payment_intent as string;
    const first = await bench.stripe.refunds.create({ payment_intent, amount: 9_333, reason: "requested_by_customer", metadata: { command_id: "c1" } });
    expect(first).toMatchObject({ status: "succeeded", amount: 9_333, currency: "brl", metadata: { command_id: "c1" } });
    expect(await refusalOf(bench.stripe.refunds.create({ payment_intent, amount: 16_648 }))).toMatchObject({ statusCode: 400, code: "amount_too_large", param: "amount" });
    await bench.stripe.refunds.create({ payment_intent, amount: 5_000 });
    const rest = await bench.stripe.refunds.create({ charge: charge.id });
    expect(rest.amount).toBe(25_980 - 9_333 - 5_000);
    expect(await bench.stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 25_980, refunded: true });
    expect((await refusalOf(bench.stripe.refunds.create({ charge: charge.id }))).code).toBe("charge_already_refunded");
    expect((await bench.stripe.refunds.list({ charge: charge.id })).data).toHaveLength(3);
    expect(before - (await balance())).toBe(222);
    await door.heard("refund.created", 3);
    await door.heard("charge.refunded", 3);
  });

  it("of yen is in yen", async () => {
    const charge = await pay("jpy", 1500);
    expect(await bench.stripe.refunds.create({ charge: charge.id, amount: 500 })).toMatchObject({ amount: 500, currency: "jpy" });
    expect((await bench.stripe.charges.retrieve(charge.id)).amount_refunded).toBe(500);
  });

  it("of a declined charge is refused", async () => {
    const created = await bench.stripe.checkout.sessions.create(coffee());
    await submitCard(created.url!, cards.declined);
    const { payment_intent } = await bench.stripe.checkout.sessions.retrieve(created.id);
    expect((await refusalOf(bench.stripe.refunds.create({ payment_intent: payment_intent as string }))).statusCode).toBe(400);
  });

  it("takes metadata later", async () => {
    const charge = await pay();
    const refund = await bench.stripe.refunds.create({ charge: charge.id, amount: 100, metadata: { a: "1", b: "2" } });
    expect((await bench.stripe.refunds.update(refund.id, { metadata: { a: "", c: "3" } })).metadata).toEqual({ b: "2", c: "3" });
    await door.heard("refund.updated");
  });
});

const balance = async (): Promise<number> => {
  const { available, pending } = await bench.stripe.balance.retrieve();
  return available[0]!.amount + pending[0]!.amount;
};

describe("the balance", () => {
  it("becomes available after two days and is the sum of its transactions", async () => {
    await pay("usd", 5_000);
    await bench.control("POST", "clock", { advance: 2 * 24 * 3600 });
    const { available, pending } = await bench.stripe.balance.retrieve();
    const transactions = await bench.stripe.balanceTransactions.list({ limit: 100 }).autoPagingToArray({ limit: 1000 });
    expect(pending[0]!.amount).toBe(0);
    expect(available[0]!.amount).toBe(transactions.reduce((sum, one) => sum + one.net, 0));
    expect(transactions.every((one) => one.status === "available")).toBe(true);
  });
});

describe("events", () => {
  it("are listed newest first, by type, by time and after the last seen", async () => {
    await pay();
    const all = await bench.stripe.events.list({ limit: 100 });
    const succeeded = await bench.stripe.events.list({ type: "charge.succeeded", limit: 100 });
    expect(new Set(succeeded.data.map((one) => one.type))).toEqual(new Set(["charge.succeeded"]));
    expect((await bench.stripe.events.list({ types: ["charge.succeeded", "charge.failed"], limit: 100 })).data.length).toBeGreaterThanOrEqual(succeeded.data.length);
    const newer = await bench.stripe.events.list({ ending_before: all.data[3]!.id });
    expect(newer.data.map((one) => one.id)).toEqual(all.data.slice(0, 3).map((one) => one.id));
    expect((await bench.stripe.events.list({ created: { gt: all.data[0]!.created } })).data).toEqual([]);
    expect(await bench.stripe.events.retrieve(all.data[0]!.id)).toMatchObject({ id: all.data[0]!.id });
  });

  it("come again after a failure, with a fresh signature", async () => {
    door.events.length = 0;
    door.answers.push(500, 302, 404, 500);
    await pay();
    await door.heard("checkout.session.completed");
    await door.heard("charge.succeeded");
    expect(door.refusals).toEqual([]);
  });

  it("can be doubled, lost and forged on purpose, and resent by hand", async () => {
    door.events.length = 0;
    for (const [webhook, type] of [["duplicate", "charge.succeeded"], ["drop", "payment_intent.created"], ["wrong_secret", "checkout.session.completed"]]) {
      await bench.control("POST", "faults", { webhook, type });
    }
    await pay();
    await door.heard("charge.succeeded", 2);
    await door.heard("checkout.session.completed");
    expect(door.refusals).toHaveLength(1);
    expect(door.events.map((one) => one.type)).not.toContain("payment_intent.created");

    const page = await (await fetch(`${bench.sandbox.url}/dashboard`)).text();
    const resend = /action="(\/dashboard\/resend\/[^"]+)"/.exec(page)![1]!;
    const heard = door.events.length;
    expect((await fetch(bench.sandbox.url + resend, { method: "POST", redirect: "manual" })).status).toBe(303);
    await expect.poll(() => door.events.length).toBe(heard + 1);
    expect((await fetch(bench.sandbox.url + resend, { method: "POST", headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  });

  it("can be late, by the sandbox clock", async () => {
    door.events.length = 0;
    await bench.control("POST", "faults", { webhook: "delay", type: "payment_intent.succeeded", ms: 600_000 });
    await pay();
    await door.heard("checkout.session.completed");
    await new Promise((done) => { setTimeout(done, 100); });
    expect(door.events.map((one) => one.type)).not.toContain("payment_intent.succeeded");
    await bench.control("POST", "clock", { advance: 601 });
    await door.heard("payment_intent.succeeded");
  });

  it("go to endpoints that were made by the API, on this machine only", async () => {
    const own = await openShopDoor();
    const endpoint = await bench.stripe.webhookEndpoints.create({ url: own.url, enabled_events: ["charge.succeeded"] });
    expect(endpoint.secret).toMatch(/^whsec_/);
    expect((await bench.stripe.webhookEndpoints.list()).data.find((one) => one.id === endpoint.id)?.secret).toBeUndefined();
    await pay();
    await expect.poll(() => own.refusals.length).toBe(1);   // signed with its own secret, which this door does not know
    await bench.stripe.webhookEndpoints.del(endpoint.id);
    expect((await refusalOf(bench.stripe.webhookEndpoints.create({ url: "https://shop.example/hook", enabled_events: ["*"] }))).param).toBe("url");
    own.close();
  });
});
