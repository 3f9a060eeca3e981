import type Stripe from "stripe";
import type { CardEntry } from "./payment";
import { newId, secondsNow, type Sandbox } from "./sandbox";
import type { TestCard } from "./test-card";

/** A charge as the card's outcome makes it, not yet stored and not yet booked. */
export const newCharge = (sandbox: Sandbox, session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent, card: TestCard, entry: CardEntry): Stripe.Charge => {
  const { outcome } = card;
  const isPaid = outcome.kind === "paid";
  return {
    id: newId("ch"), object: "charge", amount: intent.amount, amount_captured: isPaid ? intent.amount : 0, amount_refunded: 0, application: null, application_fee: null,
    application_fee_amount: null, balance_transaction: null,
    billing_details: {
      address: { city: null, country: entry.country, line1: null, line2: null, postal_code: null, state: null },
      email: entry.email, name: entry.name, phone: null, tax_id: null,
    },
    calculated_statement_descriptor: intent.statement_descriptor ?? sandbox.settings.shopName.toUpperCase().slice(0, 22), captured: isPaid, created: secondsNow(sandbox),
    currency: intent.currency, customer: null, description: intent.description, disputed: false, failure_balance_transaction: null,
    failure_code: isPaid ? null : outcome.code, failure_message: isPaid ? null : outcome.message, fraud_details: {}, livemode: false, metadata: { ...intent.metadata },
    on_behalf_of: null, outcome: chargeOutcome(card), paid: isPaid, payment_intent: intent.id, payment_method: newId("pm"),
    payment_method_details: { type: "card", card: cardDetails(card, entry, intent.amount) }, radar_options: {}, receipt_email: intent.receipt_email ?? session.customer_email,
    receipt_number: null, receipt_url: null, refunded: false, review: null, shipping: null, source: null, source_transfer: null,
    statement_descriptor: intent.statement_descriptor, statement_descriptor_suffix: intent.statement_descriptor_suffix, status: isPaid ? "succeeded" : "failed",
    transfer_data: null, transfer_group: intent.transfer_group,
  };
};

const chargeOutcome = ({ outcome }: TestCard): Stripe.Charge.Outcome => {
  const common = { advice_code: null, network_advice_code: null, network_decline_code: null };
  if (outcome.kind === "paid") {
    return { ...common, network_status: "approved_by_network", reason: null, risk_level: "normal", risk_score: 10, seller_message: "Payment complete.", type: "authorized" };
  }
  if (outcome.isBlocked) {
    return { ...common, network_status: "not_sent_to_network", reason: "highest_risk_level", risk_level: "highest", risk_score: 95, seller_message: "Stripe blocked this payment as too risky.", type: "blocked" };
  }
  return {
    ...common, network_decline_code: "05", network_status: "declined_by_network", reason: outcome.declineCode ?? outcome.code, risk_level: "normal", risk_score: 10,
    seller_message: "The bank did not return any further details with this decline.", type: "issuer_declined",
  };
};

const cardDetails = (card: TestCard, entry: CardEntry, amount: number): Stripe.Charge.PaymentMethodDetails.Card => ({
  amount_authorized: card.outcome.kind === "paid" ? amount : null, authorization_code: card.outcome.kind === "paid" ? "123456" : null, brand: card.brand,
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: card.outcome.kind === "declined" && card.outcome.code === "incorrect_cvc" ? "fail" : "pass" },
  country: card.country, electronic_commerce_indicator: null, exp_month: entry.month, exp_year: entry.year, funding: "credit", installments: null, last4: card.number.slice(-4),
  mandate: null, network: card.brand, network_transaction_id: null, regulated_status: "unregulated", three_d_secure: null, transaction_link_id: null, wallet: null,
});
