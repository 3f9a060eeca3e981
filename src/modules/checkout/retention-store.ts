import type { Instant } from "@/kernel/time";
import type { Tx } from "@/platform/db";

/** Takes the closed customs numbers out of orders whose parcels have all cleared, as told by `purgeCustomsNumbers`; gives how many orders. */
export const purgeSealed = (tx: Tx, { deliveredBefore, promisedBefore, endedBefore }: { deliveredBefore: Instant; promisedBefore: Instant; endedBefore: Instant }): Promise<number> => tx.$executeRaw`
  update checkout o set address = o.address #- '{customsId,sealed}'
  where jsonb_typeof(o.address #> '{customsId,sealed}') = 'string' and o."createdAt" < ${endedBefore}::timestamptz
    and o.state not in ('awaiting-payment', 'awaiting-async')
    and not exists (select 1 from consignment c where c."checkoutId" = o.id and not (
      c.state in ('canceled', 'refunded')
      or (c.state = 'delivered' and c."deliveredAt" < ${deliveredBefore}::timestamptz)
      or (c.state = 'shipped' and c."promisedTo" < ${promisedBefore}::timestamptz::date)))`;

/** Forgets what persons counted in calendar years that are over everywhere; gives how many parcels. */
export const forgetUses = (tx: Tx, at: Instant): Promise<number> => tx.$executeRaw`
  delete from quota_use where day < date_trunc('year', (${at}::timestamptz at time zone 'UTC') - interval '14 hours')::date`;
