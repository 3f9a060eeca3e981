import { expect, test } from "vitest";
import { adoptOAuthAccount } from "@/modules/access/commands/adopt-oauth-account";
import { openSession } from "@/modules/access/commands/open-session";
import { signIn } from "@/modules/access/commands/sign-in";
import { signUp } from "@/modules/access/commands/sign-up";
import { verifyEmail } from "@/modules/access/commands/verify-email";
import { database } from "@/platform/db";
import { anAccount, anEmail, goodPassword, isOpen, someone, tokenFrom } from "./people";

const adopt = (email: string, isEmailVerified = true) => adoptOAuthAccount({ email, name: "Ana <b>Rocha</b>", isEmailVerified });

test("somebody new gets a verified account without a password, also when they come twenty times at once", async () => {
  const email = anEmail();
  const results = await Promise.all(Array.from({ length: 20 }, () => adopt(email.toUpperCase())));
  expect(new Set(results.map((result) => (result.ok ? result.value.userId : "refused"))).size).toBe(1);
  expect(await database().user.findUniqueOrThrow({ where: { email } })).toMatchObject({ passwordHash: null, emailVerifiedAt: expect.any(Date) as Date });
});

test("an address that the service has not verified is nobody's", async () => {
  const { email } = await anAccount();
  const before = await database().user.count();
  for (const who of [email, anEmail()]) expect(await adopt(who, false)).toEqual({ ok: false, refusal: { code: "access.email-not-verified" } });
  expect(await database().user.count()).toBe(before);
});

test("an account with a verified address is theirs already, and keeps its password and sessions", async () => {
  const { email, id } = await anAccount();
  const { secret } = await openSession({ userId: id, userAgent: "" });
  expect(await adopt(email)).toEqual({ ok: true, value: { userId: id } });
  expect(await isOpen(secret)).toBe(true);
  expect((await signIn({ email, password: goodPassword, address: someone().address, userAgent: "" })).ok).toBe(true);
});

test("an unverified account may be a stranger's: its password, sessions and links are dropped", async () => {
  const email = anEmail();
  await signUp(someone(), { email, password: goodPassword, name: "Mallory", storefront: "en-br" });
  const stranger = await signIn({ email, password: goodPassword, address: someone().address, userAgent: "" });
  if (!stranger.ok) throw new Error("refused");
  const adopted = await adopt(email);
  expect(adopted).toEqual({ ok: true, value: { userId: stranger.value.userId } });
  expect(await isOpen(stranger.value.secret)).toBe(false);
  expect((await signIn({ email, password: goodPassword, address: someone().address, userAgent: "" })).ok).toBe(false);
  expect((await verifyEmail(someone(stranger.value.userId), { token: (await tokenFrom(email, "verify-email")) ?? "", password: goodPassword })).ok).toBe(false);
});
