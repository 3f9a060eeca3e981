import type Stripe from "stripe";
import { invalidRequest, missingResource } from "../api-error";
import { isWithin, listPage } from "../list-page";
import { createdSupported, listSupported, type DatedListParams, type Route } from "../route";

export const eventRoutes: readonly Route[] = [
  {
    method: "GET", path: "/v1/events", supported: [...listSupported, ...createdSupported, "type", "types.*", "delivery_success"],
    handle: ({ sandbox, params }) => {
      const wanted = params as DatedListParams & { type?: string; types?: string[]; delivery_success?: boolean };
      if (wanted.type && wanted.types) throw invalidRequest("You may pass either `type` or `types`, but not both.", undefined, "types");
      const isWanted = (event: Stripe.Event): boolean => isWithin(event.created, wanted.created)
        && (!wanted.type || matches(wanted.type, event.type)) && (!wanted.types || wanted.types.some((one) => matches(one, event.type)))
        && (wanted.delivery_success === undefined || wanted.delivery_success === (event.pending_webhooks === 0));
      return listPage(sandbox.store.all("events").reverse().filter(isWanted), wanted, "/v1/events", "event");
    },
  },
  {
    method: "GET", path: "/v1/events/{id}", supported: ["expand.*"],
    handle: ({ sandbox, id }) => {
      const event = sandbox.store.get("events", id);
      if (!event) throw missingResource("event", id);
      return event;
    },
  },
];

/** `charge.*` is a group. */
const matches = (wanted: string, type: string): boolean => (wanted.endsWith("*") ? type.startsWith(wanted.slice(0, -1)) : wanted === type);
