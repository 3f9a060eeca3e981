import type { Currency } from "@/kernel/currency";
import { convert, type Money } from "@/kernel/money";
import type { Ratio } from "@/kernel/ratio";
import { ok, type Result } from "@/kernel/result";
import type { PlainDate } from "@/kernel/time";
import { crossRate, type CrossRate, type Rate, type RateRefusal } from "@/modules/fx/rate";

/** Brings an amount into the currency of the answer. */
export type Exchange = (amount: Money) => Money;

// A list of rates is never changed, so what was found in it stays found; a few currencies on a few days are all that is asked of it.
const found = new WeakMap<readonly Rate[], Map<string, Result<CrossRate, RateRefusal>>>();
const mostKept = 4000;

const rateOf = (rates: readonly Rate[], from: Currency, to: Currency, on: PlainDate): Result<CrossRate, RateRefusal> => {
  let known = found.get(rates);
  if (!known || known.size >= mostKept) found.set(rates, (known = new Map()));
  const key = `${from}${to}${on}`;
  const cross = known.get(key) ?? crossRate(rates, from, to, on);
  known.set(key, cross);
  return cross;
};

/** Every rate that an answer may need, found before it is needed: a missing one refuses the whole, it never leaves a hole in a sum. */
export const exchangeInto = (currency: Currency, needed: Iterable<Currency>, rates: readonly Rate[], on: PlainDate): Result<Exchange, RateRefusal> => {
  const known = new Map<Currency, Ratio>();
  for (const from of needed) {
    if (from === currency || known.has(from)) continue;
    const cross = rateOf(rates, from, currency, on);
    if (!cross.ok) return cross;
    known.set(from, cross.value.rate);
  }
  return ok((amount) => {
    if (amount.currency === currency) return amount;
    const rate = known.get(amount.currency);
    if (rate === undefined) throw new Error(`a rate for ${amount.currency} was not foreseen`);
    return convert(amount, rate, currency);
  });
};
