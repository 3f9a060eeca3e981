import { currentPerson } from "@/modules/access/who";
import { countOf } from "@/modules/cart/cart";
import { currentCart } from "@/modules/cart/whose-cart";

/** What the header's islands ask after load: who is there, and how full the cart is. */
export const GET = async (): Promise<Response> => {
  const [person, { cart }] = await Promise.all([currentPerson(), currentCart()]);
  return Response.json(
    { name: person?.name ?? null, cartCount: countOf(cart?.lines ?? []) },
    { headers: { "cache-control": "private, no-store" } },
  );
};
