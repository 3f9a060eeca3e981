import { addToCartAction } from "@/modules/cart/actions";
import { asked } from "@/platform/http/asked";

/** Into the cart, from a product page. */
export const POST = asked(addToCartAction);
