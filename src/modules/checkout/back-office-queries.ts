import type { Currency } from "@/kernel/currency";
import { money, type Money } from "@/kernel/money";
import { addSeconds, instant, type Instant } from "@/kernel/time";
import { reader } from "@/platform/db";

/** Orders as the staff read them: the back office changes nothing here. */
export type OrderRow = {
  readonly id: string; readonly number: string; readonly createdAt: Instant; readonly market: string; readonly state: string; readonly email: string; readonly total: Money;
  readonly parts: readonly { readonly part: number; readonly merchant: string; readonly state: string; readonly total: Money; readonly carrier: string | null; readonly trackingNumber: string | null }[];
};
export type OrderFilter = { readonly state: string | null; readonly market: string | null; readonly words: string; readonly sort: "time" | "market"; readonly isDescending: boolean; readonly page: number };

export const ordersPerPage = 50;

export const listOrdersForStaff = async (filter: OrderFilter): Promise<{ rows: OrderRow[]; total: number }> => {
  const where = {
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.market ? { market: filter.market } : {}),
    ...(filter.words ? { OR: [{ number: { contains: filter.words.toUpperCase() } }, { email: { contains: filter.words.toLowerCase() } }] } : {}),
  };
  const direction = filter.isDescending ? ("desc" as const) : ("asc" as const);
  const [total, rows] = await Promise.all([
    reader().checkout.count({ where }),
    reader().checkout.findMany({
      where, skip: (filter.page - 1) * ordersPerPage, take: ordersPerPage,
      orderBy: filter.sort === "market" ? [{ market: direction }, { createdAt: "desc" }] : [{ createdAt: direction }, { id: "asc" }],
      select: {
        id: true, number: true, createdAt: true, market: true, state: true, email: true, total: true, currency: true,
        consignments: { orderBy: { part: "asc" }, select: { part: true, state: true, total: true, currency: true, carrier: true, trackingNumber: true, merchant: { select: { name: true } } } },
      },
    }),
  ]);
  return {
    total,
    rows: rows.map(({ consignments, currency, ...row }) => ({
      ...row, createdAt: instant(row.createdAt), total: money(row.total, currency as Currency),
      parts: consignments.map((part) => ({ ...part, merchant: part.merchant.name, total: money(part.total, part.currency as Currency) })),
    })),
  };
};

/** Orders of the last seven days by market: how many, how many of them paid, how many wait for payment, and what the paid ones come to. */
export const summariseWeek = async (now: Instant) => {
  const rows = await reader().checkout.groupBy({
    by: ["market", "currency", "state"], where: { createdAt: { gte: addSeconds(now, -7 * 86_400) } }, _count: true, _sum: { total: true },
  });
  const markets = new Map<string, { market: string; orders: number; paid: number; awaiting: number; total: Money }>();
  for (const row of rows) {
    const key = `${row.market} ${row.currency}`;
    const sum = markets.get(key) ?? { market: row.market, orders: 0, paid: 0, awaiting: 0, total: money(0, row.currency as Currency) };
    sum.orders += row._count;
    if (row.state === "paid" || row.state === "paid-late") {
      sum.paid += row._count;
      sum.total = money(sum.total.amount + (row._sum.total ?? 0n), sum.total.currency);
    }
    if (row.state.startsWith("awaiting")) sum.awaiting += row._count;
    markets.set(key, sum);
  }
  return [...markets.values()].sort((a, b) => b.orders - a.orders || (a.market < b.market ? -1 : 1));
};

/** What tells first that something is stuck: letters and messages of the payment service that lie longer than five minutes, and paid parcels that nobody ships. */
export const summariseHealth = async (now: Instant) => {
  const since = addSeconds(now, -300);
  const [letters, events, commands, unshipped] = await Promise.all([
    reader().mail.count({ where: { sentAt: null, createdAt: { lt: since } } }),
    reader().stripeEvent.count({ where: { OR: [{ status: "incident" }, { status: "new", receivedAt: { lt: since } }] } }),
    reader().stripeCommand.count({ where: { OR: [{ status: { in: ["unknown", "rejected"] } }, { status: { in: ["pending", "sending"] }, createdAt: { lt: since } }] } }),
    reader().consignment.count({ where: { state: "paid", paidAt: { lt: addSeconds(now, -7 * 86_400) } } }),
  ]);
  return { letters, events, commands, unshipped };
};
