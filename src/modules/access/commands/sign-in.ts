import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { hashPassword, isHashStale, isPassword } from "@/platform/auth/password";
import { database } from "@/platform/db";
import type { TooManyTries } from "@/platform/rate-budget";
import { forgive, limited } from "@/platform/rate-limit";
import { normalEmail } from "../email";
import { signInSchema } from "../schema";
import { findAccountByEmail, savePassword } from "../store";
import { closeSession } from "./close-session";
import { openSession } from "./open-session";

export type WrongPassword = { readonly code: "access.wrong-password" };

/**
 * Somebody proves with a password who they are, and gets a new session; the one this browser had before ends.
 *
 * An unknown address, an account without a password and a wrong password are one refusal, after the same work. A password is verified at most
 * ten times in a quarter of an hour for one account and a hundred times from one network, counted before the work. Whoever is kept out by
 * somebody else's guesses gets in by a new password through their mailbox, which also gives the tries back.
 * The address need not be verified: a guest could shop as well.
 */
export const signIn = async ({ email, password, address, userAgent, formerSecret = null }: {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
  readonly formerSecret?: string | null;
}): Promise<Result<{ readonly userId: Id<"user">; readonly email: string; readonly secret: string }, WrongPassword | TooManyTries>> => {
  const parsed = signInSchema.safeParse({ email, password });
  const normal = parsed.success ? normalEmail(parsed.data.email) : null;
  const fromHere = await limited("sign-in-address", address);
  if (!fromHere.ok) return fromHere;
  if (!parsed.success || normal === null) return refuse({ code: "access.wrong-password" });
  const forAccount = await limited("sign-in", normal);
  if (!forAccount.ok) return forAccount;
  const account = await findAccountByEmail(normal);
  const isRight = await isPassword(account?.passwordHash ?? null, parsed.data.password);
  if (!account || !isRight) return refuse({ code: "access.wrong-password" });
  await forgive("sign-in", normal);
  if (account.passwordHash && isHashStale(account.passwordHash)) await savePassword(database(), account.id, await hashPassword(parsed.data.password));
  if (formerSecret) await closeSession({ secret: formerSecret });
  const { secret } = await openSession({ userId: account.id, userAgent });
  return ok({ userId: account.id, email: account.email, secret });
};
