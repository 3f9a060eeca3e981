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
