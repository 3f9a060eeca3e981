import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { ShopperActor } from "@/modules/access/actor";
import { transaction } from "@/platform/db";
import { lockShopper, makeDefault } from "../store";
import type { NoSuchAddress } from "./remove-address";

/** Makes one of a person's addresses the one that checkout offers first. */
export const chooseUsualAddress = (actor: ShopperActor, { addressId }: { readonly addressId: Id<"address"> }): Promise<Result<null, NoSuchAddress>> =>
  transaction(async (tx): Promise<Result<null, NoSuchAddress>> => {
    await lockShopper(tx, actor.userId);
    return (await makeDefault(tx, actor.userId, addressId)) ? ok(null) : refuse({ code: "address.no-such-address" });
  });
