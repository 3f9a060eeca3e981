import { ok, refuse, type Result } from "@/kernel/result";
import { findStorefront } from "@/modules/market/queries";
import { transaction } from "@/platform/db";
import { viewCart } from "../queries";
import { lockCart, saveLine, touchCart } from "../store";
import type { CartHolder } from "../whose-cart";

export type AcceptRefusal = { readonly code: "cart.empty" } | { readonly code: "market.no-such-storefront" };

/**
 * The shopper agrees to today's prices of a storefront: after a change of market, of rate or by the merchant.
 * Only lines that have a price here are changed; one that cannot be bought keeps the price it was agreed at.
 */
export const acceptPrices = async (
  { userId, cartId }: Pick<CartHolder, "userId" | "cartId">,
  { storefront: tag }: { storefront: string },
): Promise<Result<{ readonly changed: number }, AcceptRefusal>> => {
  const storefront = await findStorefront(tag);
  if (!storefront) return refuse({ code: "market.no-such-storefront" });
  return transaction<{ readonly changed: number }, AcceptRefusal>(async (tx) => {
    const cart = await lockCart(tx, cartId);
    if (!cart || cart.lines.length === 0 || (cart.userId !== null && cart.userId !== userId)) return refuse({ code: "cart.empty" });
    const page = await viewCart(cart, storefront);
    const lines = [...page.parcels.flatMap((parcel) => parcel.lines), ...page.apart].filter(({ price, accepted }) => price && (price.amount !== accepted.amount || price.currency !== accepted.currency));
    for (const { id, offer, quantity, price } of lines) if (price) await saveLine(tx, cart.id, { id, offerId: offer.offerId, quantity, accepted: price });
    await touchCart(tx, cart.id, tag);
    return ok({ changed: lines.length });
  });
};
