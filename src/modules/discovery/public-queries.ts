import { isIdOf } from "@/kernel/id";
import type { OpenStorefront } from "@/modules/market/queries";
import { reader } from "@/platform/db";
import { findProductPage, type ProductPage } from "./product-queries";

/** What the product page of a listing shows, found by the listing's id or by its number; null when people may not see it. */
export const findPublicListing = async (idOrNumber: string, storefront: OpenStorefront): Promise<ProductPage | null> => {
  if (!isIdOf("listing", idOrNumber)) return findProductPage(Number(idOrNumber), storefront);
  const listing = await reader().listing.findUnique({ where: { id: idOrNumber }, select: { number: true } });
  return listing && findProductPage(listing.number, storefront);
};
