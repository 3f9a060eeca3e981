import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { now } from "@/platform/clock";
import { database } from "@/platform/db";
import type { ShopperActor } from "../actor";
import { revokeSession } from "../store";

export type NoSuchSession = { readonly code: "access.no-such-session" };

/** Signs another browser of one's own out, from now on. Somebody else's session and none at all are one refusal. */
export const endSession = async (actor: ShopperActor, { sessionId }: { readonly sessionId: Id<"session"> }): Promise<Result<null, NoSuchSession>> =>
  (await revokeSession(database(), actor.userId, sessionId, now())) ? ok(null) : refuse({ code: "access.no-such-session" });

/** Signs this browser out. */
export const signOut = async (actor: ShopperActor): Promise<Result<null, never>> => {
  await revokeSession(database(), actor.userId, actor.sessionId, now());
  return ok(null);
};
