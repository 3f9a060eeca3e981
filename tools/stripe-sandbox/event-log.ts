import type Stripe from "stripe";
import { clockNow, newId, secondsNow, type Cause, type Sandbox } from "./sandbox";

const keptSeconds = 30 * 24 * 3600;

/** Notes that something happened: one event with the object as it is now, and one delivery for each endpoint that wants to hear of it. */
export const emit = (
  sandbox: Sandbox, cause: Cause, type: Stripe.Event.Type, object: { readonly object: string }, previous?: Record<string, unknown>,
): void => {
  if (!sandbox.api.eventTypes.includes(type)) throw new Error(`Stripe has no event ${type}`);
  const fault = sandbox.check.findFaultByKind(object);
  if (fault) throw new Error(`the sandbox made an object that Stripe would not: ${object.object}${fault}`);
  const wanting = sandbox.store.all("endpoints").filter((one) => one.status === "enabled" && (one.enabled_events.includes("*") || one.enabled_events.includes(type)));
  const event = {
    id: newId("evt"), object: "event", api_version: sandbox.api.apiVersion, created: secondsNow(sandbox), livemode: false, type,
    data: previous ? { object, previous_attributes: previous } : { object },
    pending_webhooks: wanting.length, request: { id: cause.requestId, idempotency_key: cause.idempotencyKey },
  } as unknown as Stripe.Event;
  sandbox.store.put("events", event);
  for (const endpoint of wanting) sandbox.deliveries.add(event, endpoint);
};

/** Stripe forgets events after 30 days. */
export const forgetOldEvents = (sandbox: Sandbox): void => {
  const limit = Math.floor(clockNow(sandbox) / 1000) - keptSeconds;
  for (const event of sandbox.store.all("events")) {
    if (event.created >= limit) break;
    sandbox.store.drop("events", event.id);
  }
  for (const delivery of sandbox.store.all("deliveries")) {
    if (!sandbox.store.get("events", delivery.event)) sandbox.store.drop("deliveries", delivery.id);
  }
};
