import { ok, refuse, type Result } from "@/kernel/result";
import { inEvenTime } from "@/platform/auth/even-time";
import { transaction } from "@/platform/db";
import type { TooManyTries } from "@/platform/rate-budget";
import { limited } from "@/platform/rate-limit";
import type { CallerActor } from "../actor";
import { normalEmail } from "../email";
import type { AskPasswordReset } from "../schema";
import { findAccountByEmail } from "../store";
import { sendToken } from "./send-token";
import type { BadEmail } from "./sign-up";

/**
 * Somebody forgot a password: a letter with a link that is good for an hour and once. The answer and its time are the same for an address
 * without an account, and after the fifth letter of an hour, which is not written.
 */
export const askPasswordReset = async (actor: CallerActor, input: AskPasswordReset): Promise<Result<null, BadEmail | TooManyTries>> => {
  const fromHere = await limited("reset", actor.address);
  if (!fromHere.ok) return fromHere;
  const email = normalEmail(input.email);
  if (email === null) return refuse({ code: "access.bad-email" });
  return inEvenTime(async () => {
    const mayWrite = await limited("letter", email);
    if (!mayWrite.ok) return ok(null);
    return transaction(async (tx) => {
      const account = await findAccountByEmail(email);
      if (account) await sendToken(tx, account, "reset-password", "reset-password");
      return ok(null);
    });
  });
};
