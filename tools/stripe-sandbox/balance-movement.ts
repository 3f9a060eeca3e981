import type Stripe from "stripe";
import { convert } from "./currency-rule";
import { newId, secondsNow, type Sandbox } from "./sandbox";

/** The platform's prices, as data: Stripe's standard card price for a US account (2.9 % + 30 cents) and 1 % for conversion. One table, so that a test can be checked by hand. */
const prices = { perTenThousand: 290, fixed: { amount: 30, currency: "usd" }, conversionPerTenThousand: 100 } as const;
const pendingSeconds = 2 * 24 * 3600;

/** Half up, in whole minor units of the settlement currency. */
const share = (amount: number, perTenThousand: number): number => Number((BigInt(amount) * BigInt(perTenThousand) + 5_000n) / 10_000n);

/** Books a successful charge: converted to the settlement currency, less Stripe's fees, available after two days of the sandbox clock. */
export const bookCharge = (sandbox: Sandbox, charge: Pick<Stripe.Charge, "id" | "amount" | "currency" | "description">, isAvailableAtOnce: boolean): Stripe.BalanceTransaction => {
  const currency = sandbox.settings.settlementCurrency;
  const created = secondsNow(sandbox);
  const amount = convert(charge.amount, charge.currency, currency);
  const processing = share(amount, prices.perTenThousand) + convert(prices.fixed.amount, prices.fixed.currency, currency);
  const feeDetails: Stripe.BalanceTransaction.FeeDetail[] = [
    { amount: processing, application: null, currency, description: "Stripe processing fees", type: "stripe_fee" },
  ];
  if (charge.currency !== currency) {
    feeDetails.push({ amount: share(amount, prices.conversionPerTenThousand), application: null, currency, description: "Stripe currency conversion fee", type: "stripe_fee" });
  }
  const fee = feeDetails.reduce((sum, one) => sum + one.amount, 0);
  return sandbox.store.put("movements", {
    id: newId("txn"), object: "balance_transaction", amount, available_on: isAvailableAtOnce ? created : created + pendingSeconds, balance_type: "payments",
    created, currency, description: charge.description, exchange_rate: charge.currency === currency ? null : exchangeRate(charge.amount, amount),
    fee, fee_details: feeDetails, net: amount - fee, reporting_category: "charge", source: charge.id,
    status: isAvailableAtOnce ? "available" : "pending", type: "charge",
  });
};

/**
 * Books a refund at the rate of its charge; fees stay with Stripe. The last refund takes what is left of the settled amount, so that a fully
 * refunded charge nets to nothing but its fees. Funds leave when those of the charge arrive, not earlier.
 */
export const bookRefund = (sandbox: Sandbox, refundId: string, charge: Stripe.Charge, amount: number, settledBefore: number): Stripe.BalanceTransaction => {
  const origin = sandbox.store.get("movements", charge.balance_transaction as string)!;
  const created = secondsNow(sandbox);
  const refundedAfter = charge.amount_refunded + amount;
  const settledAfter = Number((BigInt(origin.amount) * BigInt(refundedAfter)) / BigInt(charge.amount));
  const settled = settledAfter - settledBefore;
  const availableOn = Math.max(created, origin.available_on);
  return sandbox.store.put("movements", {
    id: newId("txn"), object: "balance_transaction", amount: -settled, available_on: availableOn, balance_type: "payments", created, currency: origin.currency,
    description: `REFUND FOR CHARGE${charge.description ? ` (${charge.description})` : ""}`, exchange_rate: charge.currency === origin.currency ? null : exchangeRate(amount, settled),
    fee: 0, fee_details: [], net: -settled, reporting_category: "refund", source: refundId, status: availableOn <= created ? "available" : "pending", type: "refund",
  });
};

/** Minor unit by minor unit, as Stripe documents it: amount in A times the rate is the amount in B. */
const exchangeRate = (from: number, to: number): number => Number((to / from).toPrecision(8));

/** As of now by the sandbox clock: the rows say when, the status follows. */
export const presentMovement = (sandbox: Sandbox, movement: Stripe.BalanceTransaction): Stripe.BalanceTransaction =>
  ({ ...movement, status: movement.available_on <= secondsNow(sandbox) ? "available" : "pending" });
