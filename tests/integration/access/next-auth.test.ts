import NextAuth from "next-auth";
import { expect, test } from "vitest";
import { authOptions } from "@/modules/access/next-auth";
import { readSessionSecret } from "@/modules/access/session-cookie";
import { database } from "@/platform/db";
import { anAccount, goodPassword, isOpen } from "./people";

process.env["NEXTAUTH_URL"] = "http://127.0.0.1:3000";

type Cookie = { readonly name: string; readonly value: string; readonly attributes: readonly string[] };
type Answer = { status: number; redirect: string | null; body: unknown; cookies: readonly Cookie[] };

const readCookie = (line: string): Cookie => {
  const [pair = "", ...attributes] = line.split("; ");
  return { name: pair.slice(0, pair.indexOf("=")), value: decodeURIComponent(pair.slice(pair.indexOf("=") + 1)), attributes };
};

/** A browser that keeps cookies and asks next-auth, with as much of a server around it as next-auth needs. */
const browser = () => {
  const jar: Record<string, string> = {};
  const ask = async (action: string, method: "GET" | "POST", { providerId, body = {} }: { providerId?: string; body?: Record<string, string> } = {}): Promise<Answer> => {
    const headers: Record<string, string | string[]> = {};
    const answer = { status: 200, body: null as unknown };
    const response = {
      status: (status: number) => ((answer.status = status), response),
      setHeader: (name: string, value: string | string[]) => ((headers[name.toLowerCase()] = value), response),
      getHeader: (name: string) => headers[name.toLowerCase()],
      json: (body: unknown) => void (answer.body = body),
      send: (body: unknown) => void (answer.body = body),
      end: () => undefined,
    };
    const request = {
      method, body, cookies: { ...jar }, query: { nextauth: providerId ? [action, providerId] : [action] },
      headers: { "user-agent": "Firefox", "x-client-address": "203.0.113.77", cookie: Object.entries(jar).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ") },
    };
    await NextAuth(request as never, response as never, authOptions());
    const cookies = ([headers["set-cookie"] ?? []].flat()).map(readCookie);
    for (const { name, value } of cookies) jar[name] = value;
    const redirect = (answer.body as { url?: string } | null)?.url ?? headers["location"] ?? null;
    return { ...answer, cookies, redirect: typeof redirect === "string" ? redirect : null };
  };
  return {
    jar, ask,
    signIn: async (email: string, password: string): Promise<Answer> => {
      const { csrfToken } = (await ask("csrf", "GET")).body as { csrfToken: string };
      return ask("callback", "POST", { providerId: "credentials", body: { email, password, csrfToken, json: "true" } });
    },
    secret: () => readSessionSecret({ getAll: () => Object.entries(jar).map(([name, value]) => ({ name, value })) }),
  };
};

test("signing in leaves one sealed cookie that scripts cannot read and that names nobody", async () => {
  const { email, id } = await anAccount();
  const { signIn, secret } = browser();
  const answer = await signIn(email, goodPassword);
  const cookie = answer.cookies.find(({ name }) => name === "next-auth.session-token");
  expect(cookie?.attributes).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/"]));
  expect(cookie?.value).not.toContain(id);
  expect(await isOpen((await secret()) ?? "")).toBe(true);
  expect(await database().session.findFirst({ where: { userId: id } })).toMatchObject({ userAgent: "Firefox" });
});

test("a refusal comes back as data for the form, and sets no session", async () => {
  const { email } = await anAccount();
  const { signIn, secret } = browser();
  const answer = await signIn(email, "a wrong password");
  expect(answer.status).toBe(401);
  expect(JSON.parse(new URL(answer.redirect ?? "").searchParams.get("error") ?? "")).toEqual({ code: "access.wrong-password" });
  expect(await secret()).toBeNull();
});

test("without the form's own token nobody is signed in, and nobody signed out", async () => {
  const { email, id } = await anAccount();
  const stranger = browser();
  await stranger.ask("callback", "POST", { providerId: "credentials", body: { email, password: goodPassword, csrfToken: "guessed" } });
  expect(await database().session.count({ where: { userId: id } })).toBe(0);
  const mine = browser();
  await mine.signIn(email, goodPassword);
  await mine.ask("signout", "POST", { body: { csrfToken: "guessed" } });
  expect(await isOpen((await mine.secret()) ?? "")).toBe(true);
});

test("signing in again changes the session of this browser: a cookie that was planted before is worth nothing after", async () => {
  const { email } = await anAccount();
  const { signIn, secret } = browser();
  await signIn(email, goodPassword);
  const before = (await secret()) ?? "";
  await signIn(email, goodPassword);
  const after = (await secret()) ?? "";
  expect(after).not.toBe(before);
  expect([await isOpen(before), await isOpen(after)]).toEqual([false, true]);
});

test("next-auth's own way out ends the session in the database too", async () => {
  const { email } = await anAccount();
  const { signIn, secret, ask } = browser();
  await signIn(email, goodPassword);
  const held = (await secret()) ?? "";
  const { csrfToken } = (await ask("csrf", "GET")).body as { csrfToken: string };
  await ask("signout", "POST", { body: { csrfToken } });
  expect(await isOpen(held)).toBe(false);
});

test("what next-auth tells a page about a session is when it ends, nothing else", async () => {
  const { email } = await anAccount();
  const { signIn, ask } = browser();
  await signIn(email, goodPassword);
  expect(Object.keys((await ask("session", "GET")).body as object)).toEqual(["expires"]);
});

test("none of next-auth's own pages is shown: each leads to one of ours", async () => {
  const { ask } = browser();
  for (const action of ["signin", "signout", "error", "verify-request"]) expect((await ask(action, "GET")).redirect, action).toMatch(/\/(sign-in|account)(\?|$)/);
});
