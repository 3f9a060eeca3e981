import { addSeconds } from "@/kernel/time";
import { transaction } from "@/platform/db";
import { ok } from "@/kernel/result";
import { closeAttemptSession } from "@/modules/payment/commands/open-attempt";
import { pollEvents } from "@/modules/payment/commands/poll-events";
import { sendStripeCommand } from "@/modules/payment/commands/send-stripe-command";
import { findAttempt, listOverdueAttempts, listStuckCommands, listUnfinishedEvents } from "@/modules/payment/queries";
import { isOpenAttempt } from "@/modules/payment/attempt";
import { now } from "@/platform/clock";
import { log } from "@/platform/log";
import { listOverdueCheckouts } from "../store";
import { hearStripeEvent } from "./hear-stripe-event";
import { releaseOverdue, settleCheckout } from "./settle-checkout";

/**
 * What must happen although nobody asks: commands without an answer are sent again, events that no webhook brought are fetched, attempts past their time
 * are settled (and closed at Stripe when it still thinks them open), and units kept too long are let go. Every part alone: one that fails stops no other.
 */
export const sweepCheckouts = async (): Promise<void> => {
  const at = now();
  await each(await listStuckCommands(addSeconds(at, -20)), (commandId) => sendStripeCommand({ commandId }));
  await each(["events"], pollEvents);
  await each(await listUnfinishedEvents(addSeconds(at, -60)), (eventId) => hearStripeEvent({ eventId }));
  await each(await listOverdueAttempts(at), async ({ id, checkoutId }) => {
    await settleCheckout({ checkoutId });
    const attempt = await findAttempt(id);
    if (attempt && isOpenAttempt(attempt.status)) {
      await transaction(async (tx) => {
        await closeAttemptSession(tx, attempt, at);
        return ok(null);
      });
    }
  });
  await each(await listOverdueCheckouts(at), async (checkoutId) => {
    await settleCheckout({ checkoutId }).catch((error: unknown) => log.warn({ err: error, checkoutId }, "not settled before release"));
    await releaseOverdue({ checkoutId });
  });
};

const each = async <T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> => {
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      log.warn({ err: error, item }, "sweep");
    }
  }
};
