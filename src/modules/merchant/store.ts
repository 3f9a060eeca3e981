import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import type { Tx } from "@/platform/db";
import type { MerchantStanding, MerchantState, NewMerchant } from "./merchant";

export const loadStanding = async (tx: Tx, merchantId: string): Promise<MerchantStanding | null> => {
  const row = await tx.merchant.findUnique({ where: { id: merchantId }, select: { id: true, state: true, suspendedReason: true } });
  return row && { id: row.id as Id<"merchant">, state: row.state as MerchantState, suspendedReason: row.suspendedReason };
};

/** Saves a new state only while the old one still holds; false when somebody was quicker. */
export const saveStanding = async (tx: Tx, before: MerchantStanding, after: MerchantStanding): Promise<boolean> =>
  (await tx.merchant.updateMany({ where: { id: before.id, state: before.state }, data: { state: after.state, suspendedReason: after.suspendedReason } })).count === 1;

/** Writes the merchant under the first free spelling of its slug: "casa", "casa-2", … The unique index decides, so two at once cannot share one. */
export const insertMerchant = async (tx: Tx, id: Id<"merchant">, merchant: NewMerchant, at: Instant): Promise<string> => {
  for (let turn = 1; ; turn++) {
    const slug = turn === 1 ? merchant.slug : `${merchant.slug}-${turn}`;
    const { count } = await tx.merchant.createMany({
      data: {
        id, slug, name: merchant.name, legalName: merchant.legalName, legalForm: merchant.legalForm, country: merchant.country, city: merchant.city,
        payoutCurrency: merchant.currency, timeZone: merchant.timeZone, contactEmail: merchant.contactEmail, kind: "brand",
        since: at.slice(0, 10) + "T00:00:00Z", createdAt: at,
      },
      skipDuplicates: true,
    });
    if (count === 1) {
      await tx.merchantText.create({ data: { merchantId: id, language: merchant.story.language, story: merchant.story.text, writtenBy: "merchant" } });
      return slug;
    }
  }
};

export const insertMembership = (tx: Tx, row: { id: Id<"membership">; merchantId: Id<"merchant">; userId: Id<"user">; role: "owner" | "staff"; at: Instant }) =>
  tx.membership.create({ data: { id: row.id, merchantId: row.merchantId, userId: row.userId, role: row.role, createdAt: row.at } });

export type NewStockLocation = { readonly kind: "origin" | "hub" | "bonded"; readonly country: string; readonly region: string | null; readonly city: string; readonly postcode: string };

export const insertStockLocation = (tx: Tx, id: Id<"location">, merchantId: Id<"merchant">, place: NewStockLocation) =>
  tx.stockLocation.create({ data: { id, merchantId, ...place } });
