import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { AdminActor } from "@/modules/access/actor";
import { suspendMerchant, type NoSuchMerchant } from "@/modules/merchant/commands/suspend-merchant";
import type { AlreadySuspended, SuspendReason } from "@/modules/merchant/merchant";
import { transaction } from "@/platform/db";
import { listShownGoods, type ShownGoods } from "../shown-goods-queries";
import { thenForget } from "./forget-answers";
import { indexListings } from "./index-listings";

/** Suspends a merchant and takes its goods off shelves and search in the same transaction. Returns what pages showed of it. */
export const hideMerchant = (
  admin: AdminActor, input: { merchantId: Id<"merchant">; reason: SuspendReason; note: string },
): Promise<Result<ShownGoods, NoSuchMerchant | AlreadySuspended>> =>
  thenForget(transaction<ShownGoods, NoSuchMerchant | AlreadySuspended>(async () => {
    const suspended = await suspendMerchant(admin, input);
    if (!suspended.ok) return suspended;
    const goods = await listShownGoods(input.merchantId);
    if (!goods) return refuse({ code: "merchant.not-found" });
    await indexListings({ listingIds: goods.listingIds });
    return ok(goods);
  }));
