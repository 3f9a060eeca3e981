import type { Id } from "@/kernel/id";
import { instant, type Instant } from "@/kernel/time";
import { reader, type Tx } from "@/platform/db";
import { expiryFrom } from "./session";
import { tokenExpiry, type TokenPurpose } from "./token";

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

export const findAccount = async (userId: string): Promise<Account | null> => {
  const row = await reader().user.findUnique({ where: { id: userId } });
  return row && account(row);
};

/** Adds an account; false when the address has one already, however many ask at once. */
export const insertAccount = async (
  tx: Tx,
  person: { id: Id<"user">; email: string; name: string; passwordHash: string | null; storefront: string; at: Instant; isVerified: boolean },
): Promise<boolean> => {
  const { id, email, name, passwordHash, storefront, at } = person;
  const { count } = await tx.user.createMany({
    data: { id, email, name, passwordHash, storefront, createdAt: at, emailVerifiedAt: person.isVerified ? at : null },
    skipDuplicates: true,
  });
  return count === 1;
};

export const savePassword = async (tx: Tx, userId: Id<"user">, passwordHash: string | null): Promise<void> => {
  await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
};

/** The moment somebody proved that a mailbox is theirs stays the first one. */
export const saveVerified = async (tx: Tx, userId: Id<"user">, at: Instant): Promise<void> => {
  await tx.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { emailVerifiedAt: at } });
};

export const saveProfile = async (tx: Tx, userId: Id<"user">, profile: { name?: string; storefront?: string }): Promise<void> => {
  await tx.user.update({ where: { id: userId }, data: profile, select: { id: true } });
};

export const insertToken = async (
  tx: Tx,
  token: { id: Id<"token">; tokenHash: string; purpose: TokenPurpose; userId: Id<"user">; email: string; at: Instant },
): Promise<void> => {
  const { id, tokenHash, purpose, userId, email, at } = token;
  await tx.accountToken.create({ data: { id, tokenHash, purpose, userId, email, expiresAt: tokenExpiry(at) } });
};

/**
 * Uses a token up and gives its account: one conditional UPDATE, so that of twenty at once one wins. Null when it is unknown, used, stale,
 * made for another purpose, or for an address that the account no longer has.
 */
export const redeemToken = async (tx: Tx, tokenHash: string, purpose: TokenPurpose, at: Instant): Promise<Account | null> => {
  const { count } = await tx.accountToken.updateMany({ where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: at } }, data: { usedAt: at } });
  if (count !== 1) return null;
  const row = await tx.accountToken.findUniqueOrThrow({ where: { tokenHash }, include: { user: true } });
  return row.user.email === row.email ? account(row.user) : null;
};

/** The account that a token is good for now, without using it up. */
export const findTokenAccount = async (tokenHash: string, purpose: TokenPurpose, at: Instant): Promise<Account | null> => {
  const row = await reader().accountToken.findFirst({ where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: at } }, include: { user: true } });
  return row && row.user.email === row.email ? account(row.user) : null;
};

/** Makes every open token of an account worthless: what they could prove has been proved, or must be asked for again. */
export const voidTokens = async (tx: Tx, userId: Id<"user">, at: Instant): Promise<void> => {
  await tx.accountToken.updateMany({ where: { userId, usedAt: null }, data: { usedAt: at } });
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

/** What the browser of a session calls itself. */
export const findUserAgent = async (sessionId: Id<"session">): Promise<string> =>
  (await reader().session.findUnique({ where: { id: sessionId }, select: { userAgent: true } }))?.userAgent ?? "";

/** Ends one session of a person. Whose it is stands in the `where`. */
export const revokeSession = async (tx: Tx, userId: Id<"user">, sessionId: Id<"session">, at: Instant): Promise<boolean> =>
  (await tx.session.updateMany({ where: { id: sessionId, userId, revokedAt: null }, data: { revokedAt: at } })).count === 1;

export const revokeSessionOfSecret = async (tx: Tx, tokenHash: string, at: Instant): Promise<void> => {
  await tx.session.updateMany({ where: { tokenHash, revokedAt: null }, data: { revokedAt: at } });
};
