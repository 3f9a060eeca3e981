import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "./server";
import { cards, coffee, openBench, openShopDoor, refusalOf, stripeAt, submitCard, testSecret, type Bench, type ShopDoor } from "./sandbox-harness";

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

const secondsNow = async (): Promise<number> => Number((await bench.control("GET", "clock"))["now"]);

describe("a session ends", () => {
  it("at its hour by the sandbox clock, and cannot be paid afterwards", async () => {
    const now = await secondsNow();
    const created = await bench.stripe.checkout.sessions.create(coffee("usd", 1000, { locale: "en", expires_at: now + 31 * 60 }));
    await submitCard(created.url!, cards.declined);
    await bench.control("POST", "clock", { advance: 31 * 60 });
    const page = await submitCard(created.url!, cards.good);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("This payment page has expired");
    const session = await bench.stripe.checkout.sessions.retrieve(created.id, { expand: ["payment_intent"] });
    expect(session).toMatchObject({ status: "expired", payment_status: "unpaid", url: null, payment_intent: { status: "canceled" } });
    await door.heard("checkout.session.expired");
    const charges = await bench.stripe.charges.list({ payment_intent: (session.payment_intent as { id: string }).id });
    expect(charges.data.map((one) => one.status)).toEqual(["failed"]);
  });

  it("by hand, but only while it is open", async () => {
    const created = await bench.stripe.checkout.sessions.create(coffee());
    expect((await bench.stripe.checkout.sessions.expire(created.id)).status).toBe("expired");
    expect((await refusalOf(bench.stripe.checkout.sessions.expire(created.id))).message).toContain("Only Checkout Sessions with a status in");
  });

  it.each([["29 minutes", 29 * 60], ["25 hours", 25 * 3600]])("never after %s", async (_words, seconds) => {
    const now = await secondsNow();
    expect((await refusalOf(bench.stripe.checkout.sessions.create(coffee("usd", 1000, { expires_at: now + seconds })))).param).toBe("expires_at");
  });
});

describe("the sandbox remembers", () => {
  it("its objects, its clock and its unsent webhooks over a restart", async () => {
    const shop = await openShopDoor();
    shop.answers.push(...Array.from({ length: 12 }, () => 500));
    const first = await openBench({ webhook: { url: shop.url, secret: testSecret } });
    await first.control("POST", "clock", { advance: 3600 });
    const created = await first.stripe.checkout.sessions.create(coffee(), { idempotencyKey: "over-the-restart" });
    await submitCard(created.url!, cards.good);
    await expect.poll(() => shop.answers.length).toBeLessThanOrEqual(8);
    await first.sandbox.stop();
    expect(shop.events).toEqual([]);

    shop.answers.length = 0;
    const second = await startSandbox(first.settings);
    const stripe = stripeAt(second.url);
    expect(await stripe.checkout.sessions.retrieve(created.id)).toMatchObject({ status: "complete", payment_status: "paid" });
    expect((await stripe.checkout.sessions.create(coffee(), { idempotencyKey: "over-the-restart" })).id).toBe(created.id);
    await shop.heard("checkout.session.completed");
    await second.stop();
    shop.close();
  }, 30_000);

  it("also when it was killed: what was answered is in the journal", async () => {
    const first = await openBench();
    const created = await first.stripe.checkout.sessions.create(coffee());
    await submitCard(created.url!, cards.good);
    // A second process on a copy of what is on disk now, while the first has not folded anything.
    const { cpSync } = await import("node:fs");
    const copy = `${first.settings.stateFile!}.copy`;
    cpSync(`${first.settings.stateFile!}.journal`, `${copy}.journal`);
    const second = await startSandbox({ ...first.settings, stateFile: copy });
    expect(await stripeAt(second.url).checkout.sessions.retrieve(created.id)).toMatchObject({ payment_status: "paid" });
    await Promise.all([first.sandbox.stop(), second.stop()]);
  }, 30_000);
});
