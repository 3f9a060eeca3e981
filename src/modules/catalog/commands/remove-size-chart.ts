import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { transaction } from "@/platform/db";
import { deleteChart, merchantSlugOf } from "../chart-store";
import type { RemoveSizeChart } from "../schema";
import type { ChartRefusal, SavedChart } from "./save-size-chart";

/** Takes a brand's own chart away: our tables hold again for its labels. Refused when somebody else changed it meanwhile. */
export const removeSizeChart = (actor: MerchantActor, { brandId, family, version }: RemoveSizeChart): Promise<Result<SavedChart, ChartRefusal>> =>
  transaction<SavedChart, ChartRefusal>(async (tx) => {
    const merchantSlug = await merchantSlugOf(tx, actor.merchantId, brandId);
    if (merchantSlug === null) return refuse({ code: "catalog.no-such-brand" });
    return (await deleteChart(tx, brandId, family, version)) ? ok({ merchantSlug }) : refuse({ code: "catalog.chart-stale" });
  });
