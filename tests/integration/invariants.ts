import { reader } from "@/platform/db";

/** What must be true of the books at any moment, whoever did what in whatever order. Each statement gives the rows that break its sentence. */
export const invariants: readonly { readonly says: string; readonly breaks: string }[] = [
  {
    says: "no stock is below zero, and no more is reserved than lies there",
    breaks: `select "offerId" || ' ' || "locationId" as subject, "onHand" || ' on hand, ' || reserved || ' reserved' as found from stock where not (reserved between 0 and "onHand")`,
  },
  {
    says: "what is reserved is what live holds keep",
    breaks: `select coalesce(s."offerId", h."offerId") as subject, coalesce(s.reserved, 0) || ' reserved, ' || coalesce(h.kept, 0) || ' held' as found
      from stock s full join (select "offerId", "locationId", sum(quantity) as kept from stock_hold where state = 'held' group by 1, 2) h using ("offerId", "locationId")
      where coalesce(s.reserved, 0) <> coalesce(h.kept, 0)`,
  },
  {
    says: "the consignments of a checkout sum to its total, in its currency",
    breaks: `select k.number as subject, k.total || ' paid, ' || coalesce(sum(c.total), 0) || ' in consignments' as found from checkout k left join consignment c on c."checkoutId" = k.id
      group by k.id having k.total <> coalesce(sum(c.total), 0) or bool_or(c.currency <> k.currency)`,
  },
  {
    says: "a consignment's total is its goods, its delivery and its charges",
    breaks: `select id as subject, total || ' is not ' || goods + delivery + charges as found from consignment where total <> goods + delivery + charges`,
  },
  {
    says: "the goods of a consignment are its lines",
    breaks: `select c.id as subject, c.goods || ' is not ' || coalesce(sum(l."unitPrice" * l.quantity), 0) as found from consignment c left join order_line l on l."consignmentId" = c.id
      group by c.id having c.goods <> coalesce(sum(l."unitPrice" * l.quantity), 0)`,
  },
  {
    says: "the charges of a consignment are those of its rules that are due at checkout",
    breaks: `select c.id as subject, c.charges || ' is not ' || coalesce(sum(g.amount) filter (where g.due = 'checkout'), 0) as found
      from consignment c left join consignment_charge g on g."consignmentId" = c.id group by c.id having c.charges <> coalesce(sum(g.amount) filter (where g.due = 'checkout'), 0)`,
  },
  {
    says: "money that arrived has exactly one paid checkout, of that amount, or is given back",
    breaks: `select p.id as subject, p.standing || ' ' || p.captured || ' ' || p.currency || ', checkout ' || coalesce(k.state, 'missing') as found
      from payment p left join checkout k on k.id = p."checkoutId"
      where not exists (select 1 from refund r where r."paymentId" = p.id and r.status <> 'failed')
        and not coalesce(p.standing = 'settled' and k.state = 'paid' and k.total = p.captured and k.currency = p.currency, false)`,
  },
  {
    says: "a paid checkout was paid once",
    breaks: `select k.number as subject, count(p.id) || ' settled payments' as found from checkout k
      left join payment p on p."checkoutId" = k.id and p.standing = 'settled' and not exists (select 1 from refund r where r."paymentId" = p.id)
      where k.state = 'paid' group by k.id having count(p.id) <> 1`,
  },
  {
    says: "a payment belongs to an attempt that succeeded",
    breaks: `select p.id as subject, coalesce(a.status, 'no attempt') as found from payment p left join payment_attempt a on a.id = p."attemptId" and a."checkoutId" = p."checkoutId" where a.status is distinct from 'succeeded'`,
  },
  {
    says: "every line of a paid checkout was kept and sold, and nothing else of it is kept",
    breaks: `select k.number as subject, "offerId" || ': ' || coalesce(bought, 0) || ' bought, ' || coalesce(sold, 0) || ' sold' as found from checkout k
      join ((select c."checkoutId", l."offerId", c."locationId", sum(l.quantity) as bought from consignment c join order_line l on l."consignmentId" = c.id group by 1, 2, 3) b
        full join (select "checkoutId", "offerId", "locationId", sum(quantity) filter (where state = 'sold') as sold from stock_hold group by 1, 2, 3) h using ("checkoutId", "offerId", "locationId"))
        on "checkoutId" = k.id
      where k.state = 'paid' and coalesce(bought, 0) <> coalesce(sold, 0)`,
  },
  {
    says: "what was sold left the shelf by a movement that names its checkout",
    breaks: `select coalesce(h."checkoutId", m."checkoutId") as subject, coalesce(sold, 0) || ' sold, ' || coalesce(moved, 0) || ' moved' as found
      from (select "checkoutId", "offerId", "locationId", sum(quantity) as sold from stock_hold where state = 'sold' group by 1, 2, 3) h
      full join (select "subjectId" as "checkoutId", "offerId", "locationId", -sum(quantity) as moved from stock_movement where reason = 'sold' group by 1, 2, 3) m using ("checkoutId", "offerId", "locationId")
      where coalesce(sold, 0) <> coalesce(moved, 0)`,
  },
  {
    says: "a checkout that came to nothing keeps no units",
    breaks: `select k.number as subject, k.state as found from checkout k join stock_hold h on h."checkoutId" = k.id where k.state in ('expired', 'failed', 'refunded') and h.state = 'held'`,
  },
  {
    says: "nothing is packed, shipped or delivered that was not paid",
    breaks: `select c.id as subject, c.state || ' of a checkout that is ' || k.state as found from consignment c join checkout k on k.id = c."checkoutId"
      where c.state in ('paid', 'shipped', 'delivered') and (k.state <> 'paid' or c."paidAt" is null)`,
  },
  {
    says: "a parcel is paid, shipped under a number, and delivered, in this order",
    breaks: `select id as subject, state || ' ' || concat_ws(' ', "paidAt", "shippedAt", "deliveredAt", "trackingNumber") as found from consignment
      where (state = 'shipped' and ("shippedAt" is null or "deliveredAt" is not null)) or (state in ('shipped', 'delivered') and "trackingNumber" is null)
        or (state = 'delivered' and ("shippedAt" is null or "deliveredAt" is null)) or "shippedAt" < "paidAt" or "deliveredAt" < "shippedAt"`,
  },
  {
    says: "a review of a purchase is by its buyer, of something in the parcel, after it was shipped, with the facts of the order",
    breaks: `select r.id as subject, concat_ws(' ', r."authorCountry", r."daysToDoor", r."importCharge", c.state) as found from review r left join consignment c on c.id = r."consignmentId" left join checkout k on k.id = c."checkoutId"
      where r."consignmentId" is not null and not coalesce(r."authorId" = k."userId" and r."authorCountry" = k.market and r."createdAt" >= c."shippedAt"
        and r."importCharge" is not distinct from (select sum(g.amount)::bigint from consignment_charge g where g."consignmentId" = c.id and g.kind in ('duty', 'tax', 'fee'))
        and exists (select 1 from order_line l where l."consignmentId" = c.id and l."listingId" = r."listingId"), false)`,
  },
  {
    says: "the counted stars of a listing are those of its reviews",
    breaks: `select coalesce(s."listingId", r."listingId") as subject, coalesce(s.count, 0) || ' counted, ' || coalesce(r.count, 0) || ' written' as found from rating_summary s
      full join (select "listingId", count(*) as count, sum(rating) as sum from review group by 1) r using ("listingId") where s.count is distinct from r.count or s.sum is distinct from r.sum`,
  },
];

export type Violation = { readonly says: string; readonly subject: string; readonly found: string };

/** Everything in the database that breaks an invariant, a few rows of each: empty when the books are right. */
export const listViolations = async (): Promise<readonly Violation[]> => {
  const found: Violation[] = [];
  for (const { says, breaks } of invariants) {
    const rows = await reader().$queryRawUnsafe<{ subject: string; found: string }[]>(`${breaks} limit 5`);
    found.push(...rows.map((row) => ({ says, ...row })));
  }
  return found;
};
