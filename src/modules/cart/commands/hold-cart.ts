import type { Tx } from "@/platform/db";
import type { Cart } from "../cart";
import { lockCart, takeOut, touchCart } from "../store";

/** Locks a cart for an order that is being placed; gives it as it is now, or null. */
export const holdCart = (tx: Tx, cartId: string): Promise<Cart | null> => lockCart(tx, cartId);

/** Counts a cart on without changing what is in it: a checkout is of one version, and this one needs another. */
export const countCartOn = (tx: Tx, cartId: string): Promise<void> => touchCart(tx, cartId);

/** Takes what was paid for out of a cart; what was added since stays. */
export const takeBought = (tx: Tx, cartId: string, bought: readonly { readonly offerId: string; readonly quantity: number }[]): Promise<void> => takeOut(tx, cartId, bought);
