import { nextPath } from "@/modules/access/next-path";
import { requireShopper } from "@/modules/access/who";
import { mergeCarts } from "@/modules/cart/commands/merge-carts";
import { currentCart, keepCartCookie } from "@/modules/cart/whose-cart";

/** The last step of every sign-in: the browser's cart joins the person's, then on to the page that asked. Only a relative address is ever sent. */
export const GET = async (request: Request, { params }: { params: Promise<{ storefront: string }> }): Promise<Response> => {
  const tag = (await params).storefront;
  const base = /^[a-z]{2}-[a-z]{2}$/.test(tag) ? `/${tag}` : "";
  const asked = nextPath(new URL(request.url).searchParams.get("next"), `${base}/account`);
  const shopper = await requireShopper();
  if (shopper.ok) {
    const merged = await mergeCarts(shopper.value.userId, { cookieId: (await currentCart()).cookieId });
    if (merged.ok && merged.value.cartId) await keepCartCookie(merged.value.cartId);
  }
  const location = shopper.ok ? asked : `${base}/sign-in?next=${encodeURIComponent(asked)}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
};
