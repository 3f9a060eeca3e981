"use server";
import { requireMerchant } from "@/modules/access/who";
import { action } from "@/platform/action";
import { tags } from "@/platform/cache/tags";
import { removeSizeChart } from "./commands/remove-size-chart";
import { saveSizeChart, type SavedChart } from "./commands/save-size-chart";
import { removeSizeChartSchema, saveSizeChartSchema } from "./schema";

// Every page of the merchant may show a size: all of them carry its tag.
const touches = ({ merchantSlug }: SavedChart) => [tags.merchant(merchantSlug)];

export const saveSizeChartAction = action({ who: requireMerchant, takes: saveSizeChartSchema, does: saveSizeChart, touches });
export const removeSizeChartAction = action({ who: requireMerchant, takes: removeSizeChartSchema, does: removeSizeChart, touches });
