import { ok, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { now } from "@/platform/clock";
import { withdraw, type ListingNotLive } from "../listing";
import type { SeenListing } from "../schema";
import { saveState } from "../store";
import { changeListing, type ChangeRefusal, type Saved } from "./change-listing";

/** Takes a listing off the shelves. Orders that exist go on; carts that hold it are told that it cannot be bought any more. */
export const withdrawListing = (actor: MerchantActor, seen: SeenListing): Promise<Result<Saved, ChangeRefusal | ListingNotLive>> =>
  changeListing<ListingNotLive>(actor, seen, async (tx, listing) => {
    const off = withdraw(listing);
    if (!off.ok) return off;
    await saveState(tx, off.value, now());
    return ok(null);
  });
