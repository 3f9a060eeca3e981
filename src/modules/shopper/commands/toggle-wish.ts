import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { ShopperActor } from "@/modules/access/actor";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { addWish, lockShopper, removeWish } from "../store";

const mostWishes = 500;

export type WishRefusal = { readonly code: "shopper.no-such-listing" } | { readonly code: "shopper.too-many-wishes"; readonly most: number };

/** Puts a live listing on somebody's wishlist or takes one off. Said as the state that is wanted, so that a double press changes nothing. */
export const toggleWish = (actor: ShopperActor, { listingId, isWished }: { readonly listingId: Id<"listing">; readonly isWished: boolean }): Promise<Result<{ readonly isWished: boolean }, WishRefusal>> =>
  transaction(async (tx): Promise<Result<{ isWished: boolean }, WishRefusal>> => {
    if (!isWished) {
      await removeWish(tx, actor.userId, listingId);
      return ok({ isWished });
    }
    await lockShopper(tx, actor.userId);
    const added = await addWish(tx, actor.userId, listingId, mostWishes, now());
    if (added === "no-such-listing") return refuse({ code: "shopper.no-such-listing" });
    return added === "full" ? refuse({ code: "shopper.too-many-wishes", most: mostWishes }) : ok({ isWished });
  });
