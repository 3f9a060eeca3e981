import type { Instant } from "@/kernel/time";
import { newId } from "@/platform/clock";
import type { Tx } from "@/platform/db";
import { enqueue } from "@/platform/jobs/queue";
import { insertCommand, insertRefund } from "../store";

/** Gives a whole payment back: the refund, the command and its job with the change that asks for it. `stripeAmount` is in Stripe's unit. */
export const giveBack = async (
  tx: Tx,
  { payment, reason, at }: { payment: { id: string; paymentIntentId: string; captured: bigint; currency: string; stripeAmount: number }; reason: "overpaid" | "mismatched" | "paid-late"; at: Instant },
): Promise<void> => {
  const refundId = newId("refund");
  const commandId = newId("command");
  await insertRefund(tx, { id: refundId, paymentId: payment.id, amount: payment.captured, currency: payment.currency, reason, at });
  await insertCommand(tx, { id: commandId, kind: "refund", subject: refundId, params: { paymentIntentId: payment.paymentIntentId, amount: payment.stripeAmount, refundId, reason }, at });
  await enqueue(tx, "send-stripe-command", { commandId });
};
