import { isIdOf } from "@/kernel/id";
import { finishEvent } from "@/modules/payment/commands/hear-of-payment";
import { findEvent } from "@/modules/payment/queries";
import { now } from "@/platform/clock";
import { settleCheckout } from "./settle-checkout";

/**
 * Reads an event of the inbox: a hint about a checkout, which is then settled by what Stripe says now, never by what the event says.
 * Events about nothing of ours are done; one that names a checkout we do not have is kept as an incident.
 */
export const hearStripeEvent = async ({ eventId }: { readonly eventId: string }): Promise<void> => {
  const event = await findEvent(eventId);
  if (!event || event.status !== "new") return;
  const object = (event.payload as { data?: { object?: { client_reference_id?: string | null; metadata?: Record<string, string> | null } } }).data?.object;
  const checkoutId = object?.client_reference_id ?? object?.metadata?.["checkout_id"] ?? "";
  if (!isIdOf("checkout", checkoutId) || !/^(checkout\.session|payment_intent|charge)\./.test(event.type)) return finishEvent(eventId, "done", now());
  const settled = await settleCheckout({ checkoutId });
  await finishEvent(eventId, settled.ok ? "done" : "incident", now(), settled.ok ? null : settled.refusal.code);
};
