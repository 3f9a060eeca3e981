import type { Id } from "@/kernel/id";
import type { BrandChart } from "@/modules/catalog/size-chart";
import { isFamily, type Family } from "@/modules/sizing/size-table";
import { reader } from "@/platform/db";

export type SizedListing = {
  readonly id: Id<"listing">; readonly family: Family; readonly brand: string; readonly chart: BrandChart | null;
  /** The system and the labels of what is on offer; of a listing in two systems the one that most offers bear. */
  readonly system: string; readonly labels: readonly string[];
};

/** The sizes of a live listing of an active merchant, or null where there is none or nothing to fit. */
export const findSizedListing = async (number: number): Promise<SizedListing | null> => {
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) return null;
  const [row] = await reader().$queryRaw<(Omit<SizedListing, "family"> & { family: string })[]>`
    select l.id, p."sizeFamily" as family, b.name as brand, v."sizeSystem" as system, array_agg(distinct v."sizeLabel") as labels,
      (select jsonb_build_object('system', z.system, 'rows', z.rows) from size_chart z where z."brandId" = b.id and z.family = p."sizeFamily") as chart
    from listing l
    join merchant m on m.id = l."merchantId"
    join product p on p.id = l."productId"
    join brand b on b.id = p."brandId"
    join offer o on o."listingId" = l.id and o."isActive"
    join variant v on v.id = o."variantId"
    where l.number = ${number} and l.state = 'live' and m.state = 'active' and p."sizeFamily" is not null and v."sizeLabel" is not null and v."sizeSystem" is not null
    group by l.id, p."sizeFamily", b.id, b.name, v."sizeSystem" order by count(*) desc, v."sizeSystem" limit 1`;
  return row && isFamily(row.family) ? { ...row, family: row.family } : null;
};
