// Every server action by its door, called as the people of the world.
import { join } from "node:path";
import type { Result } from "@/kernel/result";
import { asking } from "./asking";
import { actionRows } from "./who-may";
import type { Role, World } from "./world";

export type Answer = Result<unknown, { readonly code: string }>;
type Action = (input: unknown) => Promise<Answer>;

/** Loads the actions that the table names; what it names and nobody wrote is missed when it is called. */
export const callerOf = async (world: World): Promise<(door: string, role: Role, input: unknown) => Promise<Answer>> => {
  const actions = new Map<string, Action>();
  for (const door of Object.keys(actionRows)) {
    const [module = "", name = ""] = door.split("/");
    const file = (await import(join(process.cwd(), "src/modules", module, "actions.ts"))) as Record<string, Action>;
    const found = file[name];
    if (found) actions.set(door, found);
  }
  return async (door, role, input) => {
    const action = actions.get(door);
    if (!action) throw new Error(`no action ${door}`);
    return asking(world.cookies[role], () => action(input));
  };
};

export const codeOf = (answer: Answer): string => (answer.ok ? "ok" : answer.refusal.code);
