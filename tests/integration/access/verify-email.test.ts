import { expect, test } from "vitest";
import { openSession } from "@/modules/access/commands/open-session";
import { sendVerification } from "@/modules/access/commands/send-verification";
import { signUp } from "@/modules/access/commands/sign-up";
import { verifyEmail } from "@/modules/access/commands/verify-email";
import { database } from "@/platform/db";
import { anAccount, anEmail, goodPassword, lettersTo, shopperOf, someone, tokenFrom } from "./people";

const joined = async () => {
  const email = anEmail();
  await signUp(someone(), { email, password: goodPassword, name: "Ana", storefront: "en-jp" });
  const { id } = await database().user.findUniqueOrThrow({ where: { email } });
  return { email, id: id as `usr_${string}`, token: (await tokenFrom(email, "verify-email")) ?? "" };
};
const isVerified = async (email: string): Promise<boolean> => (await database().user.findUniqueOrThrow({ where: { email } })).emailVerifiedAt !== null;

test("the link with a session of the account proves the mailbox, once", async () => {
  const { email, id, token } = await joined();
  expect(await verifyEmail(someone(id), { token, password: "" })).toEqual({ ok: true, value: null });
  expect(await isVerified(email)).toBe(true);
  expect(await verifyEmail(someone(id), { token, password: "" })).toEqual({ ok: false, refusal: { code: "access.bad-token" } });
});

test("signed out, or signed in as somebody else, the account's password is asked too", async () => {
  const { email, token } = await joined();
  const other = await anAccount();
  for (const caller of [someone(), someone(other.id)]) {
    expect(await verifyEmail(caller, { token, password: "" })).toEqual({ ok: false, refusal: { code: "access.wrong-password" } });
  }
  expect(await isVerified(email)).toBe(false);
  expect((await verifyEmail(someone(), { token, password: goodPassword })).ok).toBe(true);
  expect(await isVerified(email)).toBe(true);
});

test("the owner of a mailbox who follows the link of a stranger's account does not make it a verified one", async () => {
  // CVE-2026-44472: the stranger chose the password, the owner only has the letter.
  const { email, token } = await joined();
  expect((await verifyEmail(someone(), { token, password: "what the owner guesses" })).ok).toBe(false);
  expect(await isVerified(email)).toBe(false);
});

test("twenty presses at once verify once, and nobody waits for a lock", async () => {
  const { id, token } = await joined();
  const results = await Promise.all(Array.from({ length: 20 }, () => verifyEmail(someone(id), { token, password: "" })));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

test("the letter can be asked for again by its owner, not for an address that is verified, and not for ever", async () => {
  const unproved = await anAccount({ isVerified: false });
  const actor = await shopperOf((await openSession({ userId: unproved.id, userAgent: "" })).secret);
  for (let i = 0; i < 5; i++) expect((await sendVerification(actor)).ok).toBe(true);
  expect(await sendVerification(actor)).toMatchObject({ refusal: { code: "access.too-many-tries" } });
  expect(await lettersTo(unproved.email)).toHaveLength(5);
  const proved = await anAccount();
  await sendVerification(await shopperOf((await openSession({ userId: proved.id, userAgent: "" })).secret));
  expect(await lettersTo(proved.email)).toHaveLength(0);
});
