import { encode, getToken } from "next-auth/jwt";
import { cookies } from "next/headers";
import type { Id } from "@/kernel/id";
import { ok, type Refusal, type Result } from "@/kernel/result";
import { env } from "@/platform/env";

// The cookie is next-auth's encrypted token, with the name and the attributes that next-auth gives it.
export const cookieSeconds = 90 * 24 * 3600;
export const isSecureShop = (): boolean => env().APP_URL.startsWith("https://");
const cookieName = (): string => `${isSecureShop() ? "__Secure-" : ""}next-auth.session-token`;

/** The session secret inside the cookie, or null when the cookie is missing, forged or stale. */
export const readSessionSecret = async (jar: { getAll(): { name: string; value: string }[] }): Promise<string | null> => {
  const given = Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]));
  if (!Object.keys(given).some((name) => name.startsWith(cookieName()))) return null;
  // getToken also takes a bearer header; it is given none, so that a session lives in a cookie only.
  const req = { cookies: given, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"];
  const token = await getToken({ req, secret: env().NEXTAUTH_SECRET, secureCookie: isSecureShop(), cookieName: cookieName() });
  return (token as { secret?: string } | null)?.secret || null;
};

/** The value of a session's cookie. */
export const sealSession = ({ userId, secret }: { userId: Id<"user">; secret: string }): Promise<string> =>
  encode({ token: { sub: userId, secret }, secret: env().NEXTAUTH_SECRET, maxAge: cookieSeconds });

/** Puts another session into the browser that asks: for verbs that prove who somebody is inside a session, such as a new password. */
export const keepSessionCookie = async (session: { userId: Id<"user">; secret: string }): Promise<void> => {
  (await cookies()).set(cookieName(), await sealSession(session), { httpOnly: true, sameSite: "lax", secure: isSecureShop(), path: "/", maxAge: cookieSeconds });
};

export const dropSessionCookie = async (): Promise<void> => {
  (await cookies()).set(cookieName(), "", { httpOnly: true, sameSite: "lax", secure: isSecureShop(), path: "/", maxAge: 0 });
};

/** Puts the session that a verb has opened into the browser, and keeps its secret from the page: scripts never see it. */
export const inNewSession =
  <A, I, R extends Refusal>(verb: (actor: A, input: I) => Promise<Result<{ readonly userId: Id<"user">; readonly secret: string }, R>>) =>
  async (actor: A, input: I): Promise<Result<null, R>> => {
    const result = await verb(actor, input);
    if (!result.ok) return result;
    await keepSessionCookie(result.value);
    return ok(null);
  };

/** Takes the cookie away with the session. */
export const leaving =
  <A, I, V, R extends Refusal>(verb: (actor: A, input: I) => Promise<Result<V, R>>) =>
  async (actor: A, input: I): Promise<Result<V, R>> => {
    const result = await verb(actor, input);
    if (result.ok) await dropSessionCookie();
    return result;
  };
