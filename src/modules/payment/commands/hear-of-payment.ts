import type { Currency } from "@/kernel/currency";
import type { Instant } from "@/kernel/time";
import { newId } from "@/platform/clock";
import type { Tx } from "@/platform/db";
import { fromStripeAmount } from "@/platform/stripe/stripe-money";
import type { AttemptStatus, SessionFacts } from "../attempt";
import { closeEvent, insertPayment, setAttemptStatus } from "../store";

/** Writes down what became of an attempt; a status that changed meanwhile is left. */
export const moveAttempt = (tx: Tx, attempt: { readonly id: string; readonly status: AttemptStatus }, to: AttemptStatus): Promise<void> => setAttemptStatus(tx, attempt.id, attempt.status, to);

export type Received = { readonly id: string; readonly paymentIntentId: string; readonly captured: bigint; readonly currency: Currency; readonly stripeAmount: number };

/** Writes down money that arrived, with what it is for us: settled, one too many, or not what was asked for; its attempt has succeeded. Once per PaymentIntent: null when it was known. */
export const writePayment = async (
  tx: Tx,
  { attempt, payment, standing, at }: { attempt: { readonly id: string; readonly checkoutId: string }; payment: NonNullable<SessionFacts["payment"]>; standing: "settled" | "overpaid" | "mismatched"; at: Instant },
): Promise<Received | null> => {
  const captured = fromStripeAmount(payment.received, payment.currency.toUpperCase() as Currency);
  const id = newId("payment");
  const isNew = await insertPayment(tx, {
    id, attemptId: attempt.id, checkoutId: attempt.checkoutId, paymentIntentId: payment.intentId, chargeId: payment.chargeId, standing,
    captured: captured.amount, currency: captured.currency, methodType: payment.methodType, at,
  });
  return isNew ? { id, paymentIntentId: payment.intentId, captured: captured.amount, currency: captured.currency, stripeAmount: Number(payment.received) } : null;
};

/** An event of the inbox has been dealt with, or cannot be. */
export const finishEvent = (eventId: string, status: "done" | "incident", at: Instant, because: string | null = null): Promise<void> => closeEvent(eventId, status, at, because);
