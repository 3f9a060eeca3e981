import type Stripe from "stripe";
import { stripe } from "@/platform/stripe/stripe";
import type { SessionFacts } from "../attempt";

/** What Stripe says now of a session, with the money that arrived through it. The truth that webhooks only hint at. */
export const readSession = async (sessionId: string): Promise<SessionFacts> => {
  const session = await stripe().checkout.sessions.retrieve(sessionId, { expand: ["payment_intent.latest_charge.balance_transaction"] });
  if (session.object !== "checkout.session" || session.id !== sessionId) throw new Error("no session in the answer");
  const intent = typeof session.payment_intent === "object" ? session.payment_intent : null;
  const charge = intent && typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  return {
    sessionId, reference: session.client_reference_id, mode: session.mode, isLive: session.livemode,
    status: session.status as SessionFacts["status"], paymentStatus: session.payment_status as SessionFacts["paymentStatus"],
    amount: session.amount_total === null ? null : BigInt(session.amount_total), currency: session.currency,
    payment: intent && intent.status === "succeeded" ? moneyOf(intent, charge) : null,
  };
};

const moneyOf = (intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): SessionFacts["payment"] => ({
  intentId: intent.id, chargeId: charge?.id ?? null, received: BigInt(intent.amount_received), currency: intent.currency, methodType: charge?.payment_method_details?.type ?? null,
});
