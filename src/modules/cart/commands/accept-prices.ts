import { isEqual } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";
import { findStorefront } from "@/modules/market/queries";
import { transaction } from "@/platform/db";
import { readCart } from "../queries";
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
  const page = await readCart(cartId, storefront);
  if (!page || (page.cart.userId !== null && page.cart.userId !== userId)) return refuse({ code: "cart.empty" });
  const differing = [...page.parcels.flatMap((parcel) => parcel.lines), ...page.apart].filter(({ price, accepted }) => price && !isEqual(price, accepted));
  return transaction<{ readonly changed: number }, AcceptRefusal>(async (tx) => {
    const cart = await lockCart(tx, cartId);
    if (!cart || cart.lines.length === 0) return refuse({ code: "cart.empty" });
    for (const { id, price } of differing) {
      const line = cart.lines.find((l) => l.id === id);
      if (line && price) await saveLine(tx, cart.id, { ...line, accepted: price });
    }
    await touchCart(tx, cart.id, tag);
    return ok({ changed: differing.length });
  });
};
