import type { Id } from "@/kernel/id";
import { instant, type Instant } from "@/kernel/time";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import type { ShopperActor } from "./actor";
import { isLive } from "./session";

export type OpenSession = { readonly id: Id<"session">; readonly userAgent: string; readonly createdAt: Instant; readonly lastSeenAt: Instant; readonly isThisOne: boolean };

/** The browsers in which somebody is signed in, the one that asks first. */
export const listSessions = async (actor: ShopperActor): Promise<readonly OpenSession[]> => {
  const at = now();
  const rows = await reader().session.findMany({ where: { userId: actor.userId, revokedAt: null, expiresAt: { gt: at } }, orderBy: { lastSeenAt: "desc" }, take: 50 });
  return rows
    .filter((row) => isLive({ createdAt: instant(row.createdAt), expiresAt: instant(row.expiresAt), revokedAt: null }, at))
    .map((row) => ({ id: row.id as Id<"session">, userAgent: row.userAgent, createdAt: instant(row.createdAt), lastSeenAt: instant(row.lastSeenAt), isThisOne: row.id === actor.sessionId }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
};
