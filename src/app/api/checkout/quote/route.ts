import { prepareQuoteAction } from "@/modules/checkout/actions";
import { asked } from "@/platform/http/asked";

/** Holds a price, from the till. */
export const POST = asked(prepareQuoteAction);
