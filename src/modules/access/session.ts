import { addSeconds, secondsBetween, type Instant } from "@/kernel/time";

/** A session lives 14 days from its last use and 90 days in all. */
const idleSeconds = 14 * 24 * 3600;
const absoluteSeconds = 90 * 24 * 3600;

export type SessionFacts = { readonly createdAt: Instant; readonly expiresAt: Instant; readonly revokedAt: Instant | null };

export const isLive = (session: SessionFacts, at: Instant): boolean =>
  session.revokedAt === null && session.expiresAt > at && secondsBetween(session.createdAt, at) < absoluteSeconds;

export const expiryFrom = (at: Instant): Instant => addSeconds(at, idleSeconds);
