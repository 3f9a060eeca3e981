import type { Instant } from "@/kernel/time";
import { database, reader } from "@/platform/db";
import type { AttemptStatus, CommandKind } from "./attempt";

export type Attempt = { readonly id: string; readonly checkoutId: string; readonly status: AttemptStatus; readonly amount: bigint; readonly currency: string; readonly sessionId: string | null; readonly sessionUrl: string | null; readonly expiresAt: Date };

export const findAttempt = async (attemptId: string): Promise<Attempt | null> => (await reader().paymentAttempt.findUnique({ where: { id: attemptId } })) as Attempt | null;

/** All tries of a checkout, the first first. */
export const listAttempts = async (checkoutId: string): Promise<readonly Attempt[]> =>
  (await reader().paymentAttempt.findMany({ where: { checkoutId }, orderBy: { createdAt: "asc" } })) as unknown as Attempt[];

/** The newest command of a kind about a subject. */
export const findCommandOf = (kind: CommandKind, subject: string) =>
  reader().stripeCommand.findFirst({ where: { kind, subject }, orderBy: { generation: "desc" }, select: { id: true, kind: true, subject: true, generation: true, params: true } }) as Promise<{ id: string; kind: CommandKind; subject: string; generation: number; params: unknown } | null>;

export const findEvent = (eventId: string) => reader().stripeEvent.findUnique({ where: { id: eventId } });
export const newestEventAt = async (): Promise<Date | null> => (await database().stripeEvent.findFirst({ orderBy: { created: "desc" }, select: { created: true } }))?.created ?? null;

export const listUnfinishedEvents = async (before: Instant): Promise<readonly string[]> =>
  (await database().stripeEvent.findMany({ where: { status: "new", receivedAt: { lt: before } }, select: { id: true }, orderBy: { receivedAt: "asc" }, take: 100 })).map((row) => row.id);

/** Attempts whose session should have ended. */
export const listOverdueAttempts = (at: Instant) =>
  database().paymentAttempt.findMany({ where: { status: { in: ["created", "open", "processing"] }, expiresAt: { lt: at } }, select: { id: true, checkoutId: true }, orderBy: { expiresAt: "asc" }, take: 200 });

/** Commands whose outcome is still not known. */
export const listStuckCommands = async (before: Instant): Promise<readonly string[]> =>
  (await database().stripeCommand.findMany({ where: { status: { in: ["pending", "sending", "unknown"] }, createdAt: { lt: before } }, select: { id: true }, orderBy: { createdAt: "asc" }, take: 100 })).map((row) => row.id);
