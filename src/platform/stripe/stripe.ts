import Stripe from "stripe";
import { isInTransaction } from "../db/transaction";

const realKey = /^(sk|rk)_(live|test)_(?!sandbox_)[A-Za-z0-9]{16,}$/;

export type StripeTarget =
  | { readonly key: string; readonly isReal: true }
  | { readonly key: string; readonly isReal: false; readonly host: string; readonly port: string };

/**
 * Where Stripe is. A real key goes to api.stripe.com and cannot be combined with another host, by construction;
 * anything else goes to the sandbox on the loopback, and in production only when that was asked for.
 */
export const stripeTarget = (variables: Record<string, string | undefined>): StripeTarget => {
  const key = variables["STRIPE_SECRET_KEY"] ?? "";
  if (realKey.test(key)) return { key, isReal: true };
  if (key && !key.startsWith("sk_test_sandbox_")) throw new Error("STRIPE_SECRET_KEY is neither a Stripe key nor a sandbox key");
  if (variables["NODE_ENV"] === "production" && variables["ALLOW_SANDBOX_PAYMENTS"] !== "1")
    throw new Error("there is no real Stripe key, and ALLOW_SANDBOX_PAYMENTS is not 1");
  const url = new URL(variables["STRIPE_SANDBOX_URL"] || "http://127.0.0.1:12111");
  if (!["127.0.0.1", "[::1]", "localhost"].includes(url.hostname)) throw new Error("the Stripe sandbox must be on the loopback");
  return { key: key || "sk_test_sandbox_local_0000000000", isReal: false, host: url.hostname, port: url.port };
};

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
