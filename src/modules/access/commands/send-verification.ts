import { ok, type Result } from "@/kernel/result";
import { transaction } from "@/platform/db";
import type { TooManyTries } from "@/platform/rate-budget";
import { limited } from "@/platform/rate-limit";
import type { ShopperActor } from "../actor";
import { findAccount } from "../store";
import { sendToken } from "./send-token";

/** Mails the link that proves the mailbox once more. An address that is verified gets none. */
export const sendVerification = async (actor: ShopperActor): Promise<Result<null, TooManyTries>> => {
  if (actor.isEmailVerified) return ok(null);
  const mayWrite = await limited("letter", actor.email);
  if (!mayWrite.ok) return mayWrite;
  return transaction(async (tx) => {
    const account = await findAccount(actor.userId);
    if (account && !account.isEmailVerified) await sendToken(tx, account, "verify-email", "verify-email");
    return ok(null);
  });
};
