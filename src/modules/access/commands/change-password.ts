import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { hashPassword, isPassword } from "@/platform/auth/password";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import type { TooManyTries } from "@/platform/rate-budget";
import { forgive, limited } from "@/platform/rate-limit";
import type { ShopperActor } from "../actor";
import { checkPassword, type WeakPassword } from "../password-strength";
import type { ChangePassword } from "../schema";
import { findAccount, findUserAgent, revokeSessions, savePassword, voidTokens } from "../store";
import { openSession } from "./open-session";
import type { WrongPassword } from "./sign-in";
import { writeAccessLetter } from "./write-access-letter";

/**
 * A new password for somebody signed in who knows the old one: an unlocked browser alone is not enough. Every session ends, this one too,
 * and a new one is opened for this browser, so that a copied cookie is worth nothing. An account without a password gets its first one by mail.
 */
export const changePassword = async (
  actor: ShopperActor,
  input: ChangePassword,
): Promise<Result<{ readonly userId: Id<"user">; readonly secret: string }, WrongPassword | WeakPassword | TooManyTries>> => {
  const counted = await limited("change-password", actor.userId);
  if (!counted.ok) return counted;
  const account = await findAccount(actor.userId);
  if (!(await isPassword(account?.passwordHash ?? null, input.current)) || !account) return refuse({ code: "access.wrong-password" });
  const strong = checkPassword(input.password, account);
  if (!strong.ok) return strong;
  const passwordHash = await hashPassword(input.password);
  const at = now();
  const userAgent = await findUserAgent(actor.sessionId);
  const changed = await transaction(async (tx): Promise<Result<{ userId: Id<"user">; secret: string }, never>> => {
    await savePassword(tx, account.id, passwordHash);
    await revokeSessions(tx, account.id, at);
    await voidTokens(tx, account.id, at);
    await writeAccessLetter(tx, "password-changed", account, { subjectId: newId("token"), token: null });
    return ok({ userId: account.id, secret: (await openSession({ userId: account.id, userAgent })).secret });
  });
  if (changed.ok) await forgive("change-password", actor.userId);
  return changed;
};
