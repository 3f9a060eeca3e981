import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cards, coffee, openBench, openShopDoor, submitCard, submitTogether, testSecret, type Bench, type ShopDoor } from "./sandbox-harness";

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

type FullIntent = Stripe.PaymentIntent & { latest_charge: Stripe.Charge & { balance_transaction: Stripe.BalanceTransaction } };
const withIntent = async (id: string) => {
  const session = await bench.stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent.latest_charge.balance_transaction"] });
  return { session, intent: session.payment_intent as FullIntent };
};

describe("a shopper pays on the hosted page", () => {
  it("once, and the shop hears of it in signed events with the object inside", async () => {
    const created = await bench.stripe.checkout.sessions.create(coffee("brl", 12_990, {
      client_reference_id: "chk_1", metadata: { gift: "true" }, payment_intent_data: { transfer_group: "chk_1", metadata: { attempt: "1" } }, expand: ["line_items"],
    }));
    expect(created).toMatchObject({ status: "open", payment_status: "unpaid", amount_total: 25_980, currency: "brl", metadata: { gift: "true" }, payment_intent: null });
    expect(created.line_items?.data[0]).toMatchObject({ quantity: 2, amount_total: 25_980, price: { unit_amount: 12_990 } });

    const answer = await submitCard(created.url!, cards.good);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`https://shop.example/paid?session=${created.id}`);

    const { session, intent } = await withIntent(created.id);
    expect(session).toMatchObject({ status: "complete", payment_status: "paid", url: null, customer_details: { email: "ana@example.com" } });
    expect(intent).toMatchObject({ status: "succeeded", amount_received: 25_980, transfer_group: "chk_1", metadata: { attempt: "1" } });
    expect(intent.latest_charge).toMatchObject({ paid: true, transfer_group: "chk_1", payment_method_details: { card: { last4: "4242", brand: "visa" } } });
    // R$ 259.80 at 1.1478/6.0492 dollars = $49.30 (49.2963); fee 2.9 % = 1.43 + 0.30, conversion 1 % = 0.49.
    expect(intent.latest_charge.balance_transaction).toMatchObject({ amount: 4930, currency: "usd", fee: 222, net: 4708, status: "pending" });

    await door.heard("checkout.session.completed");
    const event = door.events.find((one) => one.type === "checkout.session.completed")!;
    expect(event).toMatchObject({ api_version: "2026-10-28.endive", livemode: false, data: { object: { id: created.id, payment_status: "paid" } } });
    expect(door.events.map((one) => one.type)).toEqual(expect.arrayContaining(["payment_intent.created", "payment_intent.succeeded", "charge.succeeded"]));
    expect(door.refusals).toEqual([]);
  });

  it("after a decline in the same session, which leaves a failed charge behind", async () => {
    const created = await bench.stripe.checkout.sessions.create(coffee("brl", 12_990, { locale: "pt-BR" }));
    const declined = await submitCard(created.url!, cards.poor);
    expect(declined.status).toBe(402);
    const page = await declined.text();
    expect(page).toContain("Seu cartão não tem saldo suficiente");
    expect(page).toContain('value="Ana Souza"');

    const afterDecline = await withIntent(created.id);
    expect(afterDecline.session).toMatchObject({ status: "open", payment_status: "unpaid" });
    expect(afterDecline.intent).toMatchObject({ status: "requires_payment_method", last_payment_error: { code: "card_declined", decline_code: "insufficient_funds" } });

    expect((await submitCard(created.url!, cards.good)).status).toBe(303);
    const paid = await withIntent(created.id);
    expect(paid.intent).toMatchObject({ id: afterDecline.intent.id, status: "succeeded", last_payment_error: null });
    const charges = await bench.stripe.charges.list({ payment_intent: paid.intent.id });
    expect(charges.data.map((one) => one.status)).toEqual(["succeeded", "failed"]);
    await door.heard("payment_intent.payment_failed");
    await door.heard("charge.failed");
  });

  it("twice in a hurry, and is charged once", async () => {
    const created = await bench.stripe.checkout.sessions.create(coffee());
    expect(await submitTogether(created.url!, cards.good, 3)).toEqual([303, 303, 303]);
    const { intent } = await withIntent(created.id);
    expect((await bench.stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1);
  });

  it.each([
    ["a number that is no test card", { number: "4111111111111111" }, "This is not one of the test card numbers."],
    ["a date in the past", { expiry: "01 / 20" }, "Enter a month and year in the future"],
    ["a code of two digits", { cvc: "12" }, "Enter the 3 or 4 digits"],
    ["no name", { name: "" }, "Enter the name on the card."],
    ["a country that is none", { country: "XX" }, "Choose a country or region."],
  ])("not with %s: the form says so and nothing is charged", async (_what, changes, words) => {
    const created = await bench.stripe.checkout.sessions.create(coffee("usd", 1000, { locale: "en" }));
    const answer = await submitCard(created.url!, cards.good, changes);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(words);
    expect(page).not.toContain("4111111111111111");
    expect((await bench.stripe.checkout.sessions.retrieve(created.id)).payment_intent).toBeNull();
  });

  it("with each card that is refused for its own reason", async () => {
    const reasons: (string | undefined)[] = [];
    for (const number of [cards.declined, cards.poor, cards.expired, cards.wrongCvc]) {
      const created = await bench.stripe.checkout.sessions.create(coffee());
      await submitCard(created.url!, number);
      reasons.push((await withIntent(created.id)).intent.last_payment_error?.code);
    }
    expect(reasons).toEqual(["card_declined", "card_declined", "expired_card", "incorrect_cvc"]);
  });
});

describe("the hosted page", () => {
  it("speaks the session's language, or the browser's, with the currency's own digits", async () => {
    const pageOf = async (locale: "ar" | "auto" | "ko", currency: string, amount: number, accept: string) => {
      const created = await bench.stripe.checkout.sessions.create({ ...coffee(currency, amount), locale: locale as never });
      return (await fetch(created.url!, { headers: { "accept-language": accept } })).text();
    };
    expect(await pageOf("auto", "jpy", 1500, "ja-JP,ja;q=0.9")).toMatch(/lang="ja-JP" dir="ltr"[\s\S]*[¥￥]3,000/);
    expect(await pageOf("auto", "sar", 1500, "ar-SA")).toMatch(/lang="ar-SA" dir="rtl"[\s\S]*بيئة تجريبية/);
    expect(await pageOf("ko", "krw", 15_000, "en")).toMatch(/lang="ko"[\s\S]*₩30,000/);
    expect(await pageOf("auto", "kwd", 5120, "en")).toContain("10.240");
  });

  it("escapes what the shop wrote and labels every field", async () => {
    const params = coffee();
    const created = await bench.stripe.checkout.sessions.create({
      ...params, customer_email: undefined as never, line_items: [{ quantity: 1, price_data: { currency: "usd", unit_amount: 900, product_data: { name: "<script>alert(1)</script>" } } }],
    });
    const page = await (await fetch(`${created.url!}?card=4000000000000002`)).text();
    expect(page).not.toContain("<script>alert");
    for (const field of ["email", "number", "expiry", "cvc", "name", "country"]) expect(page).toMatch(new RegExp(`<label for="${field}">`));
    expect(page).toContain('value="4000 0000 0000 0002"');
  });

  it("says when it is already paid and when there is no such page", async () => {
    const created = await bench.stripe.checkout.sessions.create(coffee("usd", 1000, { locale: "en" }));
    await submitCard(created.url!, cards.good);
    expect(await (await fetch(created.url!)).text()).toContain("Already paid");
    expect((await fetch(`${bench.sandbox.url}/c/pay/cs_test_none`)).status).toBe(404);
  });
});
