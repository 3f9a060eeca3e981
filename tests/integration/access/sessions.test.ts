import { expect, test } from "vitest";
import { endSessionsOf, signOutEverywhere } from "@/modules/access/commands/end-all-sessions";
import { endSession, signOut } from "@/modules/access/commands/end-session";
import { openSession } from "@/modules/access/commands/open-session";
import { listSessions } from "@/modules/access/queries";
import { readSessionSecret, sealSession } from "@/modules/access/session-cookie";
import { ok, refuse } from "@/kernel/result";
import { shiftClock } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { anAccount, isOpen, shopperOf } from "./people";

const browser = async (userId: `usr_${string}`, userAgent = "") => {
  const { secret } = await openSession({ userId, userAgent });
  return { secret, actor: await shopperOf(secret) };
};

test("somebody sees the browsers they are signed in with, this one first, and signs another out at once", async () => {
  const { id } = await anAccount();
  const [phone, desk] = [await browser(id, "phone"), await browser(id, "desk")];
  expect((await listSessions(phone.actor)).map(({ userAgent, isThisOne }) => [userAgent, isThisOne])).toEqual([["phone", true], ["desk", false]]);
  expect((await endSession(phone.actor, { sessionId: desk.actor.sessionId })).ok).toBe(true);
  expect(await isOpen(desk.secret)).toBe(false);
  expect(await listSessions(phone.actor)).toHaveLength(1);
});

test("nobody signs anybody else out: a stranger's session and none at all are one refusal", async () => {
  const [mine, theirs] = [await browser((await anAccount()).id), await browser((await anAccount()).id)];
  const refused = { ok: false, refusal: { code: "access.no-such-session" } };
  expect(await endSession(mine.actor, { sessionId: theirs.actor.sessionId })).toEqual(refused);
  expect(await endSession(mine.actor, { sessionId: "ses_00000000000000000000000000" })).toEqual(refused);
  expect(await isOpen(theirs.secret)).toBe(true);
});

test("signing out ends this browser's session; everywhere ends all of them", async () => {
  const { id } = await anAccount();
  const [a, b, c] = [await browser(id), await browser(id), await browser(id)];
  await signOut(a.actor);
  expect(await Promise.all([a, b, c].map(({ secret }) => isOpen(secret)))).toEqual([false, true, true]);
  await signOutEverywhere(b.actor);
  expect(await Promise.all([a, b, c].map(({ secret }) => isOpen(secret)))).toEqual([false, false, false]);
});

test("a change of role ends a person's sessions with it, and not when the change is refused", async () => {
  const { id } = await anAccount();
  const { secret } = await browser(id);
  await transaction(async () => {
    await endSessionsOf(id);
    return refuse({ code: "merchant.already-decided" });
  });
  expect(await isOpen(secret)).toBe(true);
  await transaction(async () => {
    await endSessionsOf(id);
    return ok(null);
  });
  expect(await isOpen(secret)).toBe(false);
});

test("a session that is not used ends after a fortnight", async () => {
  const { id } = await anAccount();
  const { secret } = await browser(id);
  try {
    shiftClock(14 * 24 * 3600 - 60);
    expect(await isOpen(secret)).toBe(true);
    shiftClock(14 * 24 * 3600 + 60);
    expect(await isOpen(secret)).toBe(false);
  } finally {
    shiftClock(0);
  }
});

test("a cookie tells its secret to us only: forged, cut, foreign and bearer ones tell nothing", async () => {
  const { id } = await anAccount();
  const { secret } = await browser(id);
  const sealed = await sealSession({ userId: id, secret });
  const jar = (value: string, name = "next-auth.session-token") => ({ getAll: () => [{ name, value }] });
  expect(await readSessionSecret(jar(sealed))).toBe(secret);
  for (const value of [sealed.slice(0, -2), `${sealed}x`, secret, "", "a.b.c.d.e", Buffer.from(JSON.stringify({ secret })).toString("base64url")]) expect(await readSessionSecret(jar(value)), value).toBeNull();
  // Over http the cookie has the plain name; another name is not ours.
  expect(await readSessionSecret(jar(sealed, "__Secure-next-auth.session-token"))).toBeNull();
  expect(await readSessionSecret(jar(sealed, "session"))).toBeNull();
});
