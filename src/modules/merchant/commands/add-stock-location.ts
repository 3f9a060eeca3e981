import type { Id } from "@/kernel/id";
import { ok, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { newId } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { insertStockLocation, type NewStockLocation } from "../store";

/** One more place where a merchant's goods lie: at home, in a hub of a region, or in a bonded warehouse of a destination. */
export const addStockLocation = (actor: Pick<MerchantActor, "merchantId">, place: NewStockLocation): Promise<Result<{ readonly locationId: Id<"location"> }, never>> =>
  transaction(async (tx) => {
    const locationId = newId("location");
    await insertStockLocation(tx, locationId, actor.merchantId, place);
    return ok({ locationId });
  });
