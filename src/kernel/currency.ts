/**
 * The currencies the marketplace can count in, with the number of minor units of ISO 4217 (amendment 178, read 2026-11-23).
 * Never taken from `Intl`: ICU reports display digits (0 for IDR, HUF, IQD…), which is not what an amount is stored in.
 */
const exponents = {
  AED: 2, AUD: 2, BHD: 3, BRL: 2, CAD: 2, CHF: 2, CLP: 0, CNY: 2, COP: 2, CZK: 2, DKK: 2, EGP: 2, ETB: 2, EUR: 2, GBP: 2, HKD: 2,
  HUF: 2, IDR: 2, ILS: 2, INR: 2, ISK: 0, JOD: 3, JPY: 0, KES: 2, KRW: 0, KWD: 3, MAD: 2, MXN: 2, MYR: 2, NGN: 2, NOK: 2, NZD: 2,
  OMR: 3, PEN: 2, PHP: 2, PKR: 2, PLN: 2, QAR: 2, RON: 2, RUB: 2, SAR: 2, SEK: 2, SGD: 2, THB: 2, TND: 3, TRY: 2, TWD: 2, UAH: 2,
  UGX: 0, USD: 2, VND: 0, ZAR: 2,
} as const;

export type Currency = keyof typeof exponents;
export const currencies = Object.keys(exponents) as Currency[];

export const isCurrency = (code: string): code is Currency => Object.hasOwn(exponents, code);

/** How many decimal digits the minor unit has: 2 for BRL (centavo), 0 for JPY, 3 for KWD. */
export const exponentOf = (currency: Currency): number => exponents[currency];

/**
 * Digits that shops of the currency's country print. Indonesia and Hungary print none although ISO gives them two;
 * an amount shown with fewer digits must be whole in them (see pricing's endings and the lines of a landed cost).
 */
export const shownDigitsOf = (currency: Currency): number =>
  currency === "IDR" || currency === "HUF" || currency === "TWD" || currency === "COP" ? 0 : exponents[currency];

/** The least amount that is printed, in minor units: 100 for IDR (one rupiah; nobody can pay a sen), 1 for BRL. */
export const leastShownOf = (currency: Currency): bigint => 10n ** BigInt(exponents[currency] - shownDigitsOf(currency));
