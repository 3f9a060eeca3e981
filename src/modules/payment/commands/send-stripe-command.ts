import { ok, refuse, type Result } from "@/kernel/result";
import { addSeconds, secondsBetween, type Instant } from "@/kernel/time";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { enqueue } from "@/platform/jobs/queue";
import { log } from "@/platform/log";
import { isDefiniteNo, stripe } from "@/platform/stripe/stripe";
import { sessionParams, type SessionWanted } from "../session-params";
import { findAttempt } from "../queries";
import { claimCommand, insertCommand, markCommand, openSession, setAttemptStatus, setRefund, type Command } from "../store";
import { sessionSeconds } from "./open-attempt";

export type SendRefusal = { readonly code: "payment.not-available" };
/** A command as a sender needs it. */
export type ToSend = Pick<Command, "id" | "kind" | "subject" | "generation" | "params">;
type Sent = { readonly id: string; readonly url: string | null; readonly status: string | null };

/**
 * Sends a written command to Stripe and keeps the answer (payments.md 10.5). May be called any number of times, by a request, a job and the sweeper at
 * once: the key is the command's id and generation, so Stripe executes it once. A definite no ends it; no answer leaves it unknown, to be sent again
 * with the same key. An answer that is not what it should be counts as no answer.
 */
export const sendStripeCommand = async ({ commandId }: { readonly commandId: string }): Promise<Result<Sent | null, SendRefusal>> => {
  const at = now();
  const command = await claimCommand(commandId, at);
  return command ? sendClaimed(command, at) : ok(null);
};

/** Sends a command that was written as being sent already, by whoever wrote it and at once: a buyer does not wait for a job. */
export const sendAtOnce = (command: ToSend): Promise<Result<Sent | null, SendRefusal>> => sendClaimed(command, now());

/** Puts a command whose answer did not come before a job, some seconds later. */
export const sendLater = async (commandId: string): Promise<void> => {
  await transaction(async (tx) => ok(await enqueue(tx, "send-stripe-command", { commandId }, 5)));
};

const sendClaimed = async (command: ToSend, at: Instant): Promise<Result<Sent | null, SendRefusal>> => {
  try {
    const sent = await execute(command);
    if (command.kind === "create-session") await openSession(command.id, command.subject, sent);
    else await transaction(async (tx) => {
      await markCommand(tx, command.id, { status: "succeeded", resultId: sent.id });
      if (command.kind === "refund") await setRefund(tx, command.subject, { status: sent.status === "succeeded" ? "succeeded" : sent.status === "failed" ? "failed" : "pending", stripeId: sent.id });
      return ok(null);
    });
    return ok(sent);
  } catch (error) {
    return (await rejected(command, error, at)) ? refuse({ code: "payment.not-available" }) : unknown(command, error);
  }
};

const keyOf = (command: ToSend): string => `cmd_${command.id}_${command.generation}`;

const execute = async (command: ToSend): Promise<Sent> => {
  const options = { idempotencyKey: keyOf(command) };
  if (command.kind === "create-session") {
    const answer = await stripe().checkout.sessions.create(sessionParams(command.params as SessionWanted, command.id), options);
    return { id: proven(answer, "checkout.session", "cs_"), url: answer.url, status: answer.status };
  }
  if (command.kind === "expire-session") {
    const { sessionId } = command.params as { sessionId: string };
    const answer = await stripe().checkout.sessions.expire(sessionId, {}, options);
    return { id: proven(answer, "checkout.session", "cs_"), url: null, status: answer.status };
  }
  const { paymentIntentId, amount, refundId } = command.params as { paymentIntentId: string; amount: number; refundId: string };
  const answer = await stripe().refunds.create({ payment_intent: paymentIntentId, amount, metadata: { refund_id: refundId, command_id: command.id } }, options);
  return { id: proven(answer, "refund", "re_"), url: null, status: answer.status };
};

class NoAnswer extends Error {}

/** The SDK takes a 500 without an error object for a success: an answer counts only with its status, its kind and its id. */
const proven = (answer: { id: string; object: string; lastResponse?: { statusCode: number } }, object: string, prefix: string): string => {
  const status = answer.lastResponse?.statusCode ?? 200;
  if (status < 200 || status > 299 || answer.object !== object || typeof answer.id !== "string" || !answer.id.startsWith(prefix)) throw new NoAnswer(`no ${object} in the answer (${status})`);
  return answer.id;
};

/** Whether Stripe said a definite no; its consequence is written with it. */
const rejected = async (command: ToSend, error: unknown, at: Instant): Promise<boolean> => {
  const isNo = isDefiniteNo(error);
  if (!isNo || error.code === "lock_timeout" || error.code === "rate_limit") return false;
  log.warn({ command: command.id, kind: command.kind, code: error.code, param: error.param }, "Stripe refused a command");
  const again = command.kind === "create-session" && error.param === "expires_at" ? await renewed(command, at) : null;
  await transaction(async (tx) => {
    await markCommand(tx, command.id, { status: "rejected", error: { type: error.type, code: error.code ?? null, param: error.param ?? null, message: error.message.slice(0, 500) } });
    if (again) {
      const id = newId("command");
      if (await insertCommand(tx, { id, kind: command.kind, subject: command.subject, generation: command.generation + 1, params: again, at })) await enqueue(tx, "send-stripe-command", { commandId: id });
    } else if (command.kind === "create-session") await setAttemptStatus(tx, command.subject, "created", "failed");
    else if (command.kind === "refund") await setRefund(tx, command.subject, { status: "failed" });
    return ok(null);
  });
  return true;
};

/** A session sent too late for its own end gets a new one, while the units are kept: at most eight minutes after ordering. */
const renewed = async (command: ToSend, at: Instant): Promise<SessionWanted | null> => {
  const attempt = await findAttempt(command.subject);
  if (!attempt || attempt.status !== "created" || secondsBetween(attempt.expiresAt.toISOString() as Instant, addSeconds(at, sessionSeconds)) > 8 * 60) return null;
  return { ...(command.params as SessionWanted), expiresAt: Math.floor(new Date(at).getTime() / 1000) + sessionSeconds };
};

const unknown = async (command: ToSend, error: unknown): Promise<never> => {
  await transaction(async (tx) => {
    await markCommand(tx, command.id, { status: "unknown" });
    return ok(null);
  });
  throw error instanceof Error ? error : new Error("no answer from Stripe");
};
