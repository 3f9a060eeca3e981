import { refuse, type Result } from "@/kernel/result";
import type { ShopperActor } from "@/modules/access/actor";
import { changeStorefront } from "@/modules/access/commands/change-storefront";
import { findStorefront } from "@/modules/market/queries";

export type NoSuchStorefront = { readonly code: "market.no-such-storefront" };

/** Keeps the shop window that somebody comes home to. Refused when there is no such window. */
export const saveStorefront = async (actor: ShopperActor, { storefront }: { readonly storefront: string }): Promise<Result<null, NoSuchStorefront>> =>
  (await findStorefront(storefront)) ? changeStorefront(actor, { storefront }) : refuse({ code: "market.no-such-storefront" });
