import type Stripe from "stripe";
import { bookCharge } from "./balance-movement";
import { emit } from "./event-log";
import { mergeMetadata } from "./metadata";
import { newCharge } from "./new-charge";
import { newId, noCause, secondsNow, type Sandbox } from "./sandbox";
import { findTestCard, type CardOutcome, type TestCard } from "./test-card";

/** What a shopper typed into the hosted page, already read: the number is never stored, only its last four digits. */
export interface CardEntry {
  readonly number: string;
  readonly month: number;
  readonly year: number;
  readonly name: string;
  readonly country: string;
  readonly email: string;
}

export type PaymentResult = { readonly kind: "paid" } | { readonly kind: "closed" } | { readonly kind: "declined"; readonly code: string };

/**
 * One try to pay a session. Does not await: two submits of one form are two calls in a row, and the second finds the session complete.
 * A decline leaves the session open with its PaymentIntent, as at Stripe: several failed charges, then one that succeeds.
 */
export const paySession = (sandbox: Sandbox, sessionId: string, entry: CardEntry): PaymentResult => {
  const session = sandbox.store.get("sessions", sessionId);
  if (!session || session.status !== "open" || session.expires_at <= secondsNow(sandbox)) return { kind: "closed" };
  const card = findTestCard(entry.number);
  if (!card) return { kind: "declined", code: "incorrect_number" };
  const intent = findOrCreateIntent(sandbox, session);
  const attempt = newCharge(sandbox, session, intent, card, entry);
  return card.outcome.kind === "paid"
    ? succeed(sandbox, session, intent, attempt, entry, card.outcome)
    : decline(sandbox, intent, attempt, card, entry, card.outcome);
};

const findOrCreateIntent = (sandbox: Sandbox, session: Stripe.Checkout.Session): Stripe.PaymentIntent => {
  if (session.payment_intent) return sandbox.store.get("intents", session.payment_intent as string)!;
  const wish = sandbox.store.get("plans", session.id)!.intent;
  const id = newId("pi");
  const intent: Stripe.PaymentIntent = {
    id, object: "payment_intent", allowed_payment_method_types: null, amount: session.amount_total!, amount_capturable: 0, amount_received: 0, application: null,
    application_fee_amount: null, automatic_payment_methods: { enabled: true, allow_redirects: "always" }, canceled_at: null, cancellation_reason: null,
    capture_method: "automatic_async", client_secret: `${id}_secret_${newId("x", 25).slice(2)}`, confirmation_method: "automatic", created: secondsNow(sandbox),
    currency: session.currency!, customer: null, customer_account: null, description: wish.description ?? null, excluded_payment_method_types: null,
    last_payment_error: null, latest_charge: null, livemode: false, managed_payments: null, metadata: mergeMetadata({}, wish.metadata), next_action: null,
    on_behalf_of: null, payment_method: null, payment_method_configuration_details: null, payment_method_options: { card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" } },
    payment_method_types: ["card"], payment_record: null, processing: null, receipt_email: wish.receipt_email ?? null, review: null, setup_future_usage: null, shipping: null,
    source: null, statement_descriptor: wish.statement_descriptor ?? null, statement_descriptor_suffix: wish.statement_descriptor_suffix ?? null,
    status: "requires_payment_method", transfer_data: null, transfer_group: wish.transfer_group ?? null,
  };
  sandbox.store.put("intents", intent);
  sandbox.store.put("sessions", { ...session, payment_intent: id });
  emit(sandbox, noCause, "payment_intent.created", intent);
  return intent;
};

const succeed = (
  sandbox: Sandbox, session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent, attempt: Stripe.Charge, entry: CardEntry, outcome: CardOutcome & { kind: "paid" },
): PaymentResult => {
  const movement = bookCharge(sandbox, attempt, outcome.isAvailableAtOnce === true);
  const charge = sandbox.store.put("charges", { ...attempt, balance_transaction: movement.id });
  const paidIntent = sandbox.store.put("intents", {
    ...intent, amount_received: intent.amount, last_payment_error: null, latest_charge: charge.id, payment_method: charge.payment_method, status: "succeeded",
  });
  const complete = sandbox.store.put("sessions", {
    ...session, payment_intent: intent.id, payment_status: "paid", status: "complete", url: null,
    customer_details: {
      address: { city: null, country: entry.country, line1: null, line2: null, postal_code: null, state: null }, business_name: null, email: entry.email,
      individual_name: null, name: entry.name, phone: null, tax_exempt: "none", tax_ids: [],
    },
  });
  emit(sandbox, noCause, "charge.succeeded", charge);
  emit(sandbox, noCause, "payment_intent.succeeded", paidIntent);
  emit(sandbox, noCause, "checkout.session.completed", complete);
  return { kind: "paid" };
};

const decline = (
  sandbox: Sandbox, intent: Stripe.PaymentIntent, attempt: Stripe.Charge, card: TestCard, entry: CardEntry, outcome: CardOutcome & { kind: "declined" },
): PaymentResult => {
  const charge = sandbox.store.put("charges", attempt);
  const error: Stripe.PaymentIntent.LastPaymentError = {
    type: "card_error", code: outcome.code as Stripe.PaymentIntent.LastPaymentError.Code, message: outcome.message, charge: charge.id,
    doc_url: `https://docs.stripe.com/error-codes/${outcome.code.replaceAll("_", "-")}`, ...(outcome.declineCode ? { decline_code: outcome.declineCode } : {}),
    ...(outcome.code === "incorrect_cvc" ? { param: "cvc" } : outcome.code === "expired_card" ? { param: "exp_month" } : {}),
  };
  const failedIntent = sandbox.store.put("intents", { ...intent, last_payment_error: error, latest_charge: charge.id, status: "requires_payment_method" });
  emit(sandbox, noCause, "charge.failed", charge);
  emit(sandbox, noCause, "payment_intent.payment_failed", failedIntent);
  return { kind: "declined", code: outcome.declineCode === "insufficient_funds" ? "insufficient_funds" : outcome.code };
};
