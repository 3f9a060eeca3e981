import { ok, refuse, type Result } from "@/kernel/result";
import type { Id } from "@/kernel/id";
import { findStorefront } from "@/modules/market/queries";
import { transaction } from "@/platform/db";
import { countOf } from "../cart";
import { offersHere } from "../queries";
import { findCart, lockCart, saveLine, touchCart } from "../store";
import type { CartHolder } from "../whose-cart";

export type ChangeRefusal = { readonly code: "cart.no-such-line" } | { readonly code: "market.no-such-storefront" } | { readonly code: "listing.not-enough-stock"; readonly left: number };

/**
 * Sets how many pieces of a line there are. The agreed price stays as it was: a change of number is no agreement to a new price.
 * More than lies in the place that serves the line is refused with what is left; fewer is always taken.
 */
export const changeQuantity = async (
  { userId, cartId }: Pick<CartHolder, "userId" | "cartId">,
  { storefront: tag, lineId, quantity }: { storefront: string; lineId: Id<"cartLine">; quantity: number },
): Promise<Result<{ readonly count: number }, ChangeRefusal>> => {
  const storefront = await findStorefront(tag);
  if (!storefront) return refuse({ code: "market.no-such-storefront" });
  const seen = (await findCart(cartId))?.lines.find((line) => line.id === lineId);
  if (seen && quantity > seen.quantity) {
    const met = (await offersHere([{ offerId: seen.offerId, quantity }], storefront)).get(seen.offerId);
    if (met && !met.here.isBuyable && met.here.refusal.code === "listing.not-enough-stock") return refuse({ code: "listing.not-enough-stock", left: met.here.refusal.left });
  }
  return transaction<{ readonly count: number }, ChangeRefusal>(async (tx) => {
    const cart = await lockCart(tx, cartId);
    const line = cart?.lines.find((l) => l.id === lineId);
    if (!cart || !line || (cart.userId !== null && cart.userId !== userId)) return refuse({ code: "cart.no-such-line" });
    await saveLine(tx, cartId, { ...line, quantity });
    await touchCart(tx, cartId);
    return ok({ count: countOf(cart.lines) - line.quantity + quantity });
  });
};
