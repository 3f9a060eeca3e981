"use server";
import { requireMerchant } from "@/modules/access/who";
import { action } from "@/platform/action";
import { addStockLocation } from "./commands/add-stock-location";
import { addStockLocationSchema } from "./schema";

export const addStockLocationAction = action({ who: requireMerchant, takes: addStockLocationSchema, does: addStockLocation });
