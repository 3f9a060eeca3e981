import { exponentOf, leastShownOf } from "@/kernel/currency";
import type { Money } from "@/kernel/money";
import type { PriceEndings } from "@/modules/market/market";

/** How far a price may move to look natural: 3 % down, 4 % up. Wider, and the ending would be a price policy of its own. */
const down = { numerator: 97n, denominator: 100n };
const up = { numerator: 104n, denominator: 100n };

/**
 * The price as a shop of this market would print it: ¥1,980 rather than ¥1,947, R$ 129,90 rather than R$ 130,12.
 *
 * The nearest lawful ending between 3 % below and 4 % above the exact price (ties go down, in the shopper's favour), never below the floor and
 * never one that the market avoids (4 in China, 250 as a sum). Where no ending is that near, the exact price, rounded up to what the currency prints.
 * Deterministic, and monotone: of two goods the dearer is never shown cheaper, because the candidates are one fixed set for all prices.
 * Evidence for the endings: Schindler 2009, Heeler & Nguyen; the table is data of the market.
 * BRL 130.12 with endings 90 and 99 is 129.99; with a floor of 130.00 it is 130.90.
 */
export const endPrice = (exact: Money, endings: PriceEndings, floor?: Money): Money => {
  const least = floor !== undefined && floor.amount > 0n ? floor.amount : 0n;
  if (exact.amount <= 0n && least === 0n) return exact;
  const low = max(ceilDivide(exact.amount * down.numerator, down.denominator), least);
  const high = (exact.amount * up.numerator) / up.denominator;
  const nearest = nearestCandidate(exact.amount, low, high, endings, exact);
  return { amount: nearest ?? plainPrice(max(exact.amount, least), endings, exact), currency: exact.currency };
};

/** Whether a market would rather not print this amount: its last digit that is not a closing zero, or the whole of it, is one to avoid. */
export const isAvoided = (price: Money, avoid: readonly string[]): boolean => {
  const unit = 10n ** BigInt(exponentOf(price.currency));
  const digits = price.amount.toString().replace(/0+$/, "");
  return avoid.some((word) => word.startsWith("=") ? price.amount === BigInt(word.slice(1)) * unit : digits.endsWith(word));
};

const nearestCandidate = (price: bigint, low: bigint, high: bigint, endings: PriceEndings, like: Money): bigint | null => {
  let best: bigint | null = null;
  let from = 0n;
  for (const row of endings.steps) {
    const to = row.upTo === null ? null : BigInt(row.upTo);
    const first = max(low, from);
    const last = to === null || high < to ? high : to - 1n;
    if (to !== null) from = to;
    if (first > last) continue;
    const step = BigInt(row.step);
    const target = price < first ? first : price > last ? last : price;
    // Outwards from the price, one step further than the first hit: an ending of the next step may lie nearer.
    let found = false;
    for (let distance = 0n, over = false; !over && distance * step <= last - first + 2n * step; distance++) {
      over = found;
      for (const n of distance === 0n ? [target / step] : [target / step - distance, target / step + distance]) {
        for (const ending of row.endings) {
          const candidate = n * step + BigInt(ending);
          if (candidate < first || candidate > last || isAvoided({ ...like, amount: candidate }, endings.avoid)) continue;
          found = true;
          if (best === null || isNearer(candidate, best, price)) best = candidate;
        }
      }
    }
  }
  return best;
};

const isNearer = (a: bigint, b: bigint, price: bigint): boolean => {
  const fromA = a < price ? price - a : a - price;
  const fromB = b < price ? price - b : b - price;
  return fromA < fromB || (fromA === fromB && a < b);
};

/** No natural ending is near: the price itself, up to the next whole printed unit that the market does not avoid. */
const plainPrice = (amount: bigint, endings: PriceEndings, like: Money): bigint => {
  const unit = leastShownOf(like.currency);
  let price = ceilDivide(amount, unit) * unit;
  // A number and its successors cannot all be avoided; the bound only guards against a table that avoids everything.
  for (let tries = 0; tries < 1000 && isAvoided({ ...like, amount: price }, endings.avoid); tries++) price += unit;
  return price;
};

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const ceilDivide = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
