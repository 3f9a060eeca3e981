import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { normalEmail } from "../email";
import { findAccountByEmail, insertAccount, revokeSessions, savePassword, saveVerified, voidTokens } from "../store";

export type NotVerified = { readonly code: "access.email-not-verified" };

/**
 * The account of somebody whom another service vouches for. Only an address that the service has verified counts.
 * An account whose address was verified here is theirs already. One that never was may be a stranger's who typed their address first: it becomes
 * theirs, and the stranger's password, sessions and links are dropped.
 */
export const adoptOAuthAccount = async (person: {
  readonly email: string;
  readonly name: string;
  readonly isEmailVerified: boolean;
}): Promise<Result<{ readonly userId: Id<"user"> }, NotVerified>> => {
  const email = normalEmail(person.email);
  if (!person.isEmailVerified || email === null) return refuse({ code: "access.email-not-verified" });
  const at = now();
  return transaction(async (tx) => {
    const name = person.name.replace(/[\u0000-\u001f\u007f<>]/g, " ").trim().slice(0, 80) || (email.split("@")[0] ?? "");
    const id = newId("user");
    if (await insertAccount(tx, { id, email, name, passwordHash: null, storefront: "en-us", at, isVerified: true })) return ok({ userId: id });
    const known = await findAccountByEmail(email);
    if (!known) throw new Error("an account is neither new nor there");
    if (known.isEmailVerified) return ok({ userId: known.id });
    await savePassword(tx, known.id, null);
    await revokeSessions(tx, known.id, at);
    await voidTokens(tx, known.id, at);
    await saveVerified(tx, known.id, at);
    return ok({ userId: known.id });
  });
};
