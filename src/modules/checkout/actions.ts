"use server";
import { requireMerchant } from "@/modules/access/who";
import { holdingCart } from "@/modules/cart/whose-cart";
import { markShippedSchema } from "@/modules/order/schema";
import { action } from "@/platform/action";
import { payForOrder } from "./commands/pay-for-order";
import { holdPrice } from "./commands/prepare-quote";
import { shipConsignment } from "./commands/ship-consignment";
import { placeOrderSchema, prepareQuoteSchema } from "./schema";
import { buying } from "./whose-checkout";

export const prepareQuoteAction = action({ who: holdingCart, takes: prepareQuoteSchema, does: holdPrice });
export const placeOrderAction = action({ who: buying, takes: placeOrderSchema, does: payForOrder });
export const shipConsignmentAction = action({ who: requireMerchant, takes: markShippedSchema, does: shipConsignment });
