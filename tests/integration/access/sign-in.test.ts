import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { askPasswordReset } from "@/modules/access/commands/ask-password-reset";
import { resetPassword } from "@/modules/access/commands/reset-password";
import { signIn } from "@/modules/access/commands/sign-in";
import { database } from "@/platform/db";
import { hashSecret } from "@/platform/auth/secret-hash";
import { anAccount, anEmail, goodPassword, isOpen, otherPassword, someone, tokenFrom } from "./people";

const from = (email: string, password: string, more: { address?: string; formerSecret?: string | null } = {}) =>
  signIn({ email, password, address: someone().address, userAgent: "Firefox/140 Android", ...more });

test("the right password opens a session whose secret the database cannot tell", async () => {
  const { email, id } = await anAccount({ isVerified: false });
  const result = await from(` ${email.toUpperCase()}`, goodPassword);
  if (!result.ok) throw new Error(result.refusal.code);
  expect(result.value).toMatchObject({ userId: id, email });
  expect(result.value.secret).toHaveLength(43);
  const rows = await database().session.findMany({ where: { userId: id } });
  expect(rows.map((row) => row.tokenHash)).toEqual([hashSecret(result.value.secret)]);
  expect(JSON.stringify(rows)).not.toContain(result.value.secret);
});

test("an unknown address, a wrong password and an account without one are the same refusal", async () => {
  const { email } = await anAccount();
  const without = await anAccount({ password: null });
  const refused = { ok: false, refusal: { code: "access.wrong-password" } };
  for (const [who, password] of [[email, "wrong password here"], [anEmail(), goodPassword], [without.email, goodPassword], [without.email, ""], [without.email, "nobody's password"], ["no address", goodPassword], [email, "x".repeat(500)]] as const) {
    expect(await from(who, password), who).toEqual(refused);
  }
});

test("each sign-in has a session of its own, and the one this browser had before ends", async () => {
  const { email } = await anAccount();
  const [first, elsewhere] = [await from(email, goodPassword), await from(email, goodPassword)];
  if (!first.ok || !elsewhere.ok) throw new Error("refused");
  const again = await from(email, goodPassword, { formerSecret: first.value.secret });
  if (!again.ok) throw new Error("refused");
  expect(again.value.secret).not.toBe(first.value.secret);
  expect(await Promise.all([first, again, elsewhere].map((s) => isOpen(s.value.secret)))).toEqual([false, true, true]);
});

test("an account's password is verified ten times in a quarter of an hour, from however many networks, also all at once", async () => {
  const { email } = await anAccount();
  const tries = await Promise.all(Array.from({ length: 25 }, () => from(email, "a wrong password")));
  const codes = tries.map((result) => (result.ok ? "in" : result.refusal.code));
  expect(codes.filter((code) => code === "access.wrong-password")).toHaveLength(10);
  expect(codes.filter((code) => code === "access.too-many-tries")).toHaveLength(15);
  // The right password is not verified either: a guesser learns nothing more.
  expect(await from(email, goodPassword)).toMatchObject({ refusal: { code: "access.too-many-tries", minutes: 15 } });
  // Negative control: nobody else is kept out.
  expect((await from((await anAccount()).email, goodPassword)).ok).toBe(true);
});

test("whoever was kept out by a guesser gets in through their mailbox", async () => {
  const { email } = await anAccount();
  for (let i = 0; i < 11; i++) await from(email, "a wrong password");
  await askPasswordReset(someone(), { email, storefront: "en-br" });
  expect((await resetPassword(someone(), { token: (await tokenFrom(email, "reset-password")) ?? "", password: otherPassword })).ok).toBe(true);
  expect((await from(email, otherPassword)).ok).toBe(true);
});

test("one network tries a hundred times in a quarter of an hour, whatever accounts it names", async () => {
  const { address } = someone();
  const codes = await Promise.all(Array.from({ length: 110 }, async (_, i) => {
    const result = await from(`nobody${i}@`, "x", { address });
    return result.ok ? "in" : result.refusal.code;
  }));
  expect(codes.filter((code) => code === "access.too-many-tries")).toHaveLength(10);
});

test("a hash of weaker cost is made anew when its owner signs in, and not before", async () => {
  const { email, id } = await anAccount();
  const weak = await hash(goodPassword, { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await database().user.update({ where: { id }, data: { passwordHash: weak } });
  await from(email, "a wrong password");
  expect((await database().user.findUniqueOrThrow({ where: { id } })).passwordHash).toBe(weak);
  expect((await from(email, goodPassword)).ok).toBe(true);
  expect((await database().user.findUniqueOrThrow({ where: { id } })).passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect((await from(email, goodPassword)).ok).toBe(true);
});

test("a password typed in another composition of the same letters is the same password", async () => {
  const { email } = await anAccount({ password: "entrep\u00f4t de caf\u00e9 noir" });
  expect((await from(email, "entrepo\u0302t de cafe\u0301 noir")).ok).toBe(true);
});
