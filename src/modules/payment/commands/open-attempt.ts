import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import { newId } from "@/platform/clock";
import type { Tx } from "@/platform/db";
import { enqueue } from "@/platform/jobs/queue";
import type { SessionWanted } from "../session-params";
import { insertAttempt, insertCommand } from "../store";

/** A session lives 31 minutes: Stripe's shortest is 30, and the units of a cart are not kept for those who went away. */
export const sessionSeconds = 31 * 60;

/**
 * A try to be paid: the attempt, the command that opens its session, and the job that sends it if the buyer's own request does not.
 * One open attempt per checkout, by a unique index. The job waits a little, so that as a rule it finds nothing left to do.
 */
export const openAttempt = async (
  tx: Tx,
  { attemptId, amount, at, expiresAt, session }: { attemptId: Id<"attempt">; amount: number; at: Instant; expiresAt: Instant; session: SessionWanted },
): Promise<Id<"command">> => {
  const commandId = newId("command");
  await insertAttempt(tx, { id: attemptId, checkoutId: session.checkoutId, amount, currency: session.currency, expiresAt, at }, { id: commandId, params: session });
  await enqueue(tx, "send-stripe-command", { commandId }, 5);
  return commandId;
};

/** Asks Stripe to close a session that nobody should pay any more. */
export const closeAttemptSession = async (tx: Tx, attempt: { readonly id: string; readonly sessionId: string | null }, at: Instant): Promise<void> => {
  if (!attempt.sessionId) return;
  const id = newId("command");
  if (await insertCommand(tx, { id, kind: "expire-session", subject: attempt.id, params: { sessionId: attempt.sessionId }, at })) await enqueue(tx, "send-stripe-command", { commandId: id });
};
