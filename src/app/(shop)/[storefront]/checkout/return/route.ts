import { settleCheckout } from "@/modules/checkout/commands/settle-checkout";
import { findCheckoutOfSession } from "@/modules/checkout/queries";
import { maySeeOrder } from "@/modules/checkout/whose-checkout";
import { findStorefront } from "@/modules/market/queries";
import { log } from "@/platform/log";

export const dynamic = "force-dynamic";

/**
 * Where Stripe sends the buyer back: the payment is settled at once, by what Stripe says now, and the buyer goes on to the order. Doing it again changes
 * nothing. Somebody else's session is neither settled nor shown; its webhook does that. When Stripe does not answer, the order's page looks again.
 */
export const GET = async (request: Request, { params }: { params: Promise<{ storefront: string }> }): Promise<Response> => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) return new Response(null, { status: 404 });
  const go = (path: string) => new Response(null, { status: 303, headers: { location: `/${storefront.tag}${path}`, "cache-control": "private, no-store", "referrer-policy": "no-referrer" } });
  const checkout = await findCheckoutOfSession(new URL(request.url).searchParams.get("session_id") ?? "");
  if (!checkout || !(await maySeeOrder(checkout, null)).ok) return go("/checkout/thanks");
  try {
    await settleCheckout({ checkoutId: checkout.id });
  } catch (error) {
    log.warn({ err: error, checkout: checkout.id }, "not settled on return");
  }
  return go(`/orders/${checkout.number}?thanks=1`);
};
