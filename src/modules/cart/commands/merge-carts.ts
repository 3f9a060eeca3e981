import { ok, type Result } from "@/kernel/result";
import type { Id } from "@/kernel/id";
import { transaction, type Tx } from "@/platform/db";
import { countOf, meantCart, mergedLines } from "../cart";
import { findCartsOf, giveCart, lockCart, removeCart, saveLine, touchCart } from "../store";

/**
 * After somebody signed in: what the browser's cart holds joins the person's own cart, or becomes it.
 * Only a cart that is nobody's is joined: an id of somebody else's cart does nothing. Done twice, the second time does nothing.
 */
export const mergeCarts = (userId: Id<"user">, { cookieId }: { cookieId: Id<"cart"> | null }): Promise<Result<{ readonly cartId: Id<"cart"> | null; readonly count: number }, never>> =>
  transaction(async (tx) => {
    const own = meantCart(await findCartsOf(userId, null), userId)?.id ?? null;
    if (cookieId && !own) await giveCart(tx, cookieId, userId);
    else if (cookieId && own && cookieId !== own) await joinCarts(tx, userId, own, cookieId);
    const cart = meantCart(await findCartsOf(userId, null), userId);
    return ok({ cartId: cart?.id ?? null, count: cart ? countOf(cart.lines) : 0 });
  });

/** Locks both carts in the order of their ids, moves the lines, and removes the guest's. */
export const joinCarts = async (tx: Tx, userId: Id<"user">, ownId: Id<"cart">, guestId: Id<"cart">): Promise<void> => {
  const [first, second] = [ownId, guestId].sort();
  const carts = [first && (await lockCart(tx, first)), second && (await lockCart(tx, second))];
  const own = carts.find((cart) => cart && cart.id === ownId);
  const guest = carts.find((cart) => cart && cart.id === guestId);
  if (!own || !guest || own.userId !== userId || guest.userId !== null) return;
  // The guest's cart goes first: a line keeps its id when it moves.
  await removeCart(tx, guestId);
  for (const line of mergedLines(own.lines, guest.lines)) {
    if (guest.lines.some((moved) => moved.offerId === line.offerId)) await saveLine(tx, ownId, line);
  }
  await touchCart(tx, ownId, own.lines.length === 0 ? guest.storefront : undefined);
};
