import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { findMarket } from "@/modules/market/queries";
import type { ChooseMarkets } from "../schema";
import { saveScope } from "../store";
import { changeListing, type ChangeRefusal, type Saved } from "./change-listing";

export type NoSuchMarket = { readonly code: "listing.no-such-market"; readonly market: string };

/** Says where a listing is offered: everywhere, only in some markets, or everywhere but in some. "Everywhere" names no market. */
export const chooseMarkets = (actor: MerchantActor, { listingId, version, marketPolicy, markets }: ChooseMarkets): Promise<Result<Saved, ChangeRefusal | NoSuchMarket>> =>
  changeListing<NoSuchMarket>(actor, { listingId, version }, async (tx, listing) => {
    const named = marketPolicy === "all" ? [] : [...new Set(markets)].sort();
    for (const market of named) if (!(await findMarket(market))) return refuse({ code: "listing.no-such-market", market });
    await saveScope(tx, listing, { marketPolicy, markets: named });
    return ok(null);
  });
