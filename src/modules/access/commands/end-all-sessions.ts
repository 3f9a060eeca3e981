import type { Id } from "@/kernel/id";
import { ok, type Result } from "@/kernel/result";
import { now } from "@/platform/clock";
import { database, reader } from "@/platform/db";
import type { ShopperActor } from "../actor";
import { revokeSessions } from "../store";

/** Signs somebody out of every browser, this one included. */
export const signOutEverywhere = async (actor: ShopperActor): Promise<Result<null, never>> => {
  await revokeSessions(database(), actor.userId, now());
  return ok(null);
};

/**
 * Ends every session of a person whose role changes: what a session was opened for is not what it would now be good for. They sign in anew.
 * For the verbs that give or take a role, inside their transaction.
 */
export const endSessionsOf = (userId: Id<"user">): Promise<void> => revokeSessions(reader(), userId, now());
