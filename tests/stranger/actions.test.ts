import { nextCache, nextHeaders } from "./asking";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { callerOf, codeOf } from "./calling";
import { changed, fingerprint } from "./fingerprint";
import { nonsense, spoiled } from "./malformed";
import { actionRows } from "./who-may";
import { buildWorld, roles, type World } from "./world";

vi.mock("next/headers", () => nextHeaders);
vi.mock("next/cache", () => nextCache);

let world: World;
let call: Awaited<ReturnType<typeof callerOf>>;

beforeAll(async () => {
  world = await buildWorld();
  call = await callerOf(world);
}, 120_000);

const rows = Object.entries(actionRows);

describe("whoever may not come is turned away at the door, and nothing changes", () => {
  test.each(rows)("%s", async (door, { may, sample }) => {
    const before = await fingerprint();
    const strangers = roles.filter((role) => !may.includes(role));
    const answers: Record<string, string> = {};
    for (const role of strangers) {
      // With good input, with none and with nonsense: who comes first, what second.
      for (const input of [sample(world), undefined, { not: "" }]) answers[role] = codeOf(await call(door, role, input));
    }
    expect(answers).toEqual(Object.fromEntries(strangers.map((role) => [role, role === "nobody" || role === "ended" ? "access.not-signed-in" : "access.not-allowed"])));
    expect(changed(before, await fingerprint())).toEqual([]);
  });
});

describe("whoever may come finds nothing of another's, and nothing changes", () => {
  test.each(rows.filter(([, row]) => row.stranger !== undefined))("%s", async (door, { may, owner, sample, stranger }) => {
    const before = await fingerprint();
    const answers: Record<string, string> = {};
    const others = may.filter((role) => role !== owner);
    for (const role of others) answers[role] = codeOf(await call(door, role, sample(world)));
    expect(answers).toEqual(Object.fromEntries(others.map((role) => [role, stranger])));
    expect(changed(before, await fingerprint())).toEqual([]);
  });
});

describe("nonsense is refused as input, throws nothing and changes nothing", () => {
  test.each(rows)("%s", async (door, { owner, sample }) => {
    const good = sample(world);
    const isEmpty = Object.keys(good as object).length === 0;
    const refused: unknown[] = [];
    for (const [name, value] of nonsense) {
      const result = await call(door, owner, value);
      if (!isEmpty) expect(codeOf(result), name).toBe("input.invalid");
      if (!result.ok) refused.push(value);
    }
    if (isEmpty) return;
    for (const [name, value, isSurelyWrong] of spoiled(good)) {
      const result = await call(door, owner, value);
      if (isSurelyWrong) expect(codeOf(result), name).toBe("input.invalid");
      if (!result.ok) refused.push(value);
    }
    // Some spoiled inputs are good ones, such as a note that may be empty. What was refused is asked again, all of it, to see that it leaves no trace.
    const before = await fingerprint();
    const now: string[] = [];
    for (const value of refused) now.push(codeOf(await call(door, owner, value)));
    expect(now.filter((code) => code === "ok")).toEqual([]);
    expect(changed(before, await fingerprint())).toEqual([]);
  }, 120_000);
});
