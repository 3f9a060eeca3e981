import type { CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import { money, type Money } from "@/kernel/money";
import type { PlainDate } from "@/kernel/time";
import { reader, type Tx } from "@/platform/db";
import type { Use } from "./quota";

export type QuotaUse = { readonly consignmentId: string; readonly market: CountryCode; readonly person: string; readonly day: PlainDate; readonly goods: Money; readonly delivery: Money; readonly usedRelief: boolean };

/** Writes what the parcels of an order count against the limits of a person. */
export const insertUses = async (tx: Tx, uses: readonly QuotaUse[]): Promise<void> => {
  if (uses.length === 0) return;
  await tx.quotaUse.createMany({ data: uses.map(({ goods, delivery, day, ...use }) => ({ ...use, day: new Date(day), goods: goods.amount, delivery: delivery.amount, currency: goods.currency })) });
};

/** Everybody who orders as one person waits here for each other until the order is written: two orders at once cannot both find the same room. */
export const lockPerson = async (tx: Tx, market: CountryCode, person: string): Promise<void> => {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`quota ${market} ${person}`}, 0))::text`;
};

/** What a person has used in a market up to a day, out of orders that stand: what was canceled or refunded is given back, and the waiting order of the same cart is about to be replaced. */
export const loadUse = async ({ market, person, day, currency, cartId }: { market: CountryCode; person: string; day: PlainDate; currency: Currency; cartId: string }): Promise<Use> => {
  const [row] = await reader().$queryRaw<{ year: bigint; day: bigint; uses: number }[]>`
    select coalesce(sum(q.goods + q.delivery), 0)::bigint as year, coalesce(sum(q.goods) filter (where q.day = ${day}::date), 0)::bigint as day,
      count(*) filter (where q."usedRelief")::int as uses
    from quota_use q join consignment c on c.id = q."consignmentId" join checkout o on o.id = c."checkoutId"
    where q.market = ${market} and q.person = ${person} and q.day >= date_trunc('year', ${day}::date)::date and q.day < (date_trunc('year', ${day}::date) + interval '1 year')::date
      and c.state not in ('canceled', 'refunded') and not (o."cartId" = ${cartId} and c.state = 'awaiting-payment')`;
  return { year: money(row?.year ?? 0n, currency), day: money(row?.day ?? 0n, currency), uses: row?.uses ?? 0 };
};

/** As whom somebody signed in last ordered in a market this year: the fingerprint, never the number. */
export const findLastPerson = async (userId: string, market: CountryCode): Promise<string | null> => {
  const [row] = await reader().$queryRaw<{ person: string }[]>`
    select q.person from quota_use q join consignment c on c.id = q."consignmentId" join checkout o on o.id = c."checkoutId"
    where o."userId" = ${userId} and q.market = ${market} order by o."createdAt" desc limit 1`;
  return row?.person ?? null;
};
