import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { reader } from "@/platform/db";

export type BrandPage = {
  readonly id: Id<"brand">;
  readonly name: string;
  readonly slug: string;
  readonly country: CountryCode;
  /** Address of the merchant that owns it. */
  readonly merchantSlug: string;
};

/** A brand of an active merchant by the name in its address, or null. One statement. */
export const findBrandPage = async (slug: string): Promise<BrandPage | null> => {
  if (!/^[\p{L}\p{N}\p{M}-]{1,120}$/u.test(slug)) return null;
  const [row] = await reader().$queryRaw<BrandPage[]>`
    select b.id, b.name, b.slug, b.country, m.slug as "merchantSlug" from brand b join merchant m on m.id = b."merchantId" where b.slug = ${slug} and m.state = 'active'`;
  return row ?? null;
};
