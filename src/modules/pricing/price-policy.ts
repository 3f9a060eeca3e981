import { isInEuropeanUnion } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import type { Money } from "@/kernel/money";
import { ok, type Result } from "@/kernel/result";
import { ratio, type Ratio } from "@/kernel/ratio";
import type { CrossRate, RateRefusal } from "@/modules/fx/rate";
import type { MarketProfile } from "@/modules/market/market";
import { ownPrice, shelfPrice, type ShelfPrice } from "./shelf-price";

/**
 * How a base price becomes the prices of other markets, as its merchant wants it.
 * "nearest": the natural price nearest to the converted one, up or down. "same-net": never less for the merchant than at home.
 * "same-in-eu": one price in euro in the whole EU, and that price converted in its markets with another money.
 */
export const pricePolicies = ["nearest", "same-net", "same-in-eu"] as const;
export type PricePolicy = (typeof pricePolicies)[number];

export type PricedMarket = Pick<MarketProfile, "code" | "currency" | "priceEndings">;
/** What one unit of a currency is worth in another today, or why that is not known. */
export type RateOf = (from: Currency, to: Currency) => Result<CrossRate, RateRefusal>;

/**
 * The shelf price of an offer in a market, the one way in which every page, cart and quote gets it.
 *
 * A merchant's own price for the market stands whatever the policy and the rates are. Under "same-in-eu" the price is made once, in euro, with the endings of
 * `euroMarket` (the first market of the EU that pays in euro), and is that very figure in every market of the EU with the euro; where another money is paid,
 * it is converted at the middle rate without a second spread and gets an ending of that market that is not below it: the spread is then the merchant's.
 * A rate that is missing or too old refuses the price.
 */
export const priceHere = ({ policy, base, own, market, euroMarket, spread }: {
  readonly policy: PricePolicy;
  readonly base: Money;
  readonly own: Money | null;
  readonly market: PricedMarket;
  readonly euroMarket: PricedMarket | null;
  readonly spread: Ratio;
}, rateOf: RateOf): Result<ShelfPrice, RateRefusal> => {
  if (own !== null) return ok(ownPrice(own, market));
  if (policy === "same-in-eu" && euroMarket !== null && isInEuropeanUnion(market.code)) {
    const toEuro = rateOf(base.currency, "EUR");
    if (!toEuro.ok) return toEuro;
    const inEuro = shelfPrice({ base, market: euroMarket, rate: toEuro.value, spread });
    if (market.currency === "EUR") return ok(inEuro);
    const onward = rateOf("EUR", market.currency);
    return onward.ok ? ok(shelfPrice({ base: inEuro.shown, market, rate: onward.value, spread: noSpread })) : onward;
  }
  const rate = rateOf(base.currency, market.currency);
  return rate.ok ? ok(shelfPrice({ base, market, rate: rate.value, spread, keepsNet: policy === "same-net" })) : rate;
};

const noSpread: Ratio = ratio(0, 1);
