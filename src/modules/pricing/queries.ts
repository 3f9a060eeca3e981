import type { Currency } from "@/kernel/currency";
import { money } from "@/kernel/money";
import { ratio, type Ratio } from "@/kernel/ratio";
import { ok, type Result } from "@/kernel/result";
import { dayIn } from "@/kernel/time";
import type { RateRefusal } from "@/modules/fx/rate";
import { findCrossRate } from "@/modules/fx/queries";
import type { MarketProfile } from "@/modules/market/market";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { shelfPrice, type ShelfPrice } from "./shelf-price";

/**
 * What the platform adds to the middle rate of the day, to both sides' knowledge: it pays for the days between order and settlement.
 * 1.5 % is the operator's own figure, not a law.
 */
export const spread: Ratio = ratio(15, 1000);

export type PricedOffer = {
  readonly offerId: string; readonly price: bigint; readonly currency: Currency;
  /** The merchant's own price for the market, or null, where whoever asks has read it with the offer. */
  readonly override?: bigint | null;
};

/**
 * The shelf prices of offers in a market, by offer id: the merchant's own price for the market where there is one, else its base price at the
 * rate of the day with the spread, on a lawful ending. One statement for any number of offers, none when they bring their own prices. An offer without a rate has no price.
 */
export const shelfPrices = async (
  offers: readonly PricedOffer[],
  market: Pick<MarketProfile, "code" | "currency" | "timeZone" | "priceEndings">,
): Promise<ReadonlyMap<string, Result<ShelfPrice, RateRefusal>>> => {
  const unread = offers.filter(({ override }) => override === undefined).map(({ offerId }) => offerId);
  const own = unread.length > 0 ? await reader().marketPrice.findMany({ where: { market: market.code, offerId: { in: unread } } }) : [];
  const overrides = new Map<string, bigint>(own.map((row) => [row.offerId, row.amount]));
  const on = dayIn(now(), market.timeZone);
  const priced = new Map<string, Result<ShelfPrice, RateRefusal>>();
  for (const { offerId, price, currency, override: given } of offers) {
    const rate = await findCrossRate(currency, market.currency, on);
    const amount = given ?? overrides.get(offerId);
    priced.set(offerId, rate.ok ? ok(shelfPrice({ base: money(price, currency), ...(amount === undefined ? {} : { override: money(amount, market.currency) }), market, rate: rate.value, spread })) : rate);
  }
  return priced;
};
