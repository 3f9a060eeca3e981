import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import type { Tx } from "@/platform/db";

/** Writes a brand under the first free spelling of its slug; the unique index decides. */
export const insertBrand = async (tx: Tx, brand: { id: Id<"brand">; slug: string; name: string; country: string; merchantId: Id<"merchant">; at: Instant }): Promise<string> => {
  for (let turn = 1; ; turn++) {
    const slug = turn === 1 ? brand.slug : `${brand.slug}-${turn}`;
    const { count } = await tx.brand.createMany({
      data: { id: brand.id, slug, name: brand.name, country: brand.country, merchantId: brand.merchantId, createdAt: brand.at },
      skipDuplicates: true,
    });
    if (count === 1) return slug;
  }
};
