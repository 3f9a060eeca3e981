import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import type { ProductFacts } from "../product";
import { hasBrand, hasCategory, insertProduct } from "../product-store";

export type NoSuchBrand = { readonly code: "catalog.no-such-brand" };
export type NoSuchCategory = { readonly code: "catalog.no-such-category" };

/** Enters a product under one of the merchant's own brands. Who chose its HS code is kept with it: customs asks the one who declared. */
export const createProduct = (
  actor: MerchantActor, { brandId, ...facts }: ProductFacts & { readonly brandId: Id<"brand"> },
): Promise<Result<{ readonly productId: Id<"product"> }, NoSuchBrand | NoSuchCategory>> =>
  transaction<{ readonly productId: Id<"product"> }, NoSuchBrand | NoSuchCategory>(async (tx) => {
    if (!(await hasBrand(tx, actor.merchantId, brandId))) return refuse({ code: "catalog.no-such-brand" });
    if (!(await hasCategory(tx, facts.categoryId))) return refuse({ code: "catalog.no-such-category" });
    const productId = newId("product");
    await insertProduct(tx, { ...facts, id: productId, brandId, by: actor.userId, at: now() });
    return ok({ productId });
  });
