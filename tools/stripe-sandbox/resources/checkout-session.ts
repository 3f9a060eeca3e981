import type Stripe from "stripe";
import { invalidRequest, missingResource } from "../api-error";
import { emit } from "../event-log";
import { isWithin, listPage, type ListParams } from "../list-page";
import { planSession } from "../plan-session";
import { createdSupported, listSupported, type Call, type DatedListParams, type Route } from "../route";
import { noCause, secondsNow, type Cause, type Sandbox } from "../sandbox";

/** The address is made when asked for: a restarted sandbox may have another port, and a closed session has no address. */
const present = (sandbox: Sandbox, session: Stripe.Checkout.Session): Stripe.Checkout.Session =>
  ({ ...session, url: session.status === "open" ? `${sandbox.origin}/c/pay/${session.id}` : null });

const get = ({ sandbox, id }: Call): Stripe.Checkout.Session => {
  const session = sandbox.store.get("sessions", id);
  if (!session) throw missingResource("checkout.session", id);
  return expireIfDue(sandbox, session);
};

/** Closes a session for good; a PaymentIntent that was tried in vain goes with it. Only from `open`. */
export const closeSession = (sandbox: Sandbox, session: Stripe.Checkout.Session, cause: Cause): Stripe.Checkout.Session => {
  const expired = sandbox.store.put("sessions", { ...session, status: "expired", url: null });
  emit(sandbox, cause, "checkout.session.expired", expired);
  const intent = session.payment_intent ? sandbox.store.get("intents", session.payment_intent as string) : undefined;
  if (intent && intent.status !== "succeeded" && intent.status !== "canceled") {
    const canceled = sandbox.store.put("intents", { ...intent, canceled_at: secondsNow(sandbox), cancellation_reason: "automatic", status: "canceled" });
    emit(sandbox, cause, "payment_intent.canceled", canceled);
  }
  return expired;
};

/** A session dies at its hour by the sandbox clock, whoever looks first. */
export const expireIfDue = (sandbox: Sandbox, session: Stripe.Checkout.Session): Stripe.Checkout.Session =>
  session.status === "open" && session.expires_at <= secondsNow(sandbox) ? closeSession(sandbox, session, noCause) : session;

export const checkoutSessionRoutes: readonly Route[] = [
  {
    method: "POST", path: "/v1/checkout/sessions",
    supported: [
      "mode", "ui_mode", "success_url", "cancel_url", "client_reference_id", "customer_email", "customer_creation", "locale", "expires_at", "metadata.**", "submit_type",
      "currency", "adaptive_pricing.enabled", "billing_address_collection", "allowed_payment_method_types.*", "excluded_payment_method_types.*", "origin_context", "expand.*",
      "line_items.*.quantity", "line_items.*.metadata.**", "line_items.*.price_data.currency", "line_items.*.price_data.unit_amount", "line_items.*.price_data.tax_behavior",
      "line_items.*.price_data.product_data.name", "line_items.*.price_data.product_data.description", "line_items.*.price_data.product_data.images.*",
      "line_items.*.price_data.product_data.metadata.**", "line_items.*.price_data.product_data.tax_code",
      "payment_intent_data.metadata.**", "payment_intent_data.transfer_group", "payment_intent_data.description", "payment_intent_data.receipt_email",
      "payment_intent_data.statement_descriptor", "payment_intent_data.statement_descriptor_suffix", "payment_intent_data.capture_method",
    ],
    handle: ({ sandbox, params }) => {
      const { session, plan } = planSession(sandbox, params as Stripe.Checkout.SessionCreateParams);
      sandbox.store.put("plans", plan);
      return present(sandbox, sandbox.store.put("sessions", session));
    },
  },
  {
    method: "GET", path: "/v1/checkout/sessions", supported: [...listSupported, ...createdSupported, "payment_intent", "status", "customer_details.email"],
    handle: ({ sandbox, params }) => {
      const wanted = params as DatedListParams & Pick<Stripe.Checkout.SessionListParams, "payment_intent" | "status" | "customer_details">;
      const rows = sandbox.store.all("sessions").reverse().map((one) => expireIfDue(sandbox, one)).filter((one) =>
        isWithin(one.created, wanted.created) && (!wanted.payment_intent || one.payment_intent === wanted.payment_intent) && (!wanted.status || one.status === wanted.status)
        && (!wanted.customer_details || one.customer_details?.email === wanted.customer_details.email));
      const page = listPage(rows, wanted, "/v1/checkout/sessions", "checkout.session");
      return { ...page, data: page.data.map((one) => present(sandbox, one)) };
    },
  },
  { method: "GET", path: "/v1/checkout/sessions/{id}", supported: ["expand.*"], handle: (call) => present(call.sandbox, get(call)) },
  {
    method: "POST", path: "/v1/checkout/sessions/{id}/expire", supported: ["expand.*"],
    handle: (call) => {
      const session = get(call);
      if (session.status !== "open") {
        throw invalidRequest(`Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`);
      }
      return closeSession(call.sandbox, session, call.cause);
    },
  },
  {
    method: "GET", path: "/v1/checkout/sessions/{id}/line_items", supported: listSupported,
    handle: (call) => {
      const session = get(call);
      return listPage(call.sandbox.store.get("plans", session.id)!.items, call.params as ListParams, `/v1/checkout/sessions/${session.id}/line_items`, "item");
    },
  },
];
