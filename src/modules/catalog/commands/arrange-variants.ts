import type { Id } from "@/kernel/id";
import { ok, type Result } from "@/kernel/result";
import { transaction } from "@/platform/db";
import type { VariantFacts } from "../product";
import { insertVariants, removeVariants, saveFacets, saveVariants } from "../product-store";

/** Enters new variants of a product, rewrites known ones, and drops those that nobody ever offered. The caller has checked whose product it is. */
export const arrangeVariants = ({ productId, variants, gone = [] }: {
  readonly productId: Id<"product">;
  readonly variants: readonly (VariantFacts & { readonly id: Id<"variant">; readonly position: number; readonly isNew: boolean })[];
  readonly gone?: readonly Id<"variant">[];
}): Promise<Result<null, never>> =>
  transaction(async (tx) => {
    const plain = (isNew: boolean) => variants.filter((variant) => variant.isNew === isNew).map(({ isNew: _, ...variant }) => variant);
    await insertVariants(tx, productId, plain(true));
    await saveVariants(tx, productId, plain(false));
    await removeVariants(tx, productId, gone);
    await saveFacets(tx, productId);
    return ok(null);
  });
