import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GoogleProvider from "next-auth/providers/google";
import { clientAddressHeader, clientAddressOf } from "@/platform/client-address";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { openSession } from "./commands/open-session";
import { signIn } from "./commands/sign-in";
import { closeSession } from "./commands/close-session";
import { adoptOAuthAccount } from "./commands/adopt-oauth-account";
import { cookieSeconds, isSecureShop, readSessionSecret } from "./session-cookie";

// The cookie is next-auth's signed and encrypted token. It carries only the secret of a session row: who that is, and whether it
// still holds, is read from the database, because a token that answers by itself cannot be revoked.
declare module "next-auth/jwt" {
  interface JWT {
    secret?: string;
  }
}

/** The secret of the session that this browser had before, out of a raw Cookie header. */
const formerSecret = (header: string): Promise<string | null> =>
  readSessionSecret({
    getAll: () => header.split(";").flatMap((part) => {
      const at = part.indexOf("=");
      return at < 1 ? [] : [{ name: part.slice(0, at).trim(), value: part.slice(at + 1).trim() }];
    }),
  });

const isVouchedFor = (profile: unknown): boolean => (profile as { email_verified?: unknown } | undefined)?.email_verified === true;

export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  useSecureCookies: isSecureShop(),
  // The cookie may outlive a session, never the other way round: how long a session lives is the database's to say.
  session: { strategy: "jwt", maxAge: cookieSeconds },
  logger: {
    error: (code) => log.error({ code }, "sign-in"),
    warn: (code) => log.warn({ code }, "sign-in"),
    debug: () => undefined,
  },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: async (given, request) => {
        const header = (name: string): string => String(request.headers?.[name] ?? "");
        const result = await signIn({
          email: given?.email ?? "", password: given?.password ?? "",
          address: clientAddressOf(header(clientAddressHeader)), userAgent: header("user-agent"), formerSecret: await formerSecret(header("cookie")),
        });
        // next-auth hands the text of this error to the page: it is a refusal as data, never prose.
        if (!result.ok) throw new Error(JSON.stringify(result.refusal));
        return { id: result.value.userId, email: result.value.email, secret: result.value.secret };
      },
    }),
    ...(env().OAUTH_GOOGLE_ID && env().OAUTH_GOOGLE_SECRET
      ? [GoogleProvider({ clientId: env().OAUTH_GOOGLE_ID!, clientSecret: env().OAUTH_GOOGLE_SECRET! })]
      : []),
  ],
  callbacks: {
    signIn: ({ account, profile }) =>
      account?.provider === "credentials" || isVouchedFor(profile) || `/sign-in?${new URLSearchParams({ error: "access.email-not-verified" }).toString()}`,
    jwt: async ({ token, user, account, profile }) => {
      if (!user) return token;
      if (account?.provider === "credentials") return { sub: user.id, secret: (user as { secret?: string }).secret ?? "" };
      const adopted = await adoptOAuthAccount({ email: user.email ?? "", name: user.name ?? "", isEmailVerified: isVouchedFor(profile) });
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
  // Every page of next-auth's own is in English: each leads to one of ours.
  pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in", verifyRequest: "/sign-in", newUser: "/account" },
});
