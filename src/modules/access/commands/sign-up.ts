import { ok, refuse, type Result } from "@/kernel/result";
import { inEvenTime } from "@/platform/auth/even-time";
import { hashPassword } from "@/platform/auth/password";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import type { TooManyTries } from "@/platform/rate-budget";
import { limited } from "@/platform/rate-limit";
import type { CallerActor } from "../actor";
import { normalEmail } from "../email";
import { checkPassword, type WeakPassword } from "../password-strength";
import type { SignUp } from "../schema";
import { findAccountByEmail, insertAccount } from "../store";
import { sendToken } from "./send-token";

export type BadEmail = { readonly code: "access.bad-email" };

/**
 * Somebody wants an account. The answer is the same, in the same time, whether the address has one already: who has an account here is
 * nobody else's business. A new account is mailed a link that proves the mailbox; an account that exists is left as it is, and its owner is
 * told by mail, with a link to a new password in case it was them.
 * Refused: a weak password, an address that we do not write to, too many tries from one network.
 */
export const signUp = async (actor: CallerActor, input: SignUp): Promise<Result<null, WeakPassword | BadEmail | TooManyTries>> => {
  const fromHere = await limited("sign-up", actor.address);
  if (!fromHere.ok) return fromHere;
  const email = normalEmail(input.email);
  if (email === null) return refuse({ code: "access.bad-email" });
  const strong = checkPassword(input.password, { email, name: input.name });
  if (!strong.ok) return strong;
  return inEvenTime(async () => {
    const passwordHash = await hashPassword(input.password);
    const mayWrite = await limited("letter", email);
    return transaction(async (tx) => {
      const person = { id: newId("user"), email, name: input.name, passwordHash, storefront: input.storefront };
      const isNew = await insertAccount(tx, { ...person, at: now(), isVerified: false });
      if (!mayWrite.ok) return ok(null);
      if (isNew) await sendToken(tx, person, "verify-email", "verify-email");
      else {
        const known = await findAccountByEmail(email);
        if (known) await sendToken(tx, known, "reset-password", "sign-up-again");
      }
      return ok(null);
    });
  });
};
