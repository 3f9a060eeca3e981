import { isLess, type Money } from "@/kernel/money";
import { addSeconds, type Instant } from "@/kernel/time";

/** From when on something cost this much; null from when on it was not for sale, or had no price of its own. Minor units. */
export type PriceChange = { readonly since: Instant; readonly amount: bigint | null };

/** What an offer cost over time, oldest first: its base price while it was for sale, and its merchant's own price for one market. */
export type PriceHistory = { readonly base: readonly PriceChange[]; readonly own: readonly PriceChange[] };

/** A price that was lowered: the lowest price of the 30 days before, in the market's money, and since when it is lower. */
export type Reduction = { readonly lowestBefore: Money; readonly since: Instant };

/** The days before a reduction whose lowest price is the one to compare with; also how long a lower price is called reduced: then it is the price. */
export const reductionDays = 30;
const days = (count: number) => count * 24 * 3600;

/**
 * Whether the price of today is a reduction that may be announced, and from what.
 *
 * Directive 98/6/EC, article 6a (as of Directive (EU) 2019/2161, "Omnibus"): the earlier price of an announced reduction is the lowest one that was applied in
 * the 30 days before it. That price is the only one that is ever struck out here, in every market, so that raising a price in order to lower it
 * announces nothing. What was not for sale had no price. Prices that were converted are compared at the rate of today (`baseHere`), so that a rate that
 * moves is never announced as a reduction. Null: no reduction, or one that is older than 30 days.
 * € 50 for months, € 60 a week ago, € 45 since yesterday: reduced, the lowest price before was € 50.
 */
export const findReduction = ({ base, own }: PriceHistory, { baseHere, ownHere, at }: {
  /** The shelf price here of a base price, at the rates of today. */
  readonly baseHere: (amount: bigint) => Money;
  /** The merchant's own price for the market, as money. */
  readonly ownHere: (amount: bigint) => Money;
  readonly at: Instant;
}): Reduction | null => {
  const steps = pricesInForce({ base, own }, baseHere, ownHere).filter(({ since }) => since <= at);
  const current = steps.at(-1);
  if (!current?.price || current.since < addSeconds(at, -days(reductionDays))) return null;
  const from = addSeconds(current.since, -days(reductionDays));
  let lowest: Money | null = null;
  for (const [index, step] of steps.slice(0, -1).entries()) {
    const until = steps[index + 1]?.since;
    if (!step.price || until === undefined || until <= from) continue;
    if (lowest === null || isLess(step.price, lowest)) lowest = step.price;
  }
  return lowest !== null && isLess(current.price, lowest) ? { lowestBefore: lowest, since: current.since } : null;
};

type Step = { readonly since: Instant; readonly price: Money | null };

/** One line of prices out of two: the own price while there is one, else the base price; nothing while it was not for sale. Neighbours of one price are one step. */
const pricesInForce = ({ base, own }: PriceHistory, baseHere: (amount: bigint) => Money, ownHere: (amount: bigint) => Money): Step[] => {
  const steps: Step[] = [];
  for (const since of [...new Set([...base, ...own].map((change) => change.since))].sort()) {
    const forSale = lastOf(base, since);
    const set = lastOf(own, since);
    const price = forSale === null ? null : set === null ? baseHere(forSale) : ownHere(set);
    if (steps.length === 0 || steps.at(-1)?.price?.amount !== price?.amount) steps.push({ since, price });
  }
  return steps;
};

const lastOf = (changes: readonly PriceChange[], at: Instant): bigint | null => {
  let last: bigint | null = null;
  for (const change of changes) if (change.since <= at) last = change.amount;
  return last;
};
