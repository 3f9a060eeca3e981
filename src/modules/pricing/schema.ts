import { z } from "zod";
import { isIdOf, type Id } from "@/kernel/id";
import { mostOffers, seenListingSchema } from "@/modules/listing/schema";
import { pricePolicies } from "./price-policy";

export const setPricesSchema = z.strictObject({
  ...seenListingSchema.shape,
  policy: z.enum(pricePolicies),
  offerIds: z.array(z.string().max(40).refine((text): text is Id<"offer"> => isIdOf("offer", text))).min(1).max(mostOffers).refine((ids) => new Set(ids).size === ids.length),
  /** As typed; nothing typed takes an own price back. Markets that are not named stay as they are. */
  prices: z.array(z.strictObject({ market: z.string().regex(/^[A-Z]{2}$/), price: z.string().max(30) })).max(60)
    .refine((rows) => new Set(rows.map((row) => row.market)).size === rows.length),
});

export type SetPrices = z.output<typeof setPricesSchema>;
