import { ok, refuse, type Result } from "@/kernel/result";
import type { Id } from "@/kernel/id";
import { findStorefront } from "@/modules/market/queries";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { countOf, quantityAfterAdding, type CartFull, type TooMany } from "../cart";
import type { OfferRefusal } from "../offer-here";
import { offersHere } from "../queries";
import { findCart, putLine } from "../store";
import type { CartHolder } from "../whose-cart";
import { joinCarts } from "./merge-carts";

export type AddRefusal = OfferRefusal | CartFull | TooMany | { readonly code: "cart.no-such-offer" } | { readonly code: "market.no-such-storefront" };

/**
 * Puts an offer into a cart, at the price the storefront shows now; the shopper agreed to that price by pressing the button.
 * Pieces of one offer add up. Refuses what cannot be bought here, and more than lies in one place. Nothing is reserved: stock is kept from the
 * moment of ordering, because carts are left standing.
 */
export const addToCart = async (
  holder: Pick<CartHolder, "userId" | "cartId" | "guestCartId"> & { readonly cart?: CartHolder["cart"] },
  { storefront: tag, offerId, quantity }: { storefront: string; offerId: Id<"offer">; quantity: number },
): Promise<Result<{ readonly count: number }, AddRefusal>> => {
  const storefront = await findStorefront(tag);
  if (!storefront) return refuse({ code: "market.no-such-storefront" });
  const { userId, cartId, guestCartId } = holder;
  if (userId && guestCartId) await transaction(async (tx) => ok(await joinCarts(tx, userId, cartId, guestCartId)));
  let cart = holder.cart === undefined || guestCartId ? await findCart(cartId) : holder.cart;
  // Two clicks at once take turns: who comes second finds another version, and looks again. Each turn one of them is through.
  for (let turn = 0; turn < mostTurns; turn++) {
    if (cart && cart.userId !== null && cart.userId !== userId) return refuse({ code: "cart.no-such-offer" });
    const wanted = quantityAfterAdding(cart ?? { lines: [] }, offerId, quantity);
    if (!wanted.ok) return wanted;
    const met = (await offersHere([{ offerId, quantity: wanted.value }], storefront)).get(offerId);
    if (!met) return refuse({ code: "cart.no-such-offer" });
    if (!met.here.isBuyable) return refuse(met.here.refusal);
    const lines = cart?.lines ?? [];
    const present = lines.find((line) => line.offerId === offerId);
    // The first thing put in decides which storefront the cart was seen in.
    const seen = { id: cartId, userId: cart ? cart.userId : userId, version: cart?.version ?? 0, storefront: cart && lines.length > 0 ? cart.storefront : tag };
    if (await putLine(seen, { id: present?.id ?? newId("cartLine"), offerId, quantity: wanted.value, accepted: met.here.price }, now())) return ok({ count: countOf(lines) + quantity });
    cart = await findCart(cartId);
  }
  throw new Error(`no turn at cart ${cartId}`);
};

const mostTurns = 100;
