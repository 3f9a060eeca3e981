import { isInEuropeanUnion } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import { money } from "@/kernel/money";
import { ratio, type Ratio } from "@/kernel/ratio";
import { ok, type Result } from "@/kernel/result";
import { addSeconds, dayIn, instant, type Instant } from "@/kernel/time";
import { crossRate, type RateRefusal } from "@/modules/fx/rate";
import { dayRates } from "@/modules/fx/queries";
import type { MarketProfile } from "@/modules/market/market";
import { listMarkets } from "@/modules/market/queries";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { findReduction, reductionDays, type PriceChange, type PriceHistory, type Reduction } from "./price-history";
import { priceHere, type PricedMarket, type PricePolicy } from "./price-policy";
import type { ShelfPrice } from "./shelf-price";

/**
 * What the platform adds to the middle rate of the day, to both sides' knowledge: it pays for the days between order and settlement.
 * 1.5 % is the operator's own figure, not a law.
 */
export const spread: Ratio = ratio(15, 1000);

export type PricedOffer = {
  readonly offerId: string; readonly price: bigint; readonly currency: Currency;
  /** The merchant's own price for the market and the listing's policy, where whoever asks has read them with the offer. */
  readonly terms?: { readonly own: bigint | null; readonly policy: string | null };
};
/** A price as a shelf of today shows it, with the reduction that may be announced beside it. */
export type PriceToday = ShelfPrice & { readonly reduction: Reduction | null };

type Row = { offerId: string; policy: string | null; own: bigint | null; base: Change[] | null; ownChanges: Change[] | null };
type Change = { since: string; amount: string | null };

const changesOf = (rows: Change[] | null): PriceChange[] => (rows ?? []).map(({ since, amount }) => ({ since: instant(new Date(since)), amount: amount === null ? null : BigInt(amount) }));

/** The first market of the EU that pays in euro: its endings make the price that is the same in the whole EU. */
export const findEuroMarket = async (): Promise<PricedMarket | null> => (await listMarkets()).find(({ code, currency }) => currency === "EUR" && isInEuropeanUnion(code)) ?? null;

const readTerms = (offerIds: readonly string[], market: string, from: Instant): Promise<Row[]> =>
  reader().$queryRaw<Row[]>`
    select o.id as "offerId", p.policy, m.amount as own,
      (select jsonb_agg(jsonb_build_object('since', h.since, 'amount', h.amount::text) order by h.since) from offer_price h where h."offerId" = o.id
        and h.since >= coalesce((select max(b.since) from offer_price b where b."offerId" = o.id and b.since <= ${from}::timestamptz), '-infinity')) as base,
      (select jsonb_agg(jsonb_build_object('since', h.since, 'amount', h.amount::text) order by h.since) from market_price_change h where h."offerId" = o.id and h.market = ${market}
        and h.since >= coalesce((select max(b.since) from market_price_change b where b."offerId" = o.id and b.market = ${market} and b.since <= ${from}::timestamptz), '-infinity')) as "ownChanges"
    from offer o
    left join price_policy p on p."listingId" = o."listingId"
    left join market_price m on m."offerId" = o.id and m.market = ${market}
    where o.id = any(${[...offerIds]})`;

/**
 * The shelf prices of offers in a market, by offer id: the merchant's own price for the market where there is one, else its base price by the listing's
 * policy at the rates of the day, on a lawful ending; and whether that is a reduction. One statement for any number of offers; none for those that
 * bring their terms (a cart says no reduction). An offer without a rate has no price.
 */
export const shelfPrices = async (
  offers: readonly PricedOffer[],
  market: Pick<MarketProfile, "code" | "currency" | "timeZone" | "priceEndings">,
): Promise<ReadonlyMap<string, Result<PriceToday, RateRefusal>>> => {
  const at = now();
  // The last change before the window belongs to it: that price was asked when the window opened.
  const from = addSeconds(at, -2 * reductionDays * 24 * 3600);
  const unread = offers.filter(({ terms }) => terms === undefined).map(({ offerId }) => offerId);
  const rows = unread.length > 0 ? await readTerms(unread, market.code, from) : [];
  const known = new Map(rows.map((row) => [row.offerId, row]));
  const [rates, euroMarket] = [await dayRates(), await findEuroMarket()];
  const on = dayIn(at, market.timeZone);
  const rateOf = (base: Currency, quote: Currency) => crossRate(rates, base, quote, on);
  const priced = new Map<string, Result<PriceToday, RateRefusal>>();
  for (const { offerId, price, currency, terms } of offers) {
    const row = terms ? { ...terms, base: null, ownChanges: null } : known.get(offerId);
    const here = (base: bigint, own: bigint | null) => priceHere({
      policy: (row?.policy ?? "nearest") as PricePolicy, base: money(base, currency), own: own === null ? null : money(own, market.currency), market, euroMarket, spread,
    }, rateOf);
    const shelf = here(price, row?.own ?? null);
    if (!shelf.ok) {
      priced.set(offerId, shelf);
      continue;
    }
    const history: PriceHistory = { base: changesOf(row?.base ?? null), own: changesOf(row?.ownChanges ?? null) };
    // A price that cannot be converted today is compared with nothing: it counts as the price of today.
    const baseHere = (amount: bigint) => { const then = here(amount, null); return then.ok ? then.value.shown : shelf.value.shown; };
    const isChanged = history.base.length + history.own.length > 1;
    const reduction = isChanged ? findReduction(history, { baseHere, ownHere: (amount) => money(amount, market.currency), at }) : null;
    priced.set(offerId, ok({ ...shelf.value, reduction }));
  }
  return priced;
};
