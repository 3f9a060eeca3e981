import { isCurrency, type Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { insertRows, seedId } from "./bulk";
import type { SeedMerchant } from "./assortment";
import { chanceOf } from "./random";

export type SeededMerchant = SeedMerchant & {
  readonly id: Id<"merchant">; readonly brandId: Id<"brand">; readonly at: Date;
  readonly locations: readonly { readonly id: Id<"location">; readonly kind: string; readonly country: string }[];
};

/** Working days that a merchant needs to pack. */
export const handlingDaysOf = (key: string): number => chanceOf(key).between(1, 3);

// A merchant whose own money has no published rate here is paid, and prices, in euro.
const payoutOf = (currency: string): Currency => (isCurrency(currency) ? currency : "EUR");

/** Merchants with their brand, their story in their languages and their warehouses. */
export const seedMerchants = async (merchants: readonly SeedMerchant[]): Promise<SeededMerchant[]> => {
  const seeded = merchants.map((merchant): SeededMerchant => {
    const at = new Date(`${merchant.since}-03T09:00:00Z`);
    return {
      ...merchant, at,
      id: seedId("merchant", merchant.key, at),
      brandId: seedId("brand", merchant.brand.slug, at),
      locations: merchant.warehouses.map((w, index) => ({ id: seedId("location", `${merchant.key} ${index}`, at), kind: w.kind, country: w.country })),
    };
  });
  await insertRows("merchant", seeded.map((m) => ({
    id: m.id, slug: m.key, name: m.name, legalName: m.legalName, legalForm: m.legalForm, country: m.country, region: m.region, city: m.city,
    state: "active", payoutCurrency: payoutOf(m.currency), timeZone: m.timeZone, handlingDays: handlingDaysOf(m.key), contactEmail: m.contactEmail,
    kind: m.kind, since: `${m.since}-01`, createdAt: m.at,
  })));
  await insertRows("merchant_text", seeded.flatMap((m) => Object.entries(m.story).map(([language, story]) => ({ merchantId: m.id, language, story, writtenBy: "merchant" }))));
  await insertRows("brand", seeded.map((m) => ({ id: m.brandId, slug: m.brand.slug, name: m.brand.name, country: m.country, merchantId: m.id, createdAt: m.at })));
  await insertRows("stock_location", seeded.flatMap((m) => m.warehouses.map((w, index) => ({
    id: m.locations[index]?.id, merchantId: m.id, kind: w.kind, country: w.country, region: null, city: w.city, postcode: w.postcode ?? "",
  }))));
  return seeded;
};
