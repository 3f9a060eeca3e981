import type { Id } from "@/kernel/id";
import { instant, type Instant } from "@/kernel/time";
import type { MerchantActor } from "@/modules/access/actor";
import { isFamily, type Family } from "@/modules/sizing/size-table";
import { reader } from "@/platform/db";
import type { ChartLine } from "./size-chart";

export type OwnChart = {
  readonly brandId: Id<"brand">; readonly brand: string; readonly family: Family;
  /** 0 where the brand has sized goods of the family and no chart of its own. */
  readonly version: number; readonly system: string | null; readonly labels: number; readonly updatedAt: Instant | null;
  /** How many products of the brand it is, or would be, for. */
  readonly products: number;
};

/** A merchant's brands by the families of garments that they sell or have a chart for. */
export const listOwnCharts = async (actor: Pick<MerchantActor, "merchantId">): Promise<readonly OwnChart[]> => {
  const rows = await reader().$queryRaw<(Omit<OwnChart, "updatedAt" | "family"> & { family: string; updatedAt: Date | null })[]>`
    select b.id as "brandId", b.name as brand, of.family, of.products, coalesce(z.version, 0) as version, z.system, coalesce(jsonb_array_length(z.rows), 0) as labels, z."updatedAt"
    from brand b
    cross join lateral (select family, sum(n)::int as products from (
      select p."sizeFamily" as family, count(*) as n from product p where p."brandId" = b.id and p."sizeFamily" is not null group by 1
      union all select family, 0 from size_chart where "brandId" = b.id) known group by family) of
    left join size_chart z on z."brandId" = b.id and z.family = of.family
    where b."merchantId" = ${actor.merchantId} order by b.name, of.family`;
  return rows.flatMap(({ family, updatedAt, ...row }) => (isFamily(family) ? [{ ...row, family, updatedAt: updatedAt && instant(updatedAt) }] : []));
};

export type EditedChart = {
  readonly brand: string; readonly version: number; readonly system: string | null; readonly rows: readonly ChartLine[];
  /** The labels that variants of the brand bear already, by system: what a first chart starts from. */
  readonly borne: readonly { readonly system: string; readonly labels: readonly string[] }[];
};

/** A chart of a merchant's own brand as its editor shows it, empty where there is none yet; null when the brand is not the merchant's. */
export const findOwnChart = async (actor: Pick<MerchantActor, "merchantId">, brandId: string, family: Family): Promise<EditedChart | null> => {
  const brand = await reader().brand.findFirst({ where: { id: brandId, merchantId: actor.merchantId }, select: { name: true, sizeCharts: { where: { family } } } });
  if (!brand) return null;
  const borne = await reader().variant.groupBy({
    by: ["sizeSystem", "sizeLabel"], where: { product: { brandId, sizeFamily: family }, sizeSystem: { not: null }, sizeLabel: { not: null } },
  });
  const systems = [...new Set(borne.map(({ sizeSystem }) => sizeSystem ?? ""))].sort();
  const [chart] = brand.sizeCharts;
  return {
    brand: brand.name, version: chart?.version ?? 0, system: chart?.system ?? null, rows: (chart?.rows ?? []) as unknown as readonly ChartLine[],
    borne: systems.map((system) => ({ system, labels: borne.flatMap(({ sizeSystem, sizeLabel }) => (sizeSystem === system && sizeLabel !== null ? [sizeLabel] : [])) })),
  };
};
