import { currentPerson } from "@/modules/access/who";
import { cartCount } from "@/modules/cart/queries";
import { currentCart } from "@/modules/cart/whose-cart";

/** What the header's islands ask after load: who is there, and how full the cart is. */
export const GET = async (): Promise<Response> => {
  const [person, { cartId, userId }] = await Promise.all([currentPerson(), currentCart()]);
  return Response.json(
    { name: person?.name ?? null, cartCount: await cartCount(cartId, userId) },
    { headers: { "cache-control": "private, no-store" } },
  );
};
