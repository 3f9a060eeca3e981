import type { Instant } from "@/kernel/time";
import { database, type Tx } from "@/platform/db";
import type { AttemptStatus, CommandKind } from "./attempt";

export type Command = { readonly id: string; readonly kind: CommandKind; readonly subject: string; readonly generation: number; readonly params: unknown; readonly status: string; readonly firstSentAt: Date | null; readonly attempts: number };

/** An attempt and the command that opens its session, marked as being sent by whoever asks, in one statement. */
export const insertAttempt = async (tx: Tx, attempt: { id: string; checkoutId: string; amount: number; currency: string; expiresAt: Instant; at: Instant }, command: { id: string; params: object }): Promise<void> => {
  await tx.$executeRaw`
    /* plan kept */ with a as (insert into payment_attempt (id, "checkoutId", status, amount, currency, "expiresAt", "createdAt")
      values (${attempt.id}, ${attempt.checkoutId}, 'created', ${attempt.amount}, ${attempt.currency}, ${attempt.expiresAt}::timestamptz, ${attempt.at}::timestamptz))
    insert into stripe_command (id, kind, subject, params, status, attempts, "firstSentAt", "createdAt")
    values (${command.id}, 'create-session', ${attempt.id}, ${JSON.stringify(command.params)}::jsonb, 'sending', 1, ${attempt.at}::timestamptz, ${attempt.at}::timestamptz)`;
};

/** A command once per kind and subject: asked for again, nothing is written. */
export const insertCommand = async (tx: Tx, command: { id: string; kind: CommandKind; subject: string; generation?: number; params: object; at: Instant }): Promise<boolean> => {
  const { count } = await tx.stripeCommand.createMany({
    data: { id: command.id, kind: command.kind, subject: command.subject, generation: command.generation ?? 1, params: command.params, createdAt: command.at }, skipDuplicates: true,
  });
  return count === 1;
};

/** Marks a command as being sent, or null when its outcome is known. Two senders at once are harmless: they use one idempotency key. */
export const claimCommand = async (commandId: string, at: Instant): Promise<Command | null> => {
  const rows = await database().$queryRaw<Command[]>`
    update stripe_command set status = 'sending', attempts = attempts + 1, "firstSentAt" = coalesce("firstSentAt", ${at}::timestamptz)
    where id = ${commandId} and status in ('pending', 'sending', 'unknown')
    returning id, kind, subject, generation, params, status, "firstSentAt", attempts`;
  return rows[0] ?? null;
};

export const markCommand = async (tx: Tx, commandId: string, outcome: { status: "succeeded" | "rejected" | "unknown" | "abandoned"; resultId?: string; error?: object }): Promise<void> => {
  await tx.stripeCommand.updateMany({
    // What is known is not made unknown again by a slower sender.
    where: { id: commandId, status: { in: ["pending", "sending", "unknown"] } },
    data: { status: outcome.status, ...(outcome.resultId ? { resultId: outcome.resultId } : {}), ...(outcome.error ? { error: outcome.error } : {}) },
  });
};

/** The answer to the command that opens a session, with the attempt it is for, in one statement. What is known of the command already stays. */
export const openSession = async (commandId: string, attemptId: string, session: { id: string; url: string | null }): Promise<void> => {
  await database().$executeRaw`
    /* plan kept */ with known as (update stripe_command set status = 'succeeded', "resultId" = ${session.id} where id = ${commandId} and status in ('pending', 'sending', 'unknown'))
    update payment_attempt set "sessionId" = ${session.id}, "sessionUrl" = ${session.url}, status = case when status = 'created' then 'open' else status end where id = ${attemptId}`;
};

export const setAttemptStatus = async (tx: Tx, attemptId: string, from: AttemptStatus, to: AttemptStatus): Promise<void> => {
  await tx.paymentAttempt.updateMany({ where: { id: attemptId, status: from }, data: { status: to } });
};

/** Money that arrived, once per PaymentIntent, and the attempt that brought it as succeeded, in one statement: true when this is the first news of it. */
export const insertPayment = async (tx: Tx, payment: { id: string; attemptId: string; checkoutId: string; paymentIntentId: string; chargeId: string | null; standing: string; captured: bigint; currency: string; methodType: string | null; at: Instant }): Promise<boolean> => {
  const { id, attemptId, checkoutId, paymentIntentId, chargeId, standing, captured, currency, methodType, at } = payment;
  const written = await tx.$executeRaw`
    /* plan kept */ with succeeded as (update payment_attempt set status = 'succeeded' where id = ${attemptId} and status <> 'succeeded')
    insert into payment (id, "attemptId", "checkoutId", "paymentIntentId", "chargeId", standing, captured, currency, "methodType", "succeededAt")
    values (${id}, ${attemptId}, ${checkoutId}, ${paymentIntentId}, ${chargeId}, ${standing}, ${captured}, ${currency}, ${methodType}, ${at}::timestamptz)
    on conflict do nothing`;
  return written === 1;
};

export const insertRefund = async (tx: Tx, refund: { id: string; paymentId: string; amount: bigint; currency: string; reason: string; at: Instant }): Promise<void> => {
  const { at, ...data } = refund;
  await tx.refund.create({ data: { ...data, status: "requested", createdAt: at }, select: { id: true } });
};

export const setRefund = async (tx: Tx, refundId: string, data: { status: string; stripeId?: string }): Promise<void> => {
  await tx.refund.updateMany({ where: { id: refundId }, data });
};

/** The inbox: true when the event is new. */
export const insertEvent = async (tx: Tx | null, event: { id: string; type: string; objectId: string | null; livemode: boolean; apiVersion: string | null; created: Date; source: string; payload: object; at: Instant; isDone: boolean }): Promise<boolean> => {
  const { at, isDone, ...data } = event;
  return (await (tx ?? database()).stripeEvent.createMany({ data: { ...data, receivedAt: at, ...(isDone ? { status: "done", processedAt: at } : {}) }, skipDuplicates: true })).count === 1;
};

export const closeEvent = async (eventId: string, status: "done" | "incident", at: Instant, lastError: string | null = null): Promise<void> => {
  await database().stripeEvent.updateMany({ where: { id: eventId }, data: { status, processedAt: at, lastError, attempts: { increment: 1 } } });
};

