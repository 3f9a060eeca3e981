import type { Instant } from "@/kernel/time";
import type { Tx } from "@/platform/db";

export type UnitsWanted = { readonly id: string; readonly offerId: string; readonly locationId: string; readonly quantity: number };

/**
 * Reserves units of many offers and writes their holds, in one statement: rows are locked in the order of their ids, so that two checkouts never wait for
 * each other, and each is changed under its own condition. Gives the offers that could be reserved; fewer than wanted means the whole is to be rolled back.
 */
export const takeUnits = async (tx: Tx, checkoutId: string, wanted: readonly UnitsWanted[], at: Instant, until: Instant): Promise<readonly string[]> => {
  const rows = await tx.$queryRaw<{ offerId: string }[]>`
    /* plan kept */ with wanted as (select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id text, "offerId" text, "locationId" text, quantity int)),
    locked as (select s."offerId", s."locationId" from stock s join wanted w using ("offerId", "locationId") order by s."offerId", s."locationId" for update of s),
    taken as (
      update stock s set reserved = s.reserved + w.quantity from wanted w, locked k
      where s."offerId" = k."offerId" and s."locationId" = k."locationId" and w."offerId" = k."offerId" and w."locationId" = k."locationId"
        and s.reserved + w.quantity <= s."onHand"
        and exists (select 1 from offer o join listing l on l.id = o."listingId" join merchant m on m.id = l."merchantId"
          where o.id = s."offerId" and o."isActive" and l.state = 'live' and m.state = 'active')
      returning w.id, s."offerId", s."locationId", w.quantity)
    insert into stock_hold (id, "checkoutId", "offerId", "locationId", quantity, state, "expiresAt", "createdAt")
    select id, ${checkoutId}, "offerId", "locationId", quantity, 'held', ${until}::timestamptz, ${at}::timestamptz from taken
    returning "offerId"`;
  return rows.map((row) => row.offerId);
};

/** Ends the holds of a checkout as released: the units are free again. Holds that have ended already are left as they ended. */
export const freeUnits = (tx: Tx, checkoutId: string): Promise<number> => tx.$executeRaw`
  with locked as (select h.id, h."offerId", h."locationId", h.quantity from stock_hold h join stock s using ("offerId", "locationId")
      where h."checkoutId" = ${checkoutId} and h.state = 'held' order by h."offerId", h."locationId" for update of s, h),
    ended as (update stock_hold h set state = 'released' from locked k where h.id = k.id and h.state = 'held' returning h."offerId", h."locationId", h.quantity)
  update stock s set reserved = s.reserved - e.quantity from ended e where s."offerId" = e."offerId" and s."locationId" = e."locationId"`;

/** Ends the holds of a checkout as sold: the units have left the shelf, with a movement that says for which checkout. */
export const sellUnits = (tx: Tx, checkoutId: string, at: Instant): Promise<number> => tx.$executeRaw`
  /* plan kept */ with locked as (select h.id, h."offerId", h."locationId", h.quantity from stock_hold h join stock s using ("offerId", "locationId")
      where h."checkoutId" = ${checkoutId} and h.state = 'held' order by h."offerId", h."locationId" for update of s, h),
    ended as (update stock_hold h set state = 'sold' from locked k where h.id = k.id and h.state = 'held' returning h.id, h."offerId", h."locationId", h.quantity),
    moved as (insert into stock_movement (id, "offerId", "locationId", quantity, reason, "subjectId", at)
      select 'mov_' || substr(id, 5), "offerId", "locationId", -quantity, 'sold', ${checkoutId}, ${at}::timestamptz from ended)
  update stock s set reserved = s.reserved - e.quantity, "onHand" = s."onHand" - e.quantity from ended e where s."offerId" = e."offerId" and s."locationId" = e."locationId"`;

/** Takes released holds up again, for money that came after their time: all or nothing, as `takeUnits`. */
export const retakeUnits = async (tx: Tx, checkoutId: string, until: Instant): Promise<{ readonly wanted: number; readonly taken: number }> => {
  const [row] = await tx.$queryRaw<{ wanted: number; taken: number }[]>`
    with locked as (select h.id, h."offerId", h."locationId", h.quantity from stock_hold h join stock s using ("offerId", "locationId")
      where h."checkoutId" = ${checkoutId} and h.state = 'released' order by h."offerId", h."locationId" for update of s, h),
    taken as (update stock s set reserved = s.reserved + k.quantity from locked k
      where s."offerId" = k."offerId" and s."locationId" = k."locationId" and s.reserved + k.quantity <= s."onHand" returning k.id),
    held as (update stock_hold h set state = 'held', "expiresAt" = ${until}::timestamptz from taken t where h.id = t.id returning h.id)
    select (select count(*)::int from stock_hold where "checkoutId" = ${checkoutId}) as wanted,
      (select count(*)::int from held) + (select count(*)::int from stock_hold where "checkoutId" = ${checkoutId} and state = 'held') as taken`;
  return row ?? { wanted: 0, taken: 0 };
};
