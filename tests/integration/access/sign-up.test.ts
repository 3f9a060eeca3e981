import { expect, test } from "vitest";
import { signUp } from "@/modules/access/commands/sign-up";
import { database } from "@/platform/db";
import { anAccount, anEmail, goodPassword, lettersTo, otherPassword, someone, tokenFrom } from "./people";

const form = (email: string, more: object = {}) => ({ email, password: goodPassword, name: "Ana Rocha", storefront: "en-br", ...more });

test("a new account is unverified, keeps an argon2id hash and is mailed a link in the language of its storefront", async () => {
  const email = anEmail();
  expect(await signUp(someone(), form(email))).toEqual({ ok: true, value: null });
  const row = await database().user.findUniqueOrThrow({ where: { email } });
  expect(row).toMatchObject({ emailVerifiedAt: null, isAdmin: false, storefront: "en-br" });
  expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const [letter] = await lettersTo(email);
  expect(letter).toMatchObject({ kind: "verify-email", language: "en" });
  expect(letter?.text).toContain("/en-br/verify?token=");
  const other = anEmail();
  await signUp(someone(), form(other, { storefront: "ja-jp" }));
  expect(await lettersTo(other)).toMatchObject([{ language: "ja" }]);
});

test("who has an account is nobody's business: the answer is the same, the account stays as it was, and its owner is told", async () => {
  const known = await anAccount();
  const before = await database().user.findUniqueOrThrow({ where: { email: known.email } });
  expect(await signUp(someone(), form(known.email, { password: otherPassword, name: "Mallory" }))).toEqual(await signUp(someone(), form(anEmail(), { password: otherPassword })));
  expect(await database().user.findUniqueOrThrow({ where: { email: known.email } })).toEqual(before);
  const [letter] = await lettersTo(known.email);
  expect(letter?.kind).toBe("sign-up-again");
  // What a stranger typed is not in the letter: it greets the owner by their own name.
  expect(letter?.text).not.toContain("Mallory");
  expect(await tokenFrom(known.email, "sign-up-again")).toHaveLength(43);
});

test("the answer takes no less than its even time, whatever was found", async () => {
  const known = await anAccount();
  for (const email of [known.email, anEmail()]) {
    const from = performance.now();
    await signUp(someone(), form(email));
    expect(performance.now() - from).toBeGreaterThan(190);
  }
});

test("twenty sign-ups of one address at once make one account", async () => {
  const email = anEmail();
  await Promise.all(Array.from({ length: 20 }, (_, i) => signUp(someone(), form(i % 2 ? email.toUpperCase() : email))));
  expect(await database().user.count({ where: { email } })).toBe(1);
});

test("an address has one spelling, and what only looks like one is refused", async () => {
  const email = anEmail();
  await signUp(someone(), form(email.replace("@", "＠")));
  expect(await database().user.count({ where: { email } })).toBe(1);
  for (const bad of [`attacker@evil.example＠${email.split("@")[1]}`, `"a b"@example.com`, `a@example.com,b@example.com`, `a@example.com\r\nBcc: b@example.com`, "a@localhost", "a﹫b"]) {
    expect(await signUp(someone(), form(bad)), bad).toEqual({ ok: false, refusal: { code: "access.bad-email" } });
  }
});

test("a weak password opens no account", async () => {
  const email = anEmail();
  for (const [password, why] of [["short", "short"], ["Password2026!", "common"], [email, "personal"]] as const) {
    expect(await signUp(someone(), form(email, { password }))).toEqual({ ok: false, refusal: { code: "access.weak-password", why } });
  }
  expect(await database().user.count({ where: { email } })).toBe(0);
});

test("nobody's mailbox is filled through us: five letters an hour, and the answer stays the same", async () => {
  const { email } = await anAccount();
  for (let i = 0; i < 8; i++) expect((await signUp(someone(), form(email))).ok).toBe(true);
  expect(await lettersTo(email)).toHaveLength(5);
});

test("one network opens thirty accounts an hour, not more; another network is not kept out by it", async () => {
  const here = someone();
  for (let i = 0; i < 30; i++) expect((await signUp(here, form("not an address"))).ok).toBe(false);
  expect(await signUp(here, form(anEmail()))).toMatchObject({ refusal: { code: "access.too-many-tries", minutes: 60 } });
  expect((await signUp(someone(), form(anEmail()))).ok).toBe(true);
});
