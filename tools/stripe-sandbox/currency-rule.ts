import { invalidRequest } from "./api-error";

const zeroDecimal = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const threeDecimal = new Set("bhd jod kwd omr tnd".split(" "));
/** No minor unit in life, two digits at Stripe: 5 ISK is sent as 500. */
const wholeUnitsSentTimes100 = new Set(["isk", "ugx"]);

/** Digits that Stripe's integer carries after the point. Not `Intl`'s: they differ for 19 currencies (docs.stripe.com/currencies, November 2026). */
export const stripeDigits = (currency: string): number => (zeroDecimal.has(currency) ? 0 : threeDecimal.has(currency) ? 3 : 2);

/** Digits to show to a person. */
export const shownDigits = (currency: string): number => (wholeUnitsSentTimes100.has(currency) ? 0 : stripeDigits(currency));

/** `12990` of `brl` as `129.90`: text, because a float never meets money. */
export const decimalText = (amount: number, currency: string): string => {
  const digits = stripeDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).slice(0, shownDigits(currency));
  return `${amount < 0 ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
};

/** Units of currency per euro. Not live: ECB reference rates, IMF representative rates and central-bank quotations of 16 March 2026 (NGN, BHD, RUB: Bank of Russia, 25 April 2026). */
const perEuro: Readonly<Record<string, string>> = {
  eur: "1", usd: "1.1478", brl: "6.0492", cny: "7.9154", gbp: "0.86408", idr: "19472.25", jpy: "182.66", krw: "1711.08", aud: "1.6272", inr: "105.8818",
  sar: "4.30425", aed: "4.2152955", ngn: "1582.5594", mxn: "20.4306", cad: "1.5703", rub: "88.2826", sgd: "1.4676", pln: "4.2683", kwd: "0.3523746",
  bhd: "0.43959505", omr: "0.4413291", isk: "143.4", chf: "0.9041", hkd: "8.9881", clp: "1049.0662", huf: "390.23", twd: "36.748899",
};
const rateScale = 100_000_000n;
const scaledRate = (currency: string): bigint => {
  const [whole, fraction = ""] = (perEuro[currency] ?? "").split(".");
  return BigInt(whole!) * rateScale + BigInt(fraction.padEnd(8, "0").slice(0, 8));
};

export const isKnownCurrency = (currency: string): boolean => currency in perEuro;

/** Stripe's minor units of one currency in those of another, rounded half up at the fixed rate. */
export const convert = (amount: number, from: string, to: string): number => {
  if (from === to) return amount;
  const top = BigInt(amount) * scaledRate(to) * 10n ** BigInt(stripeDigits(to));
  const bottom = scaledRate(from) * 10n ** BigInt(stripeDigits(from));
  return Number((top * 2n + bottom) / (bottom * 2n));
};

/** Smallest charge per settlement currency, in Stripe's units; a converted charge must reach it too (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const smallestCharge: Readonly<Record<string, number>> = {
  usd: 50, aud: 50, brl: 50, cad: 50, chf: 50, eur: 50, idr: 50, inr: 50, rub: 50, sgd: 50, gbp: 30, aed: 200, pln: 200, hkd: 400, mxn: 1000, huf: 17500, jpy: 50, krw: 50,
};
const largestCardCharge = 999_999_999_999;

/** Refuses what Stripe could not charge: no such currency, digits that the currency does not have, too little, too much. */
export const checkCurrency = (currency: string, param: string): void => {
  if (!isKnownCurrency(currency)) {
    throw invalidRequest(`Invalid currency: ${currency}. Stripe currently supports these currencies in this sandbox: ${Object.keys(perEuro).join(", ")}`, undefined, param);
  }
};

export const checkUnitAmount = (amount: number, currency: string, param: string): void => {
  if (amount < 0) throw invalidRequest("This value must be greater than or equal to 0.", "parameter_invalid_integer", param);
  if (threeDecimal.has(currency) && amount % 10 !== 0) {
    throw invalidRequest(`Invalid amount: ${currency} has three decimals at Stripe, the last of which must be 0.`, "parameter_invalid_integer", param);
  }
  if (wholeUnitsSentTimes100.has(currency) && amount % 100 !== 0) {
    throw invalidRequest(`Invalid amount: ${currency} has no minor unit; send whole units times 100.`, "parameter_invalid_integer", param);
  }
};

export const checkChargeTotal = (amount: number, currency: string, settlement: string): void => {
  if (amount > largestCardCharge) throw invalidRequest("Amount must be no more than 12 digits.", "amount_too_large", "line_items");
  const least = smallestCharge[settlement] ?? 50;
  if (convert(amount, currency, settlement) < least) {
    throw invalidRequest(`The Checkout Session's total amount due must add up to at least ${decimalText(least, settlement)} ${settlement}`, "amount_too_small", "line_items");
  }
};
