import { ok, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { now } from "@/platform/clock";
import { publish } from "../listing";
import type { SeenListing } from "../schema";
import { loadCompleteness, saveState } from "../store";
import { changeListing, type ChangeRefusal, type Saved } from "./change-listing";

/** Puts a listing on the shelves of its markets, or says everything that is missing. Publishing what is live already changes nothing but its version. */
export const publishListing = (actor: MerchantActor, seen: SeenListing): Promise<Result<Saved, ChangeRefusal>> =>
  changeListing<ChangeRefusal>(actor, seen, async (tx, listing) => {
    const at = now();
    const live = publish(listing, await loadCompleteness(tx, listing.id), at);
    if (!live.ok) return live;
    await saveState(tx, live.value, at);
    return ok(null);
  });
