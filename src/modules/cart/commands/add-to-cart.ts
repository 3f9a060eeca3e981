import { ok, refuse, type Result } from "@/kernel/result";
import type { Id } from "@/kernel/id";
import { findStorefront } from "@/modules/market/queries";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { countOf, quantityAfterAdding, type CartFull, type TooMany } from "../cart";
import type { OfferRefusal } from "../offer-here";
import { offersHere } from "../queries";
import { ensureCart, findCart, lockCart, saveLine, touchCart } from "../store";
import type { CartHolder } from "../whose-cart";
import { joinCarts } from "./merge-carts";

export type AddRefusal = OfferRefusal | CartFull | TooMany | { readonly code: "cart.no-such-offer" } | { readonly code: "market.no-such-storefront" };

/**
 * Puts an offer into a cart, at the price the storefront shows now; the shopper agreed to that price by pressing the button.
 * Pieces of one offer add up. Refuses what cannot be bought here, and more than lies in one place. Nothing is reserved: stock is kept from the
 * moment of ordering, because carts are left standing.
 */
export const addToCart = async (
  holder: Pick<CartHolder, "userId" | "cartId" | "guestCartId">,
  { storefront: tag, offerId, quantity }: { storefront: string; offerId: Id<"offer">; quantity: number },
): Promise<Result<{ readonly count: number }, AddRefusal>> => {
  const storefront = await findStorefront(tag);
  if (!storefront) return refuse({ code: "market.no-such-storefront" });
  // Prices, rates and stock are read before the cart is locked: nothing is promised about them here, and a lock is held for two writes only.
  const before = await findCart(holder.cartId);
  const guessed = quantityAfterAdding(before ?? { lines: [] }, offerId, quantity);
  if (!guessed.ok) return guessed;
  const met = (await offersHere([{ offerId, quantity: guessed.value }], storefront)).get(offerId);
  if (!met) return refuse({ code: "cart.no-such-offer" });
  const { here } = met;
  if (!here.isBuyable) return refuse(here.refusal);
  return transaction<{ readonly count: number }, AddRefusal>(async (tx) => {
    await ensureCart(tx, { id: holder.cartId, userId: holder.userId, storefront: tag, at: now() });
    if (holder.userId && holder.guestCartId) await joinCarts(tx, holder.userId, holder.cartId, holder.guestCartId);
    const cart = await lockCart(tx, holder.cartId);
    if (!cart || (cart.userId !== null && cart.userId !== holder.userId)) return refuse({ code: "cart.no-such-offer" });
    const wanted = quantityAfterAdding(cart, offerId, quantity);
    if (!wanted.ok) return wanted;
    const present = cart.lines.find((line) => line.offerId === offerId);
    await saveLine(tx, cart.id, { id: present?.id ?? newId("cartLine"), offerId, quantity: wanted.value, accepted: here.price });
    // The first thing put in decides which storefront the cart was seen in.
    await touchCart(tx, cart.id, cart.lines.length === 0 ? tag : undefined);
    return ok({ count: countOf(cart.lines) + quantity });
  });
};
