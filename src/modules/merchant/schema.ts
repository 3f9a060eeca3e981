import { z } from "zod";
import { isCountryCode, type CountryCode } from "@/kernel/country";
import { isIdOf, type Id } from "@/kernel/id";
import { suspendReasons } from "./merchant";

const merchantId = z.string().max(40).refine((text): text is Id<"merchant"> => isIdOf("merchant", text));
const note = z.string().max(2000).transform((text) => text.trim());

export const suspendMerchantSchema = z.strictObject({ merchantId, reason: z.enum(suspendReasons), note });
export const restoreMerchantSchema = z.strictObject({ merchantId, note });

export const addStockLocationSchema = z.strictObject({
  kind: z.enum(["origin", "hub", "bonded"]),
  country: z.string().regex(/^[A-Z]{2}$/).refine((text): text is CountryCode => isCountryCode(text)),
  region: z.string().trim().max(80).nullable(),
  city: z.string().trim().min(1).max(120),
  postcode: z.string().trim().max(20),
});
