"use server";
import { requireAdmin, requireMerchant } from "@/modules/access/who";
import { action } from "@/platform/action";
import { markDelivered } from "./commands/mark-delivered";
import { markDeliveredSchema } from "./schema";

export const markDeliveredAction = action({ who: requireMerchant, takes: markDeliveredSchema, does: markDelivered });
/** For the staff, while carriers do not tell us themselves. */
export const markDeliveredAsStaffAction = action({ who: requireAdmin, takes: markDeliveredSchema, does: markDelivered });
