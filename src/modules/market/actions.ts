"use server";
import { requireAdmin } from "@/modules/access/who";
import { action } from "@/platform/action";
import { tags } from "@/platform/cache/tags";
import { setMarketState } from "./commands/set-market-state";
import { setShipTo } from "./commands/set-ship-to";
import { setMarketStateSchema, setShipToSchema } from "./schema";

export const setMarketStateAction = action({
  who: requireAdmin, takes: setMarketStateSchema, does: setMarketState,
  // Every storefront's picker lists the open markets: the home pages change too.
  touches: (_, { code }) => [tags.market(code), tags.home()],
});
export const setShipToAction = action({ who: requireAdmin, takes: setShipToSchema, does: setShipTo, touches: (_, { code }) => [tags.market(code)] });
