import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { payForOrder } from "@/modules/checkout/commands/pay-for-order";
import { placeOrder } from "@/modules/checkout/commands/place-order";
import { settleCheckout } from "@/modules/checkout/commands/settle-checkout";
import { sweepCheckouts } from "@/modules/checkout/commands/sweep-checkouts";
import { findOrder } from "@/modules/checkout/queries";
import { database } from "@/platform/db";
import { drain, fill, letTimePass, newShopper, openShop, openStall, openTill, orderOf, payWith, quoteFor, stockOf, toTill, type Till } from "./shop";

// What is walked through: a process that dies between an order and its payment page, an answer that is lost, reported failures of other shops
// (F6 the return page is loaded again and again, F8 two tabs with two payment pages, F10 money of a currency without decimals goes back).
let till: Till;
beforeAll(async () => {
  await openShop();
  till = await openTill();
});
beforeEach(async () => void (await drain()));
afterEach(async () => {
  letTimePass(0);
  await till.control("DELETE", "faults");
});
afterAll(() => till.close());

const sessions = async (): Promise<number> => ((await till.control("GET", "state"))["rows"] as { sessions: number }).sessions;
const paymentsOf = (checkoutId: string) => database().payment.findMany({ where: { checkoutId }, orderBy: { succeededAt: "asc" }, select: { standing: true, captured: true } });

/** An order whose process dies right after the commit: nobody asks Stripe for its page. */
const orderAndDie = async () => {
  const [shopper, stall] = [newShopper(), await openStall()];
  await fill(shopper, [stall]);
  const placed = await placeOrder(shopper, orderOf((await quoteFor(shopper)).quoteId));
  if (!placed.ok) throw new Error(placed.refusal.code);
  return placed.value;
};

describe("a process that dies", () => {
  it("between the order and its payment page leaves an order that the sweeper makes payable, by one session", async () => {
    const before = await sessions();
    const { number, checkoutId } = await orderAndDie();
    expect((await findOrder(number))?.payUrl).toBe(null);
    letTimePass(25);
    await sweepCheckouts();
    await sweepCheckouts();
    const payUrl = (await findOrder(number))?.payUrl ?? "";
    expect([await sessions(), payUrl.startsWith(till.url)]).toEqual([before + 1, true]);
    await payWith(payUrl, "good");
    expect(await settleCheckout({ checkoutId })).toMatchObject({ ok: true, value: { state: "paid" } });
  });

  it("after Stripe has made the session, before the answer is kept, ends with that very session", async () => {
    // The SDK tries three times by itself; each answer is lost after Stripe has done its work.
    await till.control("POST", "faults", { kind: "drop_after", method: "POST", path: "/v1/checkout/sessions", times: 3 });
    const before = await sessions();
    const [shopper, stall] = [newShopper(), await openStall()];
    await fill(shopper, [stall]);
    const placed = await payForOrder(shopper, orderOf((await quoteFor(shopper)).quoteId));
    expect(placed).toMatchObject({ ok: true, value: { url: null } });
    const number = placed.ok ? placed.value.number : "";
    const command = await database().stripeCommand.findFirstOrThrow({ where: { status: "unknown" }, orderBy: { createdAt: "desc" } });
    const [job] = await database().$queryRaw<{ n: number }[]>`select count(*)::int as n from pgboss.job where name = 'send-stripe-command' and data->>'commandId' = ${command.id}`;
    expect([await sessions(), job?.n]).toEqual([before + 1, 1]);
    await drain();
    expect([await sessions(), (await findOrder(number))?.payUrl?.startsWith(till.url)]).toEqual([before + 1, true]);
  });

  it("without ever coming back leaves units that are free again after their time", async () => {
    const { number, checkoutId } = await orderAndDie();
    letTimePass(41 * 60);
    await till.control("POST", "faults", { kind: "error_500_before", method: "POST", path: "/v1/checkout/sessions", times: 50 });
    await sweepCheckouts();
    expect((await findOrder(number))?.state).toBe("expired");
    expect(await database().stockHold.findMany({ where: { checkoutId }, select: { state: true } })).toEqual([{ state: "released" }]);
  });
});

describe("a buyer", () => {
  it("F6: who loads the return page again and again and goes back to pay once more has paid once, and is never told otherwise", async () => {
    const stall = await openStall({ onHand: 3 });
    const { number, url, checkoutId } = await toTill(newShopper(), [stall]);
    expect(await payWith(url, "good")).toBe(303);
    for (let i = 0; i < 5; i++) expect(await settleCheckout({ checkoutId })).toEqual({ ok: true, value: { state: "paid", number } });
    await payWith(url, "good");
    expect(await settleCheckout({ checkoutId })).toEqual({ ok: true, value: { state: "paid", number } });
    expect([(await paymentsOf(checkoutId)).length, (await findOrder(number))?.payUrl, await stockOf(stall)]).toEqual([1, null, { onHand: 2, reserved: 0 }]);
  });

  it("F8: in two tabs with two payment pages who pays on both gets the goods once, and the other money back once", async () => {
    const [shopper, stall] = [newShopper(), await openStall({ onHand: 9 })];
    const older = await toTill(shopper, [stall]);
    const again = await payForOrder(shopper, orderOf((await quoteFor(shopper)).quoteId));
    const newer = again.ok ? again.value : { number: "", url: null };
    // The older page is closed by a job; the buyer is quicker.
    expect(await payWith(older.url, "good")).toBe(303);
    expect(await payWith(newer.url ?? "", "good")).toBe(303);
    const { id } = await database().checkout.findUniqueOrThrow({ where: { number: newer.number } });
    for (const checkoutId of [id, older.checkoutId, id, older.checkoutId]) await settleCheckout({ checkoutId });
    await drain();
    expect([(await findOrder(newer.number))?.state, (await findOrder(older.number))?.state]).toEqual(["paid", "refunded"]);
    expect(await stockOf(stall)).toEqual({ onHand: 8, reserved: 0 });
    expect(await database().refund.findMany({ where: { payment: { checkoutId: { in: [id, older.checkoutId] } } }, select: { status: true } })).toEqual([{ status: "succeeded" }]);
  });

  it("F10: of whole yen who is paid back gets the very amount, as Stripe counts yen", async () => {
    const stall = await openStall({ onHand: 2 });
    const { url, checkoutId } = await toTill(newShopper(), [stall], "ja-jp");
    const { total } = await database().checkout.findUniqueOrThrow({ where: { id: checkoutId } });
    await database().paymentAttempt.updateMany({ where: { checkoutId }, data: { amount: { increment: 1 } } });
    await payWith(url, "good");
    await settleCheckout({ checkoutId });
    await drain();
    const refund = await database().refund.findFirstOrThrow({ where: { payment: { checkoutId } }, include: { payment: true } });
    const answer = await fetch(`${till.url}/v1/refunds/${refund.stripeId}`, { headers: { authorization: "Bearer sk_test_sandbox_tests" } });
    expect(await answer.json()).toMatchObject({ amount: Number(total), currency: "jpy", status: "succeeded" });
    expect(refund.payment.captured).toBe(total);
  });
});
