import { reader } from "@/platform/db";

/** Everything of a merchant that pages may show: what must be drawn anew when it disappears or comes back. */
export type ShownGoods = {
  readonly slug: string; readonly brandSlugs: readonly string[]; readonly listingIds: readonly string[]; readonly numbers: readonly number[]; readonly categoryIds: readonly string[];
};

export const listShownGoods = async (merchantId: string): Promise<ShownGoods | null> => {
  const merchant = await reader().merchant.findUnique({ where: { id: merchantId }, select: { slug: true, brands: { select: { slug: true } } } });
  if (!merchant) return null;
  const listings = await reader().listing.findMany({
    where: { merchantId, state: "live" }, orderBy: { id: "asc" }, select: { id: true, number: true, product: { select: { category: { select: { path: true } } } } },
  });
  return {
    slug: merchant.slug,
    brandSlugs: merchant.brands.map(({ slug }) => slug),
    listingIds: listings.map(({ id }) => id),
    numbers: listings.map(({ number }) => number),
    categoryIds: [...new Set(listings.flatMap(({ product }) => product.category.path))],
  };
};
