"use server";
import { requireMerchant } from "@/modules/access/who";
import { pagesShowing } from "@/modules/listing/commands/change-listing";
import { action } from "@/platform/action";
import { setPrices } from "./commands/set-prices";
import { setPricesSchema } from "./schema";

export const setPricesAction = action({ who: requireMerchant, takes: setPricesSchema, does: setPrices, touches: pagesShowing });
