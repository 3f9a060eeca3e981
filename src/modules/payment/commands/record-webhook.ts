import type Stripe from "stripe";
import { ok, refuse, type Result } from "@/kernel/result";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { env } from "@/platform/env";
import { enqueue } from "@/platform/jobs/queue";
import { isLiveStripe, stripe } from "@/platform/stripe/stripe";
import { isToldBySession } from "../attempt";
import { insertEvent } from "../store";

export type WebhookRefusal = { readonly code: "payment.bad-signature" } | { readonly code: "payment.foreign-side" };

/**
 * Puts a signed event into the inbox and a job beside it; an event that is there already changes nothing.
 * The text must be the very bytes that were signed. Unsigned, altered and old ones are refused, and those of the other side (live or test).
 */
export const recordWebhook = async ({ text, signature }: { readonly text: string; readonly signature: string }): Promise<Result<{ readonly isNew: boolean }, WebhookRefusal>> => {
  let event: Stripe.Event;
  try {
    event = stripe().webhooks.constructEvent(text, signature, env().STRIPE_WEBHOOK_SECRET);
  } catch {
    return refuse({ code: "payment.bad-signature" });
  }
  return event.livemode === isLiveStripe() ? recordEvent(event, "webhook") : refuse({ code: "payment.foreign-side" });
};

export const recordEvent = async (event: Stripe.Event, source: "webhook" | "poll"): Promise<Result<{ readonly isNew: boolean }, never>> => {
  const object = event.data.object as { id?: string };
  const isDone = isToldBySession(event.type);
  const row = {
    id: event.id, type: event.type, objectId: object.id ?? null, livemode: event.livemode, apiVersion: event.api_version, created: new Date(event.created * 1000),
    source, payload: JSON.parse(JSON.stringify(event)) as object, at: now(), isDone,
  };
  // Nothing goes with it: one statement, and no transaction around it.
  if (isDone) return ok({ isNew: await insertEvent(null, row) });
  return transaction(async (tx) => {
    const isNew = await insertEvent(tx, row);
    if (isNew) await enqueue(tx, "read-stripe-event", { eventId: event.id });
    return ok({ isNew });
  });
};
