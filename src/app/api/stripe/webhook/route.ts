import { recordWebhook } from "@/modules/payment/commands/record-webhook";

/**
 * Stripe's door. The raw text is verified before anything is read from it; a good event is put into the inbox with its job and answered at once.
 * A database that is down answers 500 by itself, and Stripe comes again.
 */
export const POST = async (request: Request): Promise<Response> => {
  const recorded = await recordWebhook({ text: await request.text(), signature: request.headers.get("stripe-signature") ?? "" });
  return recorded.ok ? Response.json({ received: true }) : Response.json({ refusal: recorded.refusal }, { status: 400 });
};
