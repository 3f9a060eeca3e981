import { ok, type Result } from "@/kernel/result";
import { reader } from "@/platform/db";
import type { ShopperActor } from "../actor";
import { saveProfile } from "../store";

/** The shop window somebody comes home to, and whose language our letters speak. Whether it exists is checked above: markets are next door, not below. */
export const changeStorefront = async (actor: ShopperActor, { storefront }: { readonly storefront: string }): Promise<Result<null, never>> => {
  await saveProfile(reader(), actor.userId, { storefront });
  return ok(null);
};
