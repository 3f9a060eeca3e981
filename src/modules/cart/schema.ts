import { z } from "zod";
import { isIdOf, type Id } from "@/kernel/id";
import { mostOfOne } from "./cart";

export const storefrontTag = z.string().regex(/^[a-z]{2}-[a-z]{2}$/);
const offerId = z.string().max(40).refine((text): text is Id<"offer"> => isIdOf("offer", text));
const lineId = z.string().max(40).refine((text): text is Id<"cartLine"> => isIdOf("cartLine", text));

export const addToCartSchema = z.strictObject({ storefront: storefrontTag, offerId, quantity: z.int().min(1).max(mostOfOne) });
export const changeQuantitySchema = z.strictObject({ storefront: storefrontTag, lineId, quantity: z.int().min(1).max(mostOfOne) });
export const removeLineSchema = z.strictObject({ lineId });
export const acceptPricesSchema = z.strictObject({ storefront: storefrontTag });
