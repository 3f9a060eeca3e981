import { z } from "zod";
import { isIdOf, type Id } from "@/kernel/id";
import { suspendReasons } from "./merchant";

const merchantId = z.string().max(40).refine((text): text is Id<"merchant"> => isIdOf("merchant", text));
const note = z.string().max(2000).transform((text) => text.trim());

export const suspendMerchantSchema = z.strictObject({ merchantId, reason: z.enum(suspendReasons), note });
export const restoreMerchantSchema = z.strictObject({ merchantId, note });
