"use server";
import { action } from "@/platform/action";
import { acceptPrices } from "./commands/accept-prices";
import { addToCart } from "./commands/add-to-cart";
import { changeQuantity } from "./commands/change-quantity";
import { removeLine } from "./commands/remove-line";
import { acceptPricesSchema, addToCartSchema, changeQuantitySchema, removeLineSchema } from "./schema";
import { holdingCart } from "./whose-cart";

export const addToCartAction = action({ who: holdingCart, takes: addToCartSchema, does: addToCart });
export const changeQuantityAction = action({ who: holdingCart, takes: changeQuantitySchema, does: changeQuantity });
export const removeLineAction = action({ who: holdingCart, takes: removeLineSchema, does: removeLine });
export const acceptPricesAction = action({ who: holdingCart, takes: acceptPricesSchema, does: acceptPrices });
