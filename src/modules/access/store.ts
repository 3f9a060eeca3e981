import type { Id } from "@/kernel/id";
import { instant, type Instant } from "@/kernel/time";
import { reader, type Tx } from "@/platform/db";
import { expiryFrom } from "./session";

export type Account = { readonly id: Id<"user">; readonly email: string; readonly name: string; readonly passwordHash: string | null; readonly isEmailVerified: boolean; readonly storefront: string };

const account = (row: { id: string; email: string; name: string; passwordHash: string | null; emailVerifiedAt: Date | null; storefront: string }): Account => ({
  id: row.id as Id<"user">,
  email: row.email,
  name: row.name,
  passwordHash: row.passwordHash,
  isEmailVerified: row.emailVerifiedAt !== null,
  storefront: row.storefront,
});

export const findAccountByEmail = async (email: string): Promise<Account | null> => {
  const row = await reader().user.findUnique({ where: { email } });
  return row && account(row);
};

export const insertSession = (
  tx: Tx,
  session: { id: Id<"session">; userId: Id<"user">; tokenHash: string; userAgent: string; at: Instant },
): Promise<unknown> =>
  tx.session.create({
    data: {
      id: session.id,
      userId: session.userId,
      tokenHash: session.tokenHash,
      userAgent: session.userAgent.slice(0, 300),
      createdAt: session.at,
      lastSeenAt: session.at,
      expiresAt: expiryFrom(session.at),
    },
  });

/** The session of a secret with the person and their memberships: everything that a door needs, in one statement. */
export const findSession = async (tokenHash: string) => {
  const row = await reader().session.findUnique({
    where: { tokenHash },
    include: { user: { include: { memberships: { include: { merchant: { select: { state: true } } }, orderBy: { createdAt: "asc" } } } } },
  });
  if (!row) return null;
  return {
    id: row.id as Id<"session">,
    createdAt: instant(row.createdAt),
    lastSeenAt: instant(row.lastSeenAt),
    expiresAt: instant(row.expiresAt),
    revokedAt: row.revokedAt && instant(row.revokedAt),
    account: account(row.user),
    isAdmin: row.user.isAdmin,
    memberships: row.user.memberships.map((m) => ({
      merchantId: m.merchantId as Id<"merchant">,
      role: m.role === "owner" ? ("owner" as const) : ("staff" as const),
      isMerchantActive: m.merchant.state === "active",
    })),
  };
};

/** At most one write an hour: a session that is used stays alive without a write per page. */
export const touchSession = (id: Id<"session">, at: Instant): Promise<unknown> =>
  reader().session.update({ where: { id }, data: { lastSeenAt: at, expiresAt: expiryFrom(at) } });

export const revokeSessions = async (tx: Tx, userId: Id<"user">, at: Instant, except?: Id<"session">): Promise<void> => {
  await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: at },
  });
};
