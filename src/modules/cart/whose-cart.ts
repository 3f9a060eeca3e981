import { cookies } from "next/headers";
import { isIdOf, type Id } from "@/kernel/id";
import { ok, type Result } from "@/kernel/result";
import { visitor } from "@/modules/access/who";
import { newId } from "@/platform/clock";
import { env } from "@/platform/env";
import { meantCart, type Cart } from "./cart";
import { findCartsOf } from "./store";

// The cart's id is the secret of the browser that holds it: 80 random bits, in a cookie that scripts cannot read.
const cookieName = "cart";
const sixtyDays = 60 * 24 * 3600;

/** Who puts things into which cart: a person, or a browser. The row of the cart need not exist yet. */
export type CartHolder = {
  readonly userId: Id<"user"> | null;
  readonly cartId: Id<"cart">;
  /** A cart of the browser that is not the person's own. */
  readonly guestCartId: Id<"cart"> | null;
  /** The cart as it stood when it was asked for, so that no verb has to look again; null when there is none yet. */
  readonly cart: Cart | null;
};

const cookieCart = async (): Promise<Id<"cart"> | null> => {
  const value = (await cookies()).get(cookieName)?.value ?? "";
  return isIdOf("cart", value) ? value : null;
};

type CurrentCart = { readonly userId: Id<"user"> | null; readonly cartId: Id<"cart"> | null; readonly cart: Cart | null; readonly cookieId: Id<"cart"> | null; readonly guestCartId: Id<"cart"> | null };

/** The cart a page shows, or null. Reads only. */
export const currentCart = async (): Promise<CurrentCart> => {
  const who = await visitor();
  const cookieId = await cookieCart();
  const userId = who.ok ? who.value.userId : null;
  const carts = await findCartsOf(userId, cookieId);
  const cart = meantCart(carts, userId);
  const guest = carts.find(({ id }) => id === cookieId && id !== cart?.id);
  return { userId, cookieId, cart, cartId: cart?.id ?? null, guestCartId: guest?.id ?? null };
};

/** Who asks, and which cart their browser names: for verbs that look for themselves whether it is theirs. */
export const namedCart = async (): Promise<{ readonly userId: Id<"user"> | null; readonly cartId: Id<"cart"> | null }> => {
  const who = await visitor();
  return { userId: who.ok ? who.value.userId : null, cartId: await cookieCart() };
};

export const keepCartCookie = async (cartId: Id<"cart">): Promise<void> => {
  (await cookies()).set(cookieName, cartId, { httpOnly: true, sameSite: "lax", secure: env().APP_URL.startsWith("https://"), path: "/", maxAge: sixtyDays });
};

/** For actions: whoever asks, with a cart to act on; a browser without one is given one. Never refuses. */
export const holdingCart = async (): Promise<Result<CartHolder, never>> => {
  const { userId, cart, cookieId, guestCartId } = await currentCart();
  const id = cart?.id ?? newId("cart");
  if (cookieId !== id) await keepCartCookie(id);
  return ok({ userId, cartId: id, guestCartId, cart });
};
