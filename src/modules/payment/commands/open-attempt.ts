import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import { newId } from "@/platform/clock";
import type { Tx } from "@/platform/db";
import { enqueue } from "@/platform/jobs/queue";
import type { SessionWanted } from "../session-params";
import type { ToSend } from "./send-stripe-command";
import { insertAttempt, insertCommand } from "../store";

/** A session lives 31 minutes: Stripe's shortest is 30, and the units of a cart are not kept for those who went away. */
export const sessionSeconds = 31 * 60;

/**
 * A try to be paid: the attempt and the command that opens its session, which whoever asks sends right after the commit. A sender that dies before it
 * has an answer leaves the command to the sweeper; one that gets none leaves it to a job (`sendLater`).
 * One open attempt per checkout, by a unique index.
 */
export const openAttempt = async (
  tx: Tx,
  { attemptId, amount, at, expiresAt, session }: { attemptId: Id<"attempt">; amount: number; at: Instant; expiresAt: Instant; session: SessionWanted },
): Promise<ToSend> => {
  const commandId = newId("command");
  await insertAttempt(tx, { id: attemptId, checkoutId: session.checkoutId, amount, currency: session.currency, expiresAt, at }, { id: commandId, params: session });
  return { id: commandId, kind: "create-session", subject: attemptId, generation: 1, params: session };
};

/** Asks Stripe to close a session that nobody should pay any more. */
export const closeAttemptSession = async (tx: Tx, attempt: { readonly id: string; readonly sessionId: string | null }, at: Instant): Promise<void> => {
  if (!attempt.sessionId) return;
  const id = newId("command");
  if (await insertCommand(tx, { id, kind: "expire-session", subject: attempt.id, params: { sessionId: attempt.sessionId }, at })) await enqueue(tx, "send-stripe-command", { commandId: id });
};
