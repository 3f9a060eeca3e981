import { ok, refuse, type Result } from "@/kernel/result";
import { hashPassword } from "@/platform/auth/password";
import { hashSecret } from "@/platform/auth/secret-hash";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import type { TooManyTries } from "@/platform/rate-budget";
import { forgive, limited } from "@/platform/rate-limit";
import type { CallerActor } from "../actor";
import { checkPassword, type WeakPassword } from "../password-strength";
import type { ResetPassword } from "../schema";
import { redeemToken, revokeSessions, savePassword, saveVerified, voidTokens } from "../store";
import { writeAccessLetter } from "./write-access-letter";

export type BadToken = { readonly code: "access.bad-token" };

/**
 * Whoever holds the letter chooses a new password. It ends every session of the account and every other open link, and proves the mailbox:
 * should a stranger have opened an unverified account with this address before, their password and their sessions are gone with it.
 * A weak password is refused before the link is used up. Of twenty redemptions at once one succeeds.
 */
export const resetPassword = async (actor: CallerActor, input: ResetPassword): Promise<Result<{ readonly email: string }, BadToken | WeakPassword | TooManyTries>> => {
  const fromHere = await limited("reset", actor.address);
  if (!fromHere.ok) return fromHere;
  const early = checkPassword(input.password, { email: "", name: "" });
  if (!early.ok) return early;
  const passwordHash = await hashPassword(input.password);
  const at = now();
  const reset = await transaction(async (tx): Promise<Result<{ email: string }, BadToken | WeakPassword>> => {
    const account = await redeemToken(tx, hashSecret(input.token), "reset-password", at);
    if (!account) return refuse({ code: "access.bad-token" });
    const strong = checkPassword(input.password, account);
    if (!strong.ok) return strong;
    await savePassword(tx, account.id, passwordHash);
    await saveVerified(tx, account.id, at);
    await revokeSessions(tx, account.id, at);
    await voidTokens(tx, account.id, at);
    await writeAccessLetter(tx, "password-changed", account, { subjectId: newId("token"), token: null });
    return ok({ email: account.email });
  });
  if (reset.ok) await forgive("sign-in", reset.value.email);
  return reset;
};
