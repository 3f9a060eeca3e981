import { toDate, type Instant } from "@/kernel/time";
import type { Tx } from "@/platform/db";
import type { PricePolicy } from "./price-policy";

/** How many of these offers are a listing's own. */
export const countOffers = (tx: Tx, listingId: string, offerIds: readonly string[]): Promise<number> => tx.offer.count({ where: { listingId, id: { in: [...offerIds] } } });

export const savePolicy = async (tx: Tx, listingId: string, policy: PricePolicy, at: Instant): Promise<void> => {
  await tx.pricePolicy.upsert({ where: { listingId }, create: { listingId, policy, updatedAt: toDate(at) }, update: { policy, updatedAt: toDate(at) } });
};

/** Sets or takes back own prices of offers in markets, in one statement, and writes down what changed from when on. */
export const saveOwnPrices = async (tx: Tx, offerIds: readonly string[], prices: readonly { readonly market: string; readonly amount: bigint | null }[], at: Instant): Promise<void> => {
  const rows = JSON.stringify(prices.map(({ market, amount }) => ({ market, amount: amount?.toString() ?? null })));
  await tx.$executeRaw`
    with wanted as (select o.id as "offerId", w.market, w.amount from unnest(${[...offerIds]}::text[]) as o(id) cross join jsonb_to_recordset(${rows}::jsonb) as w(market text, amount bigint)),
    changed as (insert into market_price_change ("offerId", market, since, amount)
      select w."offerId", w.market, greatest(${at}::timestamptz, last.since + interval '1 millisecond'), w.amount from wanted w
      left join lateral (select h.since, h.amount from market_price_change h where h."offerId" = w."offerId" and h.market = w.market order by h.since desc limit 1) last on true
      where w.amount is distinct from last.amount),
    gone as (delete from market_price m using wanted w where m."offerId" = w."offerId" and m.market = w.market and w.amount is null)
    insert into market_price ("offerId", market, amount, "updatedAt") select "offerId", market, amount, ${at}::timestamptz from wanted where amount is not null order by 1, 2
    on conflict ("offerId", market) do update set amount = excluded.amount, "updatedAt" = excluded."updatedAt"`;
};
