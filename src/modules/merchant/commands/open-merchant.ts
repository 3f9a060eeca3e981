import type { Id } from "@/kernel/id";
import { ok, type Result } from "@/kernel/result";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import type { NewMerchant } from "../merchant";
import { insertMembership, insertMerchant, insertStockLocation } from "../store";

/**
 * Opens a merchant: the company, its owner and the first place where its goods lie (the city of the company, until the owner says otherwise).
 * Called by the approval of a brand application, inside its transaction: there is no merchant without an approval.
 */
export const openMerchant = (merchant: NewMerchant): Promise<Result<{ readonly merchantId: Id<"merchant">; readonly slug: string }, never>> =>
  transaction(async (tx) => {
    const at = now();
    const merchantId = newId("merchant");
    const slug = await insertMerchant(tx, merchantId, merchant, at);
    await insertMembership(tx, { id: newId("membership"), merchantId, userId: merchant.ownerId, role: "owner", at });
    await insertStockLocation(tx, newId("location"), merchantId, { kind: "origin", country: merchant.country, region: null, city: merchant.city, postcode: "" });
    return ok({ merchantId, slug });
  });
