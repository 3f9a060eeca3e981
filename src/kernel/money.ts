import { exponentOf, type Currency } from "./currency";
import { ratio, roundHalfEven, type Ratio } from "./ratio";

/** An amount in ISO 4217 minor units of its currency: R$ 129,90 is `{ amount: 12990n, currency: "BRL" }`, ¥1,980 is 1980n. */
export type Money = { readonly amount: bigint; readonly currency: Currency };

export const money = (amount: bigint | number, currency: Currency): Money => ({ amount: BigInt(amount), currency });
export const zero = (currency: Currency): Money => ({ amount: 0n, currency });

export const plus = (a: Money, b: Money): Money => ({ amount: a.amount + sameCurrency(a, b).amount, currency: a.currency });
export const minus = (a: Money, b: Money): Money => ({ amount: a.amount - sameCurrency(a, b).amount, currency: a.currency });
export const times = (a: Money, count: number): Money => ({ amount: a.amount * BigInt(count), currency: a.currency });
export const total = (amounts: readonly Money[], currency: Currency): Money => amounts.reduce(plus, zero(currency));
export const isEqual = (a: Money, b: Money): boolean => a.currency === b.currency && a.amount === b.amount;
export const isLess = (a: Money, b: Money): boolean => a.amount < sameCurrency(a, b).amount;

/**
 * A share of an amount, rounded half-even to the minor unit: 19 % of ¥25,300 is ¥4,807.
 */
export const shareHalfEven = (a: Money, share: Ratio): Money => ({
  amount: roundHalfEven({ numerator: a.amount * share.numerator, denominator: share.denominator }),
  currency: a.currency,
});

/**
 * The amount in another currency, at `rate` units of the target for one unit of the source (whole units, not minor ones),
 * rounded by the given rule (half-even unless a market rounds otherwise). 10.00 EUR at 6.0842 BRL is R$ 60,84.
 */
export const convert = (a: Money, rate: Ratio, to: Currency, round: (exact: Ratio) => bigint = roundHalfEven): Money => ({
  amount: round(ratio(
    a.amount * rate.numerator * 10n ** BigInt(exponentOf(to)),
    rate.denominator * 10n ** BigInt(exponentOf(a.currency)),
  )),
  currency: to,
});

/**
 * Splits an amount in proportion to weights so that not one minor unit is lost: largest remainder, ties to the earlier part.
 * R$ 1,00 over [1,1,1] is 0,34 + 0,33 + 0,33. Weights that are all zero count as equal.
 */
export const allocate = (whole: Money, weights: readonly bigint[]): Money[] => {
  if (weights.length === 0) throw new RangeError("nothing to allocate to");
  if (weights.some((w) => w < 0n)) throw new RangeError("a weight below zero");
  const sum = weights.reduce((a, b) => a + b, 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights;
  const base = sum === 0n ? BigInt(weights.length) : sum;
  const sign = whole.amount < 0n ? -1n : 1n;
  const size = whole.amount * sign;
  const parts = shares.map((w, index) => ({ index, floor: (size * w) / base, rest: (size * w) % base }));
  let left = size - parts.reduce((a, p) => a + p.floor, 0n);
  for (const part of [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map((p) => ({ amount: p.floor * sign, currency: whole.currency }));
};

/** The public form of money: minor units as text, because JSON numbers cannot hold every bigint. */
export type MoneyJson = { readonly amount: string; readonly currency: Currency };
export const toMoneyJson = (a: Money): MoneyJson => ({ amount: a.amount.toString(), currency: a.currency });

const sameCurrency = (a: Money, b: Money): Money => {
  if (a.currency !== b.currency) throw new TypeError(`cannot mix ${a.currency} and ${b.currency}`);
  return b;
};
