import { route } from "@/platform/http/route";
import { shippingQuotesDoor } from "../resources/shipping-quotes";

export const dynamic = "force-dynamic";
export const POST = route(shippingQuotesDoor);
