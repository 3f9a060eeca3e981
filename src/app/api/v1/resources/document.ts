import { env } from "@/platform/env";
import { openApi, type OpenApi } from "@/platform/http/openapi";
import { landedCostOperation } from "./landed-cost";
import { listingOperation } from "./listings";
import { marketsOperation } from "./markets";
import { rulesOperation } from "./rules";
import { searchOperation } from "./search";
import { shippingQuotesOperation } from "./shipping-quotes";
import { sizesOperation } from "./sizes";

const about = "Read-only, for everybody, no key. Money is in minor units of its currency, as text. Errors are {\"refusal\":{\"code\":\"…\"}} with the right status; bad input is input.invalid with a field → issue list.";

/** The public API's own description, out of the schemas that its doors check with. */
export const apiDocument = (): OpenApi => openApi({ title: "Entrepôt API", version: "1", description: about }, env().APP_URL, [marketsOperation, searchOperation, listingOperation, sizesOperation, shippingQuotesOperation, landedCostOperation, rulesOperation]);
