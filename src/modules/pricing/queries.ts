import { isInEuropeanUnion } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import { money } from "@/kernel/money";
import { ratio, type Ratio } from "@/kernel/ratio";
import { ok, type Result } from "@/kernel/result";
import { addSeconds, dayIn, instant } from "@/kernel/time";
import { crossRate, type RateRefusal } from "@/modules/fx/rate";
import { dayRates } from "@/modules/fx/queries";
import type { MarketProfile } from "@/modules/market/market";
import { listMarkets } from "@/modules/market/queries";
import { now } from "@/platform/clock";
import { reader } from "@/platform/db";
import { Prisma } from "@/platform/db/generated/client";
import { findReduction, reductionDays, type PriceChange, type PriceHistory, type Reduction } from "./price-history";
import { priceHere, type PricedMarket, type PricePolicy } from "./price-policy";
import type { ShelfPrice } from "./shelf-price";

/**
 * What the platform adds to the middle rate of the day, to both sides' knowledge: it pays for the days between order and settlement.
 * 1.5 % is the operator's own figure, not a law.
 */
export const spread: Ratio = ratio(15, 1000);

/** What a merchant decided of an offer's price in a market, and what it cost lately; a column of `termsOf`. */
export type PriceTerms = { readonly policy: string | null; readonly own: string | null; readonly base: readonly Change[] | null; readonly ownChanges: readonly Change[] | null };
type Change = { readonly since: string; readonly amount: string | null };

export type PricedOffer = {
  readonly offerId: string; readonly price: bigint; readonly currency: Currency;
  /** Where whoever asks has read them with the offer. */
  readonly terms?: PriceTerms;
};
/** A price as a shelf of today shows it, with the reduction that may be announced beside it. */
export type PriceToday = ShelfPrice & { readonly reduction: Reduction | null };

const changesOf = (rows: readonly Change[] | null): PriceChange[] => (rows ?? []).map(({ since, amount }) => ({ since: instant(new Date(since)), amount: amount === null ? null : BigInt(amount) }));

/** The column that a statement reads an offer's terms with: own price, policy, and the changes of the days that a reduction looks back at, with the last one before them. */
export const termsOf = (offerId: Prisma.Sql, listingId: Prisma.Sql, market: string): Prisma.Sql => {
  const from = addSeconds(now(), -2 * reductionDays * 24 * 3600);
  return Prisma.sql`jsonb_build_object(
    'policy', (select p.policy from price_policy p where p."listingId" = ${listingId}),
    'own', (select m.amount::text from market_price m where m."offerId" = ${offerId} and m.market = ${market}),
    'base', (select jsonb_agg(jsonb_build_object('since', h.since, 'amount', h.amount::text) order by h.since) from offer_price h where h."offerId" = ${offerId}
      and h.since >= coalesce((select max(b.since) from offer_price b where b."offerId" = ${offerId} and b.since <= ${from}::timestamptz), '-infinity')),
    'ownChanges', (select jsonb_agg(jsonb_build_object('since', h.since, 'amount', h.amount::text) order by h.since) from market_price_change h where h."offerId" = ${offerId} and h.market = ${market}
      and h.since >= coalesce((select max(b.since) from market_price_change b where b."offerId" = ${offerId} and b.market = ${market} and b.since <= ${from}::timestamptz), '-infinity')))`;
};

/** The first market of the EU that pays in euro: its endings make the price that is the same in the whole EU. */
export const findEuroMarket = async (): Promise<PricedMarket | null> => (await listMarkets()).find(({ code, currency }) => currency === "EUR" && isInEuropeanUnion(code)) ?? null;

/**
 * The shelf prices of offers in a market, by offer id: the merchant's own price for the market where there is one, else its base price by the listing's
 * policy at the rates of the day, on a lawful ending; and whether that is a reduction. One statement for any number of offers; none for those that
 * bring their terms. An offer without a rate has no price.
 */
export const shelfPrices = async (
  offers: readonly PricedOffer[],
  market: Pick<MarketProfile, "code" | "currency" | "timeZone" | "priceEndings">,
): Promise<ReadonlyMap<string, Result<PriceToday, RateRefusal>>> => {
  const at = now();
  const unread = offers.filter(({ terms }) => terms === undefined).map(({ offerId }) => offerId);
  const read = unread.length === 0 ? [] : await reader().$queryRaw<{ id: string; terms: PriceTerms }[]>`
    select o.id, ${termsOf(Prisma.sql`o.id`, Prisma.sql`o."listingId"`, market.code)} as terms from offer o where o.id = any(${unread})`;
  const known = new Map(read.map(({ id, terms }) => [id, terms]));
  const [rates, euroMarket] = [await dayRates(), await findEuroMarket()];
  const on = dayIn(at, market.timeZone);
  const rateOf = (base: Currency, quote: Currency) => crossRate(rates, base, quote, on);
  const priced = new Map<string, Result<PriceToday, RateRefusal>>();
  for (const { offerId, price, currency, terms } of offers) {
    const row = terms ?? known.get(offerId);
    const here = (base: bigint, own: bigint | null) => priceHere({
      policy: (row?.policy ?? "nearest") as PricePolicy, base: money(base, currency), own: own === null ? null : money(own, market.currency), market, euroMarket, spread,
    }, rateOf);
    const shelf = here(price, row?.own ? BigInt(row.own) : null);
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
