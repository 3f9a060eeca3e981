import type { Id } from "@/kernel/id";
import { mint, type CallerActor, type ShopperActor } from "@/modules/access/actor";
import { isLive } from "@/modules/access/session";
import { findSession } from "@/modules/access/store";
import { hashPassword } from "@/platform/auth/password";
import { hashSecret } from "@/platform/auth/secret-hash";
import { newId, now } from "@/platform/clock";
import { database } from "@/platform/db";

export const goodPassword = "harbour-lantern-42";
export const otherPassword = "seven green umbrellas";

let made = 0;
/** An address that no other test uses, from a network of its own. */
export const anEmail = (): string => `person${++made}.${process.pid}@example.com`;
export const someone = (userId: Id<"user"> | null = null): CallerActor =>
  mint({ kind: "caller" as const, userId, address: `10.${(++made >> 8) & 255}.${made & 255}.7` });

export const anAccount = async (more: { email?: string; password?: string | null; isVerified?: boolean; storefront?: string; name?: string } = {}) => {
  const { password = goodPassword, isVerified = true, ...rest } = more;
  const id = newId("user");
  const person = { id, email: anEmail(), name: "Ana Rocha", storefront: "en-br", ...rest };
  await database().user.create({ data: { ...person, passwordHash: password === null ? null : await hashPassword(password), emailVerifiedAt: isVerified ? now() : null } });
  return person;
};

/** The link of the newest letter of a kind to somebody: its token, or null when none was written. */
export const tokenFrom = async (recipient: string, kind: string): Promise<string | null> => {
  const mail = await database().mail.findFirst({ where: { recipient, kind }, orderBy: { createdAt: "desc" } });
  return mail ? (/\?token=([A-Za-z0-9_-]{43})/.exec(mail.text)?.[1] ?? "") : null;
};

export const lettersTo = (recipient: string) => database().mail.findMany({ where: { recipient }, orderBy: { createdAt: "asc" } });

/** Whether a cookie with this secret would let anybody in now. */
export const isOpen = async (secret: string): Promise<boolean> => {
  const session = await findSession(hashSecret(secret));
  return session !== null && isLive(session, now());
};

export const shopperOf = async (secret: string): Promise<ShopperActor> => {
  const session = await findSession(hashSecret(secret));
  if (!session) throw new Error("no such session");
  const { id, email, isEmailVerified, storefront } = session.account;
  return mint({ kind: "shopper" as const, userId: id, sessionId: session.id, email, isEmailVerified, storefront });
};
