import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { merchantSlugOf, writeChart } from "../chart-store";
import type { SaveSizeChart } from "../schema";
import { checkChart, type ChartInvalid } from "../size-chart";

export type SavedChart = { readonly merchantSlug: string };
export type ChartRefusal = { readonly code: "catalog.no-such-brand" } | { readonly code: "catalog.chart-stale" };

/**
 * Keeps a brand's own size chart of a family, which from then on decides what its labels mean everywhere.
 * Refused: a brand of somebody else, a chart with faults (each by its field), and one that somebody else changed meanwhile.
 */
export const saveSizeChart = (actor: MerchantActor, { brandId, family, version, system, unit, rows }: SaveSizeChart): Promise<Result<SavedChart, ChartRefusal | ChartInvalid>> =>
  transaction<SavedChart, ChartRefusal | ChartInvalid>(async (tx) => {
    const merchantSlug = await merchantSlugOf(tx, actor.merchantId, brandId);
    if (merchantSlug === null) return refuse({ code: "catalog.no-such-brand" });
    const checked = checkChart(family, rows, unit);
    if (!checked.ok) return checked;
    const isSaved = await writeChart(tx, { brandId, family, version, system, rows: checked.value, by: actor.userId, at: now() });
    return isSaved ? ok({ merchantSlug }) : refuse({ code: "catalog.chart-stale" });
  });
