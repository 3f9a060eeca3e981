import type Stripe from "stripe";
import { invalidRequest, missingResource } from "../api-error";
import { bookRefund } from "../balance-movement";
import { checkUnitAmount } from "../currency-rule";
import { emit } from "../event-log";
import { isWithin, listPage } from "../list-page";
import { mergeMetadata } from "../metadata";
import { createdSupported, listSupported, type Call, type DatedListParams, type Route } from "../route";
import { newId, secondsNow } from "../sandbox";

/** Finds the charge that a refund is meant for: named itself, or as the successful one of a PaymentIntent. */
const chargeOf = ({ sandbox, params }: Call): Stripe.Charge => {
  const wanted = params as Stripe.RefundCreateParams;
  if (wanted.charge && wanted.payment_intent) throw invalidRequest("You can only specify one of these parameters: charge, payment_intent.");
  if (wanted.charge) {
    const charge = sandbox.store.get("charges", wanted.charge);
    if (!charge) throw missingResource("charge", wanted.charge, "charge");
    return charge;
  }
  if (!wanted.payment_intent) throw invalidRequest("One of the following params should be provided for this request: payment_intent or charge.", "parameter_missing", "charge");
  const intent = sandbox.store.get("intents", wanted.payment_intent);
  if (!intent) throw missingResource("payment_intent", wanted.payment_intent, "payment_intent");
  const charge = intent.latest_charge ? sandbox.store.get("charges", intent.latest_charge as string) : undefined;
  if (!charge || intent.status !== "succeeded") {
    throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, "payment_intent_unexpected_state", "payment_intent");
  }
  return charge;
};

/** Gives money back, whole or in part and more than once, never more than was charged. Fees are not returned. */
const createRefund = (call: Call): Stripe.Refund => {
  const { sandbox, cause } = call;
  const wanted = call.params as Stripe.RefundCreateParams;
  const charge = chargeOf(call);
  if (charge.status !== "succeeded") throw invalidRequest(`This charge (${charge.id}) was not successful and cannot be refunded.`, "charge_not_refundable", "charge");
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) throw invalidRequest(`Charge ${charge.id} has already been refunded.`, "charge_already_refunded");
  const amount = wanted.amount ?? left;
  if (amount < 1) throw invalidRequest("This value must be greater than or equal to 1.", "parameter_invalid_integer", "amount");
  if (amount > left) throw invalidRequest(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left}).`, "amount_too_large", "amount");
  checkUnitAmount(amount, charge.currency, "amount");
  const before = sandbox.store.all("refunds").filter((one) => one.charge === charge.id);
  const settledBefore = before.reduce((sum, one) => sum - sandbox.store.get("movements", one.balance_transaction as string)!.amount, 0);
  const id = newId("re");
  const movement = bookRefund(sandbox, id, charge, amount, settledBefore);
  const refund = sandbox.store.put("refunds", {
    id, object: "refund", amount, balance_transaction: movement.id, charge: charge.id, created: secondsNow(sandbox), currency: charge.currency, customer: null,
    customer_account: null, destination_details: { type: "card", card: { type: "refund", reference_status: "pending", reference_type: "acquirer_reference_number" } },
    metadata: mergeMetadata({}, wanted.metadata), payment_intent: charge.payment_intent as string, payment_method: charge.payment_method, reason: wanted.reason ?? null,
    receipt_number: null, source_transfer_reversal: null, status: "succeeded", transfer_reversal: null,
  });
  const refundedCharge = sandbox.store.put("charges", { ...charge, amount_refunded: charge.amount_refunded + amount, refunded: amount === left });
  emit(sandbox, cause, "refund.created", refund);
  emit(sandbox, cause, "charge.refunded", refundedCharge, { amount_refunded: charge.amount_refunded, refunded: charge.refunded });
  return refund;
};

const getRefund = ({ sandbox, id }: Call): Stripe.Refund => {
  const refund = sandbox.store.get("refunds", id);
  if (!refund) throw missingResource("refund", id);
  return refund;
};

export const refundRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/refunds", supported: ["charge", "payment_intent", "amount", "reason", "metadata.**", "expand.*"], handle: createRefund },
  {
    method: "GET", path: "/v1/refunds", supported: [...listSupported, ...createdSupported, "charge", "payment_intent"],
    handle: ({ sandbox, params }) => {
      const wanted = params as DatedListParams & { charge?: string; payment_intent?: string };
      const rows = sandbox.store.all("refunds").reverse().filter((one) => isWithin(one.created, wanted.created)
        && (!wanted.charge || one.charge === wanted.charge) && (!wanted.payment_intent || one.payment_intent === wanted.payment_intent));
      return listPage(rows, wanted, "/v1/refunds", "refund");
    },
  },
  { method: "GET", path: "/v1/refunds/{id}", supported: ["expand.*"], handle: getRefund },
  {
    method: "POST", path: "/v1/refunds/{id}", supported: ["metadata.**", "expand.*"],
    handle: (call) => {
      const refund = getRefund(call);
      const { metadata } = call.params as Stripe.RefundUpdateParams;
      if (metadata === undefined) return refund;
      const changed = call.sandbox.store.put("refunds", { ...refund, metadata: mergeMetadata(refund.metadata ?? {}, metadata) });
      emit(call.sandbox, call.cause, "refund.updated", changed, { metadata: refund.metadata });
      return changed;
    },
  },
];
