import { ok, refuse, type Result } from "@/kernel/result";
import { addSeconds, type Instant } from "@/kernel/time";
import { takeBought } from "@/modules/cart/commands/hold-cart";
import { releaseHolds, sellHolds } from "@/modules/listing/commands/end-holds";
import { reserveAgain } from "@/modules/listing/commands/reserve-stock";
import { cancelConsignments, payConsignments } from "@/modules/order/commands/open-consignments";
import { isOpenAttempt, mergeStatus, mismatchOf, statusOf, type SessionFacts } from "@/modules/payment/attempt";
import { giveBack } from "@/modules/payment/commands/give-back";
import { readSession } from "@/modules/payment/commands/read-session";
import { moveAttempt, writePayment } from "@/modules/payment/commands/hear-of-payment";
import { listAttempts, type Attempt } from "@/modules/payment/queries";
import { linkKey } from "@/platform/auth/seal";
import { now } from "@/platform/clock";
import { transaction, type Tx } from "@/platform/db";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { writeLetter, writeLetters } from "@/platform/mail/letters";
import { isLiveStripe } from "@/platform/stripe/stripe";
import { holdSeconds, isAwaiting, meaningOfMoney, type CheckoutState } from "../checkout";
import { confirmationLetter, packLetter, refundLetter } from "../letters";
import { findCheckout, isOrderedAgain, lockCheckout, setCheckoutState, setPaid, type CheckoutRow } from "../store";

export type Settled = { readonly state: CheckoutState; readonly number: string };

/**
 * Brings a checkout up to what Stripe knows. Webhook, return page and sweeper all call this, at once or one after the other, in any order and any number
 * of times, with the same end.
 *
 * Reads every session of the checkout from Stripe, outside any transaction; then, with the row locked: money that is exactly what was asked for sells the
 * units and moves the consignments to paid, once; money for a checkout that is paid already, or not what was asked for, is given back; money after the
 * units were let go takes them up again if they are all there and were not ordered again, and is given back if not. A session that ended unpaid frees the units.
 */
export const settleCheckout = async ({ checkoutId }: { readonly checkoutId: string }): Promise<Result<Settled, { readonly code: "checkout.not-found" }>> => {
  const attempts = await listAttempts(checkoutId);
  const news: { attempt: Attempt; session: SessionFacts }[] = [];
  // A canceled one is read too: we gave it up, but the buyer may have been quicker.
  for (const attempt of attempts) {
    if (attempt.sessionId && attempt.status !== "succeeded" && attempt.status !== "expired") news.push({ attempt, session: await readSession(attempt.sessionId) });
  }
  if (news.length === 0 && attempts.some(({ status }) => status === "succeeded")) {
    // Settled before, by whoever was quicker: nothing is locked for that.
    const settled = await findCheckout({ id: checkoutId });
    return settled ? ok({ state: settled.state, number: settled.number }) : refuse({ code: "checkout.not-found" });
  }
  return transaction<Settled, { readonly code: "checkout.not-found" }>(async (tx) => {
    const at = now();
    let checkout = await lockCheckout(tx, checkoutId);
    if (!checkout) return { ok: false, refusal: { code: "checkout.not-found" } };
    for (const { attempt, session } of news) checkout = await hear(tx, checkout, attempt, session, at);
    const isOver = attempts.length > 0 && attempts.every((attempt) => {
      const told = news.find((n) => n.attempt.id === attempt.id);
      return !isOpenAttempt(told ? mergeStatus(attempt.status, statusOf(told.session)) : attempt.status);
    });
    if (isOver && checkout.state === "awaiting-payment") checkout = await letGo(tx, checkout, at);
    return ok({ state: checkout.state, number: checkout.number });
  });
};

const hear = async (tx: Tx, checkout: CheckoutRow, attempt: Attempt, session: SessionFacts, at: Instant): Promise<CheckoutRow> => {
  const status = mergeStatus(attempt.status, statusOf(session));
  if (status === "succeeded" && session.payment) return receive(tx, checkout, attempt, session, session.payment, at);
  if (status !== attempt.status) await moveAttempt(tx, attempt, status);
  if (status === "processing" && checkout.state === "awaiting-payment") {
    await setCheckoutState(tx, checkout.id, "awaiting-async");
    return { ...checkout, state: "awaiting-async" };
  }
  return checkout;
};

const receive = async (tx: Tx, checkout: CheckoutRow, attempt: Attempt, session: SessionFacts, payment: NonNullable<SessionFacts["payment"]>, at: Instant): Promise<CheckoutRow> => {
  const mismatch = mismatchOf(session, { checkoutId: checkout.id, amount: attempt.amount, currency: attempt.currency, isLive: isLiveStripe() });
  const meaning = meaningOfMoney(checkout.state);
  const reason = mismatch ? ("mismatched" as const) : meaning === "too-much" ? ("overpaid" as const) : null;
  const received = await writePayment(tx, { attempt, payment, standing: reason ?? "settled", at });
  if (!received) return checkout;
  const refund = async (why: "overpaid" | "mismatched" | "paid-late") => {
    await giveBack(tx, { payment: received, reason: why, at });
    await writeLetter(tx, refundLetter(checkout, why, received.id, { amount: received.captured, currency: received.currency }));
  };
  if (reason) {
    log.error({ checkout: checkout.id, attempt: attempt.id, mismatch: mismatch?.about, reason }, "a payment is given back");
    await refund(reason);
    if (!mismatch || !isAwaiting(checkout.state)) return checkout;
    // Paid, but not what was asked for: nothing is packed, and the units go back.
    return letGo(tx, checkout, at, "failed");
  }
  // Whoever ordered the same cart again has the goods by that order, or may still pay for it there.
  if (meaning === "late" && ((await isOrderedAgain(tx, checkout)) || !(await reserveAgain(tx, checkout.id, addSeconds(at, holdSeconds))))) {
    await releaseHolds(tx, checkout.id);
    await refund("paid-late");
    await setCheckoutState(tx, checkout.id, "refunded");
    return { ...checkout, state: "refunded" };
  }
  return fulfil(tx, checkout, at);
};

const fulfil = async (tx: Tx, checkout: CheckoutRow, at: Instant): Promise<CheckoutRow> => {
  await sellHolds(tx, checkout.id, at);
  await payConsignments(tx, checkout.id, at);
  const toTell = await setPaid(tx, checkout.id, at);
  await takeBought(tx, checkout.cartId, checkout.promise.consignments.flatMap((c) => c.lines.map(({ offerId, quantity }) => ({ offerId, quantity }))));
  const base = env().APP_URL;
  const link = `${base}/${checkout.storefront}/orders/${checkout.number}?key=${linkKey("order", checkout.number)}`;
  await writeLetters(tx, [confirmationLetter(checkout, link), ...toTell.map((told) => packLetter(checkout, told, base))]);
  return { ...checkout, state: "paid", paidAt: at };
};

const letGo = async (tx: Tx, checkout: CheckoutRow, at: Instant, state: "expired" | "failed" = "expired"): Promise<CheckoutRow> => {
  await releaseHolds(tx, checkout.id);
  await cancelConsignments(tx, checkout.id, at);
  await setCheckoutState(tx, checkout.id, state);
  return { ...checkout, state };
};

/** The units were kept long enough: whatever Stripe says or does not say, they are for others now. Money that still comes is late. */
export const releaseOverdue = ({ checkoutId }: { readonly checkoutId: string }): Promise<Result<Settled, { readonly code: "checkout.not-found" }>> =>
  transaction<Settled, { readonly code: "checkout.not-found" }>(async (tx) => {
    const at = now();
    const checkout = await lockCheckout(tx, checkoutId);
    if (!checkout) return { ok: false, refusal: { code: "checkout.not-found" } };
    const after = checkout.state === "awaiting-payment" && checkout.holdUntil < at ? await letGo(tx, checkout, at) : checkout;
    return ok({ state: after.state, number: after.number });
  });
