import type { CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import { allocate, minus, plus, zero, type Money } from "@/kernel/money";
import type { Instant, PlainDate } from "@/kernel/time";
import type { LandedCost } from "@/modules/customs/landed-cost";
import type { TradeRule, Transport } from "@/modules/customs/rule";
import { costOfParcels } from "@/modules/discovery/parcel-costs";
import type { Rate } from "@/modules/fx/rate";
import type { Quote, QuoteConsignment } from "./quote";

export type OldOrder = { readonly number: string; readonly market: CountryCode; readonly createdAt: Instant; readonly promise: Quote };
export type ReplayedOrder = { readonly number: string; readonly createdAt: Instant; readonly before: Money; readonly after: Money; readonly difference: Money };
export type Replay = {
  readonly orders: number;
  readonly changed: number;
  /** Orders that some limit or an unknown duty or tax keeps from being reckoned whole, on either side: what is known of them is compared. */
  readonly incomplete: number;
  readonly sums: readonly { readonly currency: Currency; readonly difference: Money; readonly changed: number }[];
  readonly largest: readonly ReplayedOrder[];
};

type Books = { readonly on: PlainDate; readonly today: PlainDate; readonly book: readonly TradeRule[]; readonly proposed: readonly TradeRule[]; readonly rates: readonly Rate[] };

const costOf = (order: OldOrder, consignment: QuoteConsignment, { on, today, rates }: Books, rules: readonly TradeRule[]): LandedCost | null => {
  const { lines, delivery } = consignment;
  const parcels = consignment.parcels ?? [{ weightGrams: 1, contents: lines.map(({ quantity }, item) => ({ item, quantity })) }];
  const prices = allocate(delivery, parcels.map(({ weightGrams }) => BigInt(Math.max(1, Math.ceil(weightGrams)))));
  const cost = costOfParcels({
    market: order.market, region: order.promise.region, date: on, ratesOn: today, shipFrom: consignment.from.country as CountryCode, transport: consignment.service.transport as Transport,
    mode: "cross-border", currency: order.promise.currency, items: lines, buyer: { usedThisYear: null, sameDayValue: null, usesThisYear: null },
  }, parcels.map(({ contents }, index) => ({ contents, price: prices[index] ?? zero(delivery.currency) })), rules, rates);
  return cost.ok ? cost.value : null;
};

/**
 * What orders that were made would cost on the first day of a proposed rule, without it and with it: the very goods, parcels and delivery of each promise,
 * through the same landed cost as when it was made. Rates are those of today and the buyer is one of whom nothing is known, on both sides, so that only the rule makes a difference;
 * the freight of a consignment is shared over its parcels by weight, as the promise keeps only its sum. The orders themselves are not touched: they keep what they were promised.
 */
export const replayOrders = (orders: readonly OldOrder[], books: Books): Replay => {
  const replayed: ReplayedOrder[] = [];
  let incomplete = 0;
  for (const order of orders) {
    let [before, after] = [zero(order.promise.currency), zero(order.promise.currency)];
    let isWhole = true;
    for (const consignment of order.promise.consignments) {
      const [old, young] = [costOf(order, consignment, books, books.book), costOf(order, consignment, books, books.proposed)];
      isWhole &&= old !== null && young !== null && old.refusal === null && young.refusal === null;
      if (!old || !young) continue;
      [before, after] = [plus(before, old.total), plus(after, young.total)];
    }
    if (!isWhole) incomplete += 1;
    replayed.push({ number: order.number, createdAt: order.createdAt, before, after, difference: minus(after, before) });
  }
  const changed = replayed.filter(({ difference }) => difference.amount !== 0n);
  const sums = new Map<Currency, { currency: Currency; difference: Money; changed: number }>();
  for (const { difference } of changed) {
    const known = sums.get(difference.currency);
    sums.set(difference.currency, { currency: difference.currency, difference: known ? plus(known.difference, difference) : difference, changed: (known?.changed ?? 0) + 1 });
  }
  const size = ({ difference: { amount } }: ReplayedOrder) => (amount < 0n ? -amount : amount);
  const largest = [...changed].sort((a, b) => (size(b) > size(a) ? 1 : size(b) < size(a) ? -1 : a.number < b.number ? -1 : 1)).slice(0, 10);
  return { orders: orders.length, changed: changed.length, incomplete, sums: [...sums.values()], largest };
};
