import { cookies, headers } from "next/headers";
import { ok, refuse, type Result } from "@/kernel/result";
import { visitor } from "@/modules/access/who";
import { namedCart } from "@/modules/cart/whose-cart";
import { hashSecret } from "@/platform/auth/secret-hash";
import { isLinkKey } from "@/platform/auth/seal";
import { newSecret } from "@/platform/clock";
import { env } from "@/platform/env";
import type { TooManyTries } from "@/platform/rate-budget";
import { limited } from "@/platform/rate-limit";
import { clientAddressHeader, clientAddressOf } from "@/platform/client-address";
import type { Buyer } from "./commands/place-order";

// What a guest's browser proves its orders with. Only the hash is kept with an order.
const cookieName = "buyer";
const sixtyDays = 60 * 24 * 3600;

const buyerSecret = async (): Promise<string | null> => {
  const value = (await cookies()).get(cookieName)?.value ?? "";
  return /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
};

/** For the action that orders: whoever asks, with a cart and a secret that opens the order afterwards; not more often than a person orders. */
export const buying = async (): Promise<Result<Buyer, TooManyTries>> => {
  const allowed = await limited("checkout", clientAddressOf((await headers()).get(clientAddressHeader)));
  if (!allowed.ok) return allowed;
  const { userId, cartId } = await namedCart();
  const secret = (await buyerSecret()) ?? newSecret();
  (await cookies()).set(cookieName, secret, { httpOnly: true, sameSite: "lax", secure: env().APP_URL.startsWith("https://"), path: "/", maxAge: sixtyDays });
  return ok({ userId, cartId, buyerHash: hashSecret(secret) });
};

export type MayNotSee = { readonly code: "checkout.not-found" };

/** Whether the one who asks may see an order: its owner by session, the browser that placed it, or the key of the letter. Everybody else learns nothing, not even that it exists. */
export const maySeeOrder = async (order: { readonly number: string; readonly userId: string | null; readonly guestHash: string | null }, key: string | null): Promise<Result<null, MayNotSee>> => {
  if (key !== null && isLinkKey("order", order.number, key)) return ok(null);
  const secret = await buyerSecret();
  if (secret && order.guestHash === hashSecret(secret)) return ok(null);
  const who = await visitor();
  return who.ok && who.value.userId !== null && who.value.userId === order.userId ? ok(null) : refuse({ code: "checkout.not-found" });
};
