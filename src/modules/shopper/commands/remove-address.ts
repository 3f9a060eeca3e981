import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { ShopperActor } from "@/modules/access/actor";
import { transaction } from "@/platform/db";
import { deleteAddress, findAddresses, lockShopper, makeDefault } from "../store";

export type NoSuchAddress = { readonly code: "address.no-such-address" };

/** Forgets an address of a person. When it was the usual one, the newest of the others becomes it. Orders keep their own copy. */
export const removeAddress = (actor: ShopperActor, { addressId }: { readonly addressId: Id<"address"> }): Promise<Result<null, NoSuchAddress>> =>
  transaction(async (tx): Promise<Result<null, NoSuchAddress>> => {
    await lockShopper(tx, actor.userId);
    if (!(await deleteAddress(tx, actor.userId, addressId))) return refuse({ code: "address.no-such-address" });
    const [first] = await findAddresses(actor.userId);
    if (first && !first.isDefault) await makeDefault(tx, actor.userId, first.id);
    return ok(null);
  });
