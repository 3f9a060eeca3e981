import { ok, refuse, type Result } from "@/kernel/result";
import { isPassword } from "@/platform/auth/password";
import { hashSecret } from "@/platform/auth/secret-hash";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import type { TooManyTries } from "@/platform/rate-budget";
import { limited } from "@/platform/rate-limit";
import type { CallerActor } from "../actor";
import type { VerifyEmail } from "../schema";
import { findTokenAccount, redeemToken, saveVerified } from "../store";
import type { BadToken } from "./reset-password";
import type { WrongPassword } from "./sign-in";

/**
 * Proves that a mailbox and an account belong together: the link from the letter, and a session of that account or its password.
 *
 * The link alone is not enough. A stranger may have opened the account with somebody's address; its owner, who gets the letter and follows the
 * link, would make the stranger's account a verified one (CVE-2026-44472). They do not know its password, are refused, and lose nothing: a new
 * password through the same mailbox makes the account theirs. A wrong password leaves the link good.
 */
export const verifyEmail = async (actor: CallerActor, input: VerifyEmail): Promise<Result<null, BadToken | WrongPassword | TooManyTries>> => {
  const fromHere = await limited("sign-in-address", actor.address);
  if (!fromHere.ok) return fromHere;
  const at = now();
  // The password is verified before the row is locked: what takes long, and what needs a second connection, does not happen inside.
  const account = await findTokenAccount(hashSecret(input.token), "verify-email", at);
  if (!account) return refuse({ code: "access.bad-token" });
  if (actor.userId !== account.id) {
    const forAccount = await limited("sign-in", account.email);
    if (!forAccount.ok) return forAccount;
    if (!(await isPassword(account.passwordHash, input.password))) return refuse({ code: "access.wrong-password" });
  }
  return transaction(async (tx) => {
    const redeemed = await redeemToken(tx, hashSecret(input.token), "verify-email", at);
    if (!redeemed) return refuse({ code: "access.bad-token" });
    await saveVerified(tx, redeemed.id, at);
    return ok(null);
  });
};
