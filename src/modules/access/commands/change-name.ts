import { ok, type Result } from "@/kernel/result";
import { database } from "@/platform/db";
import type { ShopperActor } from "../actor";
import { saveProfile } from "../store";

/** How somebody wants to be greeted. */
export const changeName = async (actor: ShopperActor, { name }: { readonly name: string }): Promise<Result<null, never>> => {
  await saveProfile(database(), actor.userId, { name });
  return ok(null);
};
