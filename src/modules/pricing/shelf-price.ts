import { convert, isLess, minus, shareHalfEven, type Money } from "@/kernel/money";
import { divide, multiply, one, add, roundDown, roundUp, type Ratio } from "@/kernel/ratio";
import { withSpread, type CrossRate } from "@/modules/fx/rate";
import type { MarketProfile } from "@/modules/market/market";
import { endPrice } from "./price-ending";

export type ShelfPrice = {
  /** What the shelf says and the cart charges for the goods. */
  readonly shown: Money;
  /** What arithmetic alone gives, to the minor unit: kept beside the shown price, so that the difference can be explained. */
  readonly exact: Money;
  /** "own": the merchant set it for this market; "own-currency": the merchant's base price already is in this currency; "converted". */
  readonly basis: "own" | "own-currency" | "converted";
  /** What was converted: the base price, or the price in euro that is the same in the whole EU; null where nothing was. */
  readonly from: Money | null;
  /** The rate it stands on, null where none was needed. */
  readonly rate: CrossRate | null;
  readonly spread: Ratio | null;
};

/** The price that a merchant set for a market: shown as it was set, whatever rates do, because it is the merchant's word. */
export const ownPrice = (own: Money, market: Pick<MarketProfile, "currency">): ShelfPrice => {
  if (own.currency !== market.currency) throw new TypeError(`a price for this market is in ${market.currency}, not ${own.currency}`);
  return { shown: own, exact: own, basis: "own", from: null, rate: null, spread: null };
};

/**
 * The price on the shelf of a market that a base price becomes, for the goods alone.
 *
 * A base price in this market's own currency is shown as it was set: it is the merchant's word. Everything else is the base price at the middle rate plus the market's spread, rounded up to the minor unit, then given a natural ending
 * that never falls below the base price at the middle rate, so that an ending never costs the merchant money.
 * `taxRate` is passed only where the goods already lie inside the market and its law wants the shelf price with tax; a price in another currency
 * is then raised by it first. For goods from abroad it is left out, in tax-inclusive markets too: what customs and the tax office take depends on
 * delivery, parcel and day, and is the landed price, shown beside this one and never mixed into it.
 * With `keepsNet` the ending never falls below the exact price either: the merchant gets no less here than at home.
 * EUR 20.00 into BRL at 6.0492 plus 1.5 %: exact R$ 122,80, shown R$ 122,90.
 */
export const shelfPrice = ({ base, market, rate, spread, taxRate, keepsNet = false }: {
  readonly base: Money;
  readonly market: Pick<MarketProfile, "currency" | "priceEndings">;
  readonly rate: CrossRate;
  readonly spread: Ratio;
  readonly taxRate?: Ratio | undefined;
  readonly keepsNet?: boolean;
}): ShelfPrice => {
  const gross = taxRate === undefined ? one : add(one, taxRate);
  if (base.currency === market.currency) {
    const exact = taxRate === undefined ? base : convert(base, gross, base.currency, roundUp);
    return { shown: taxRate === undefined ? base : endPrice(exact, market.priceEndings, exact), exact, basis: "own-currency", from: null, rate: null, spread: null };
  }
  if (rate.from !== base.currency || rate.to !== market.currency) throw new TypeError(`a rate from ${rate.from} to ${rate.to} prices nothing from ${base.currency} to ${market.currency}`);
  const exact = convert(base, multiply(withSpread(rate.rate, spread), gross), market.currency, roundUp);
  const floor = keepsNet ? exact : convert(base, multiply(rate.rate, gross), market.currency, roundUp);
  return { shown: endPrice(exact, market.priceEndings, floor), exact, basis: "converted", from: base, rate, spread };
};

export type MerchantNet = {
  /** The shelf price in the merchant's currency, after the market's spread. */
  readonly gross: Money;
  readonly commission: Money;
  readonly net: Money;
};

/**
 * What a merchant gets for a unit sold at a shelf price, in its own currency: the other direction of `shelfPrice`.
 *
 * The shelf price goes back at the same rate and spread, rounded down (the merchant is never promised what is not there), less the commission,
 * rounded half-even. `rate` runs from the merchant's currency to the market's, the very one that priced the shelf.
 * R$ 122,90 at 6.0492 plus 1.5 %, commission 8 %: gross EUR 20.01, commission 1.60, net 18.41.
 */
export const merchantNet = ({ shelf, rate, spread, commission }: {
  readonly shelf: Money;
  readonly rate: CrossRate;
  readonly spread: Ratio;
  readonly commission: Ratio;
}): MerchantNet => {
  if (rate.to !== shelf.currency) throw new TypeError(`a rate to ${rate.to} says nothing about ${shelf.currency}`);
  const applied = rate.from === rate.to ? one : withSpread(rate.rate, spread);
  const gross = convert(shelf, divide(one, applied), rate.from, roundDown);
  const fee = shareHalfEven(gross, commission);
  return { gross, commission: isLess(gross, fee) ? gross : fee, net: isLess(gross, fee) ? minus(gross, gross) : minus(gross, fee) };
};

/**
 * The base price that leaves a merchant a wanted net after commission: net / (1 − commission), rounded up to the minor unit.
 * Net EUR 18.40 at 8 %: EUR 20.00.
 */
export const basePriceForNet = (net: Money, commission: Ratio): Money => {
  const left = { numerator: commission.denominator - commission.numerator, denominator: commission.denominator };
  if (left.numerator <= 0n) throw new RangeError("a commission of the whole price leaves nothing");
  return convert(net, divide(one, left), net.currency, roundUp);
};

/**
 * The shelf price that leaves a merchant at least a wanted net: `merchantNet` read the other way round.
 *
 * The net becomes a base price, the base price a shelf price that never falls below the exact one, on an ending of the market. Rounding on the way may fall a
 * minor unit of the merchant's money short; then the next ending up is taken. Net EUR 18.40 at 8 % into BRL at 6.0492 plus 1.5 %: R$ 122,90.
 */
export const shelfForNet = ({ net, market, rate, spread, commission }: {
  readonly net: Money;
  readonly market: Pick<MarketProfile, "currency" | "priceEndings">;
  readonly rate: CrossRate;
  readonly spread: Ratio;
  readonly commission: Ratio;
}): Money => {
  let base = basePriceForNet(net, commission);
  for (;;) {
    // A price in the merchant's own money is the merchant's word: no ending is put on it.
    const shelf = shelfPrice({ base, market, rate, spread, keepsNet: true }).shown;
    const { net: left } = merchantNet({ shelf, rate, spread, commission });
    if (!isLess(left, net)) return shelf;
    base = { ...base, amount: base.amount + 1n };
  }
};
