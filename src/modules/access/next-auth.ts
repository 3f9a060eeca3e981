import { getToken } from "next-auth/jwt";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GoogleProvider from "next-auth/providers/google";
import { env } from "@/platform/env";
import { openSession } from "./commands/open-session";
import { signIn } from "./commands/sign-in";
import { closeSession } from "./commands/close-session";
import { adoptOAuthAccount } from "./commands/adopt-oauth-account";

// The cookie is next-auth's signed and encrypted token. It carries only the secret of a session row: who that is, and whether it
// still holds, is read from the database, because a token that answers by itself cannot be revoked.
declare module "next-auth/jwt" {
  interface JWT {
    secret?: string;
  }
}

export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: 14 * 24 * 3600 },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: async (given, request) => {
        const result = await signIn({ email: given?.email ?? "", password: given?.password ?? "", userAgent: String(request.headers?.["user-agent"] ?? "") });
        // next-auth hands the text of this error to the page: it is a refusal's code, never prose.
        if (!result.ok) throw new Error(result.refusal.code);
        return { id: result.value.userId, email: result.value.email, secret: result.value.secret };
      },
    }),
    ...(env().OAUTH_GOOGLE_ID && env().OAUTH_GOOGLE_SECRET
      ? [GoogleProvider({ clientId: env().OAUTH_GOOGLE_ID!, clientSecret: env().OAUTH_GOOGLE_SECRET! })]
      : []),
  ],
  callbacks: {
    jwt: async ({ token, user, account, profile }) => {
      if (!user) return token;
      if (account?.provider === "credentials") return { sub: user.id, secret: (user as { secret?: string }).secret ?? "" };
      const isVerified = (profile as { email_verified?: boolean } | undefined)?.email_verified === true;
      const adopted = await adoptOAuthAccount({ email: user.email ?? "", name: user.name ?? "", isEmailVerified: isVerified });
      if (!adopted.ok) throw new Error(adopted.refusal.code);
      const opened = await openSession({ userId: adopted.value.userId, userAgent: account?.provider ?? "" });
      return { sub: adopted.value.userId, secret: opened.secret };
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (token?.secret) await closeSession({ secret: token.secret });
    },
  },
  pages: { signIn: "/sign-in", error: "/sign-in" },
});

/** The session secret inside the cookie, or null when the cookie is missing, forged or stale. */
export const readSessionSecret = async (jar: { getAll(): { name: string; value: string }[] }): Promise<string | null> => {
  const cookies = Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]));
  if (!Object.keys(cookies).some((name) => name.includes("next-auth.session-token"))) return null;
  const token = await getToken({ req: { cookies, headers: {} } as never, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return token?.secret || null;
};
