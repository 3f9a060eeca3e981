import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { AdminActor } from "@/modules/access/actor";
import { restoreMerchant } from "@/modules/merchant/commands/restore-merchant";
import type { NoSuchMerchant } from "@/modules/merchant/commands/suspend-merchant";
import type { NotSuspended } from "@/modules/merchant/merchant";
import { transaction } from "@/platform/db";
import { listShownGoods, type ShownGoods } from "../shown-goods-queries";
import { thenForget } from "./forget-answers";
import { indexListings } from "./index-listings";

/** Lets a suspended merchant trade again and puts its live goods back on shelves and into search, in the same transaction. */
export const showMerchant = (
  admin: AdminActor, input: { merchantId: Id<"merchant">; note: string },
): Promise<Result<ShownGoods, NoSuchMerchant | NotSuspended>> =>
  thenForget(transaction<ShownGoods, NoSuchMerchant | NotSuspended>(async () => {
    const restored = await restoreMerchant(admin, input);
    if (!restored.ok) return restored;
    const goods = await listShownGoods(input.merchantId);
    if (!goods) return refuse({ code: "merchant.not-found" });
    await indexListings({ listingIds: goods.listingIds });
    return ok(goods);
  }));
