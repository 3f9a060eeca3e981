import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import type { Family } from "@/modules/sizing/size-table";
import type { Tx } from "@/platform/db";
import type { BrandChart } from "./size-chart";

/** Under which name pages of the brand's merchant stand; null when the brand is not the merchant's. */
export const merchantSlugOf = async (tx: Tx, merchantId: Id<"merchant">, brandId: string): Promise<string | null> =>
  (await tx.brand.findFirst({ where: { id: brandId, merchantId }, select: { merchant: { select: { slug: true } } } }))?.merchant.slug ?? null;

/** Writes the chart that follows the version seen, 0 for the first; false when somebody was quicker. */
export const writeChart = async (tx: Tx, { brandId, family, system, rows, version, by, at }: BrandChart & { brandId: string; family: Family; version: number; by: Id<"user">; at: Instant }): Promise<boolean> => {
  const data = { system, rows: rows.map((row) => ({ ...row })), updatedBy: by, updatedAt: at };
  if (version === 0) return (await tx.sizeChart.createMany({ data: { brandId, family, ...data }, skipDuplicates: true })).count === 1;
  return (await tx.sizeChart.updateMany({ where: { brandId, family, version }, data: { ...data, version: { increment: 1 } } })).count === 1;
};

export const deleteChart = async (tx: Tx, brandId: string, family: Family, version: number): Promise<boolean> =>
  (await tx.sizeChart.deleteMany({ where: { brandId, family, version } })).count === 1;
