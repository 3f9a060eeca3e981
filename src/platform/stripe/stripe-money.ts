import { exponentOf, type Currency } from "@/kernel/currency";
import type { Money } from "@/kernel/money";
import { refuse, ok, type Result } from "@/kernel/result";

// Stripe's own table of units, docs.stripe.com/currencies as of 2026-10: it is ISO's except for these.
// ISK and UGX have no minor unit in ISO but are sent with two digits that must be 00.
const sentWithTwoDigits = new Set<Currency>(["ISK", "UGX"]);

/** The smallest charge in Stripe's units, by currency; a currency that is not listed has no published minimum. */
const minimum: Partial<Record<Currency, bigint>> = {
  USD: 50n, AUD: 50n, BRL: 50n, CAD: 50n, CHF: 50n, COP: 50n, EUR: 50n, IDR: 50n, ILS: 50n, INR: 50n, NZD: 50n, PHP: 50n, RUB: 50n,
  SGD: 50n, ZAR: 50n, GBP: 30n, AED: 200n, MYR: 200n, PLN: 200n, RON: 200n, DKK: 250n, NOK: 300n, SEK: 300n, HKD: 400n, MXN: 1000n,
  THB: 1000n, CZK: 1500n, HUF: 17_500n, JPY: 50n, KRW: 50n,
};

export type StripeMoneyRefusal = { readonly code: "payment.below-minimum" } | { readonly code: "payment.not-chargeable-amount" };

/**
 * ISO minor units to Stripe's integer. R$ 129,90 is 12990, ¥1,980 is 1980, ISK 5 is 500; 5.124 KWD is refused because Stripe
 * takes three-decimal amounts only when their last digit is 0: prices are rounded when they are made, never here.
 */
export const toStripeAmount = ({ amount, currency }: Money): Result<number, StripeMoneyRefusal> => {
  const units = sentWithTwoDigits.has(currency) ? amount * 10n ** BigInt(2 - exponentOf(currency)) : amount;
  if (exponentOf(currency) === 3 && units % 10n !== 0n) return refuse({ code: "payment.not-chargeable-amount" });
  if (units < (minimum[currency] ?? 1n)) return refuse({ code: "payment.below-minimum" });
  if (units > 999_999_999_999n) return refuse({ code: "payment.not-chargeable-amount" });
  return ok(Number(units));
};

/** A part of a charge in Stripe's unit, such as one line of a session: the smallest charge holds for the whole only, so it is not asked for here. */
export const toStripePart = ({ amount, currency }: Money): number =>
  Number(sentWithTwoDigits.has(currency) ? amount * 10n ** BigInt(2 - exponentOf(currency)) : amount);

/** Stripe's integer to ISO minor units: the inverse of `toStripeAmount`. */
export const fromStripeAmount = (units: number | bigint, currency: Currency): Money => ({
  amount: sentWithTwoDigits.has(currency) ? BigInt(units) / 10n ** BigInt(2 - exponentOf(currency)) : BigInt(units),
  currency,
});
