import { asking, nextCache, nextHeaders } from "./asking";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import type { Result } from "@/kernel/result";
import { actionRows } from "./who-may";
import { buildWorld, type Role, type World } from "./world";

vi.mock("next/headers", () => nextHeaders);
vi.mock("next/cache", () => nextCache);

type Action = (input: unknown) => Promise<Result<unknown, { readonly code: string }>>;

let world: World;
const actions = new Map<string, Action>();

beforeAll(async () => {
  world = await buildWorld();
  for (const door of Object.keys(actionRows)) {
    const [module = "", name = ""] = door.split("/");
    const file = (await import(join(process.cwd(), "src/modules", module, "actions.ts"))) as Record<string, Action>;
    const found = file[name];
    if (found) actions.set(door, found);
  }
}, 120_000);

const call = (door: string, role: Role, input: unknown): Promise<Awaited<ReturnType<Action>>> => {
  const action = actions.get(door);
  if (!action) throw new Error(`no action ${door}`);
  return asking(world.cookies[role], () => action(input));
};
const codeOf = (result: Awaited<ReturnType<Action>>): string => (result.ok ? "ok" : result.refusal.code);

const rows = Object.entries(actionRows);

// In the order of the table: what ends a session or an application comes after what needs it.
test.each(rows)("%s: whoever may come and owns what they name succeeds", async (door, { owner, sample, gives }) => {
  expect(codeOf(await call(door, owner, sample(world)))).toBe(gives ?? "ok");
});
