import { placeOrderAction } from "@/modules/checkout/actions";
import { asked } from "@/platform/http/asked";

/** Orders and opens the payment page, from the till. */
export const POST = asked(placeOrderAction);
