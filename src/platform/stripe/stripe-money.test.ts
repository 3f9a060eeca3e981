import fc from "fast-check";
import { expect, test } from "vitest";
import { currencies } from "@/kernel/currency";
import { money } from "@/kernel/money";
import { fromStripeAmount, toStripeAmount } from "./stripe-money";

const units = (amount: number | bigint, currency: Parameters<typeof money>[1]) => {
  const result = toStripeAmount(money(amount, currency));
  return result.ok ? result.value : result.refusal.code;
};

test("¥500 is sent as 500 and R$ 129,90 as 12990 (stripe-b2c-connector#31 charged yen a hundredfold)", () => {
  expect(units(500, "JPY")).toBe(500);
  expect(units(12_990, "BRL")).toBe(12_990);
  expect(units(9900, "KRW")).toBe(9900);
});

test("rupiah has two digits for Stripe although shops print none", () => {
  expect(units(19_900_000, "IDR")).toBe(19_900_000);
});

test("krónur and Ugandan shillings are sent with two digits that are 00", () => {
  expect(units(500, "ISK")).toBe(50_000);
  expect(units(5000, "UGX")).toBe(500_000);
});

test("a three-decimal amount must end in 0", () => {
  expect(units(5124, "KWD")).toBe("payment.not-chargeable-amount");
  expect(units(5120, "KWD")).toBe(5120);
});

test("what is below Stripe's minimum is refused before a session is made", () => {
  expect(units(49, "USD")).toBe("payment.below-minimum");
  expect(units(50, "USD")).toBe(50);
  expect(units(0, "EUR")).toBe("payment.below-minimum");
});

test("every amount that may be sent comes back as the same money, in every currency", () => {
  fc.assert(fc.property(fc.constantFrom(...currencies), fc.bigInt({ min: 1n, max: 10n ** 9n }), (currency, amount) => {
    const sent = toStripeAmount(money(amount, currency));
    if (sent.ok) expect(fromStripeAmount(sent.value, currency)).toEqual(money(amount, currency));
  }));
});
