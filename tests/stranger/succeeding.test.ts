import { nextCache, nextHeaders } from "./asking";
import { beforeAll, expect, test, vi } from "vitest";
import { callerOf, codeOf } from "./calling";
import { actionRows } from "./who-may";
import { buildWorld, type World } from "./world";

vi.mock("next/headers", () => nextHeaders);
vi.mock("next/cache", () => nextCache);

let world: World;
let call: Awaited<ReturnType<typeof callerOf>>;

beforeAll(async () => {
  world = await buildWorld();
  call = await callerOf(world);
}, 120_000);

const rows = Object.entries(actionRows);

// In the order of the table: what ends a session or an application comes after what needs it.
test.each(rows)("%s: whoever may come and owns what they name succeeds", async (door, { owner, sample, gives }) => {
  expect(codeOf(await call(door, owner, sample(world)))).toBe(gives ?? "ok");
});
