import { expect, test } from "vitest";
import { stripeTarget } from "./stripe-target";

test("a real key goes to Stripe and cannot be sent anywhere else", () => {
  const target = stripeTarget({ STRIPE_SECRET_KEY: `sk_live_${"a".repeat(24)}`, STRIPE_SANDBOX_URL: "http://127.0.0.1:1" });
  expect(target).toEqual({ key: `sk_live_${"a".repeat(24)}`, isReal: true });
});

test("the sandbox must lie on the loopback", () => {
  expect(() => stripeTarget({ STRIPE_SANDBOX_URL: "http://stripe.evil.example:12111" })).toThrow(/loopback/);
});

test("production without a real key needs an explicit yes to the sandbox", () => {
  expect(() => stripeTarget({ NODE_ENV: "production" })).toThrow(/ALLOW_SANDBOX_PAYMENTS/);
  expect(stripeTarget({ NODE_ENV: "production", ALLOW_SANDBOX_PAYMENTS: "1" }).isReal).toBe(false);
});

test("a key that is neither is refused at once", () => {
  expect(() => stripeTarget({ STRIPE_SECRET_KEY: "hunter2" })).toThrow(/neither/);
});
