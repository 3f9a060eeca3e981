import { ok, type Result } from "@/kernel/result";
import { sendAtOnce, sendLater, type SendRefusal } from "@/modules/payment/commands/send-stripe-command";
import { findAttempt } from "@/modules/payment/queries";
import { log } from "@/platform/log";
import type { PaymentPage } from "../checkout";
import type { PlaceOrder } from "../schema";
import { placeOrder, type Buyer, type PlaceRefusal } from "./place-order";

/**
 * Places the order and opens the payment page at once, so that the buyer does not wait for a job. When Stripe does not answer now, the order stands,
 * a job sends the command again with the same key, and the buyer pays from the order's page.
 */
export const payForOrder = async (buyer: Buyer, input: PlaceOrder): Promise<Result<PaymentPage, PlaceRefusal | SendRefusal>> => {
  const placed = await placeOrder(buyer, input);
  if (!placed.ok) return placed;
  const { number, url, toSend, attemptId } = placed.value;
  if (url) return ok({ number, url });
  if (toSend) {
    try {
      const sent = await sendAtOnce(toSend);
      if (!sent.ok) return sent;
      if (sent.value?.url) return ok({ number, url: sent.value.url });
    } catch (error) {
      log.warn({ err: error, commandId: toSend.id }, "no answer from Stripe; a job goes on");
      await sendLater(toSend.id);
    }
  }
  return ok({ number, url: (await findAttempt(attemptId))?.sessionUrl ?? null });
};
