import { cookies, headers } from "next/headers";
import { cache } from "react";
import { ok, refuse, type Result } from "@/kernel/result";
import { secondsBetween } from "@/kernel/time";
import { hashSecret } from "@/platform/auth/secret-hash";
import { clientAddressHeader, clientAddressOf } from "@/platform/client-address";
import { now } from "@/platform/clock";
import { mint, type AdminActor, type CallerActor, type MerchantActor, type ShopperActor, type VisitorActor } from "./actor";
import { readSessionSecret } from "./session-cookie";
import { isLive } from "./session";
import { findSession, touchSession } from "./store";

export type NotSignedIn = { readonly code: "access.not-signed-in" };
export type NotAllowed = { readonly code: "access.not-allowed" };

// Once per request: a page and its islands ask several times.
const currentSession = cache(async () => {
  const secret = await readSessionSecret(await cookies());
  if (!secret) return null;
  const session = await findSession(hashSecret(secret));
  const at = now();
  if (!session || !isLive(session, at)) return null;
  if (secondsBetween(session.lastSeenAt, at) > 3600) await touchSession(session.id, at);
  return session;
});

/** Anybody. Says who when somebody is signed in. */
export const visitor = async (): Promise<Result<VisitorActor, never>> => {
  const session = await currentSession();
  return ok(mint({ kind: "visitor" as const, userId: session?.account.id ?? null }));
};

/** The network that a request comes from: the key of limits that are not about an account. */
export const callerAddress = async (): Promise<string> => clientAddressOf((await headers()).get(clientAddressHeader));

/** Anybody, with where they come from. */
export const caller = async (): Promise<Result<CallerActor, never>> => {
  const session = await currentSession();
  return ok(mint({ kind: "caller" as const, userId: session?.account.id ?? null, address: await callerAddress() }));
};

/** Somebody signed in, or a refusal that leads to the sign-in page. */
export const requireShopper = async (): Promise<Result<ShopperActor, NotSignedIn>> => {
  const session = await currentSession();
  if (!session) return refuse({ code: "access.not-signed-in" });
  const { id, email, isEmailVerified, storefront } = session.account;
  return ok(mint({ kind: "shopper" as const, userId: id, sessionId: session.id, email, isEmailVerified, storefront }));
};

/** Somebody who may act for a merchant now: the membership and the merchant's state are read with every request, so that a suspension works at once. */
export const requireMerchant = async (): Promise<Result<MerchantActor, NotSignedIn | NotAllowed>> => {
  const session = await currentSession();
  if (!session) return refuse({ code: "access.not-signed-in" });
  const membership = session.memberships.find((m) => m.isMerchantActive);
  if (!membership) return refuse({ code: "access.not-allowed" });
  return ok(mint({ kind: "merchant" as const, userId: session.account.id, merchantId: membership.merchantId, role: membership.role }));
};

/** One of the staff. */
export const requireAdmin = async (): Promise<Result<AdminActor, NotSignedIn | NotAllowed>> => {
  const session = await currentSession();
  if (!session) return refuse({ code: "access.not-signed-in" });
  return session.isAdmin ? ok(mint({ kind: "admin" as const, userId: session.account.id })) : refuse({ code: "access.not-allowed" });
};

/** What a header greets with; null for a guest. */
export const currentPerson = async () => {
  const session = await currentSession();
  return session && {
    userId: session.account.id,
    name: session.account.name,
    email: session.account.email,
    storefront: session.account.storefront,
    isEmailVerified: session.account.isEmailVerified,
    isAdmin: session.isAdmin,
    isMerchant: session.memberships.some((m) => m.isMerchantActive),
    isSuspendedMerchant: session.memberships.length > 0 && !session.memberships.some((m) => m.isMerchantActive),
  };
};
