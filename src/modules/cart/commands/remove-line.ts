import { ok, refuse, type Result } from "@/kernel/result";
import type { Id } from "@/kernel/id";
import { transaction } from "@/platform/db";
import { countOf } from "../cart";
import { lockCart, removeLineRow, touchCart } from "../store";
import type { CartHolder } from "../whose-cart";

/** Takes a line out of a cart. A line of another cart is not found. */
export const removeLine = (
  { userId, cartId }: Pick<CartHolder, "userId" | "cartId">,
  { lineId }: { lineId: Id<"cartLine"> },
): Promise<Result<{ readonly count: number }, { readonly code: "cart.no-such-line" }>> =>
  transaction<{ readonly count: number }, { readonly code: "cart.no-such-line" }>(async (tx) => {
    const cart = await lockCart(tx, cartId);
    if (!cart || (cart.userId !== null && cart.userId !== userId) || (await removeLineRow(tx, cartId, lineId)) === 0) return refuse({ code: "cart.no-such-line" });
    await touchCart(tx, cartId);
    return ok({ count: countOf(cart.lines.filter((line) => line.id !== lineId)) });
  });
