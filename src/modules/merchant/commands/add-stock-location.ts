import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { findCountry } from "@/modules/market/queries";
import { newId } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { insertStockLocation, type NewStockLocation } from "../store";

export type NoSuchCountry = { readonly code: "merchant.no-such-country" };

/** One more place where a merchant's goods lie: at home, in a hub of a region, or in a bonded warehouse of a destination. */
export const addStockLocation = (
  actor: Pick<MerchantActor, "merchantId">, place: NewStockLocation & { readonly country: CountryCode },
): Promise<Result<{ readonly locationId: Id<"location"> }, NoSuchCountry>> =>
  transaction<{ readonly locationId: Id<"location"> }, NoSuchCountry>(async (tx) => {
    if (!(await findCountry(place.country))) return refuse({ code: "merchant.no-such-country" });
    const locationId = newId("location");
    await insertStockLocation(tx, locationId, actor.merchantId, place);
    return ok({ locationId });
  });
