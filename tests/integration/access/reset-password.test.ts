import { expect, test } from "vitest";
import { askPasswordReset } from "@/modules/access/commands/ask-password-reset";
import { resetPassword } from "@/modules/access/commands/reset-password";
import { signIn } from "@/modules/access/commands/sign-in";
import { verifyEmail } from "@/modules/access/commands/verify-email";
import { signUp } from "@/modules/access/commands/sign-up";
import { openSession } from "@/modules/access/commands/open-session";
import { now, shiftClock } from "@/platform/clock";
import { database } from "@/platform/db";
import { anAccount, anEmail, goodPassword, isOpen, lettersTo, otherPassword, someone, tokenFrom } from "./people";

const ask = async (email: string): Promise<string> => {
  expect(await askPasswordReset(someone(), { email, storefront: "en-br" })).toEqual({ ok: true, value: null });
  return (await tokenFrom(email, "reset-password")) ?? "";
};
const reset = (token: string, password = otherPassword) => resetPassword(someone(), { token, password });
const enter = (email: string, password: string) => signIn({ email, password, address: someone().address, userAgent: "" });
const badToken = { ok: false, refusal: { code: "access.bad-token" } };

test("a new password ends every session and every other link, and the owner is told", async () => {
  const { email, id } = await anAccount();
  const sessions = [await openSession({ userId: id, userAgent: "a" }), await openSession({ userId: id, userAgent: "b" })];
  const [first, second] = [await ask(email), await ask(email)];
  expect(await reset(second)).toEqual({ ok: true, value: { email } });
  expect(await Promise.all(sessions.map(({ secret }) => isOpen(secret)))).toEqual([false, false]);
  expect(await reset(first)).toEqual(badToken);
  expect((await enter(email, goodPassword)).ok).toBe(false);
  expect((await enter(email, otherPassword)).ok).toBe(true);
  expect((await lettersTo(email)).map((letter) => letter.kind)).toContain("password-changed");
});

test("of twenty redemptions of one link at once, one succeeds", async () => {
  const { email } = await anAccount();
  const token = await ask(email);
  const passwords = Array.from({ length: 20 }, (_, i) => `umbrella number ${i} is green`);
  const results = await Promise.all(passwords.map((password) => reset(token, password)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const winner = passwords[results.findIndex((result) => result.ok)] ?? "";
  expect((await enter(email, winner)).ok).toBe(true);
});

test("a link is bound to its account, its address and its purpose", async () => {
  const [a, b] = [await anAccount(), await anAccount({ isVerified: false })];
  const token = await ask(a.email);
  expect(await verifyEmail(someone(a.id), { token, password: goodPassword })).toEqual(badToken);
  await signUp(someone(), { email: b.email, password: goodPassword, name: "B", storefront: "en-br" });
  const fresh = anEmail();
  await signUp(someone(), { email: fresh, password: goodPassword, name: "C", storefront: "en-br" });
  expect(await reset((await tokenFrom(fresh, "verify-email")) ?? "")).toEqual(badToken);
  // The address changes while the letter is under way: what it proved is no longer true.
  await database().user.update({ where: { id: a.id }, data: { email: anEmail() } });
  expect(await reset(token)).toEqual(badToken);
  expect(await database().accountToken.count({ where: { userId: a.id, usedAt: null } })).toBe(1);
  // Negative control: back at the old address it is good again.
  await database().user.update({ where: { id: a.id }, data: { email: a.email } });
  expect((await reset(token)).ok).toBe(true);
});

test("a link is good for an hour", async () => {
  const { email } = await anAccount();
  const token = await ask(email);
  try {
    shiftClock(3601);
    expect(await reset(token)).toEqual(badToken);
    shiftClock(3500);
    expect((await reset(token)).ok).toBe(true);
  } finally {
    shiftClock(0);
  }
});

test("a weak password is refused and the link stays good", async () => {
  const { email } = await anAccount({ name: "Beatriz Carvalho" });
  const token = await ask(email);
  expect(await reset(token, "password1234")).toMatchObject({ refusal: { code: "access.weak-password", why: "common" } });
  expect(await reset(token, "beatriz carvalho")).toMatchObject({ refusal: { code: "access.weak-password", why: "personal" } });
  expect((await reset(token)).ok).toBe(true);
});

test("an address without an account gets the same answer and no letter; no secret lies in the database", async () => {
  const unknown = anEmail();
  expect(await ask(unknown)).toBe("");
  const { email, id } = await anAccount();
  const token = await ask(email);
  expect(JSON.stringify(await database().accountToken.findMany({ where: { userId: id } }))).not.toContain(token);
});

test("a stranger who typed somebody's address first loses everything when its owner chooses a password", async () => {
  const email = anEmail();
  await signUp(someone(), { email, password: "the stranger's own words", name: "Mallory", storefront: "en-br" });
  const stranger = await enter(email, "the stranger's own words");
  if (!stranger.ok) throw new Error("refused");
  const { id } = await database().user.findUniqueOrThrow({ where: { email } });
  // The owner, surprised by the letter, asks for a password of their own.
  expect((await reset(await ask(email))).ok).toBe(true);
  expect(await isOpen(stranger.value.secret)).toBe(false);
  expect((await enter(email, "the stranger's own words")).ok).toBe(false);
  expect(await database().user.findUniqueOrThrow({ where: { id } })).toMatchObject({ emailVerifiedAt: expect.any(Date) as Date });
  expect(new Date(now()).getTime()).toBeGreaterThan(0);
});
