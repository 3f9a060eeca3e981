import { expect, test } from "vitest";
import { changePassword } from "@/modules/access/commands/change-password";
import { openSession } from "@/modules/access/commands/open-session";
import { signIn } from "@/modules/access/commands/sign-in";
import { anAccount, goodPassword, isOpen, lettersTo, otherPassword, shopperOf, someone } from "./people";

test("a new password ends every session, this one too, and opens a new one for this browser", async () => {
  const { id, email } = await anAccount();
  const [here, elsewhere] = [await openSession({ userId: id, userAgent: "Firefox" }), await openSession({ userId: id, userAgent: "Safari" })];
  const changed = await changePassword(await shopperOf(here.secret), { current: goodPassword, password: otherPassword });
  if (!changed.ok) throw new Error(changed.refusal.code);
  expect(await Promise.all([here.secret, elsewhere.secret, changed.value.secret].map(isOpen))).toEqual([false, false, true]);
  expect((await signIn({ email, password: otherPassword, address: someone().address, userAgent: "" })).ok).toBe(true);
  expect((await lettersTo(email)).map((letter) => letter.kind)).toEqual(["password-changed"]);
});

test("an unlocked browser alone does not change a password, nor does guessing in it", async () => {
  const { id } = await anAccount();
  const { secret } = await openSession({ userId: id, userAgent: "" });
  const actor = await shopperOf(secret);
  for (let i = 0; i < 10; i++) expect(await changePassword(actor, { current: "a wrong password", password: otherPassword })).toMatchObject({ refusal: { code: "access.wrong-password" } });
  expect(await changePassword(actor, { current: goodPassword, password: otherPassword })).toMatchObject({ refusal: { code: "access.too-many-tries" } });
  expect(await isOpen(secret)).toBe(true);
});

test("a weak new password and an account without a password are refused", async () => {
  const { id } = await anAccount();
  const actor = await shopperOf((await openSession({ userId: id, userAgent: "" })).secret);
  expect(await changePassword(actor, { current: goodPassword, password: "1234567890" })).toMatchObject({ refusal: { code: "access.weak-password" } });
  const without = await anAccount({ password: null });
  const other = await shopperOf((await openSession({ userId: without.id, userAgent: "" })).secret);
  expect(await changePassword(other, { current: "nobody's password", password: otherPassword })).toMatchObject({ refusal: { code: "access.wrong-password" } });
});
