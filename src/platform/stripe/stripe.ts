import Stripe from "stripe";
import { isInTransaction } from "../db/transaction";
import { stripeTarget } from "./stripe-target";

let client: Stripe | undefined;

const make = (): Stripe => {
  const target = stripeTarget(process.env);
  const settings = { maxNetworkRetries: 2, timeout: 20_000, telemetry: false } as const;
  return target.isReal
    ? new Stripe(target.key, settings)
    : new Stripe(target.key, { ...settings, host: target.host, port: target.port, protocol: "http" });
};

/** Stripe's official client. Made on first use (a build has no key); refuses to be called while a transaction is open. */
export const stripe = (): Stripe => {
  if (isInTransaction()) throw new Error("no network call to Stripe inside a database transaction");
  return (client ??= make());
};

export const isRealStripe = (): boolean => stripeTarget(process.env).isReal;
/** Whether money is real: a live key. Objects of the other side are not ours. */
export const isLiveStripe = (): boolean => /^(sk|rk)_live_/.test(process.env["STRIPE_SECRET_KEY"] ?? "");

/** Stripe has understood and refused: asking the same again gets the same answer. Everything else is not known and is looked up before it is repeated. */
export const isDefiniteNo = (error: unknown): error is Stripe.errors.StripeError =>
  error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeIdempotencyError;
