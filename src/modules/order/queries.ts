import type { Currency } from "@/kernel/currency";
import { money, type Money } from "@/kernel/money";
import { instant, plainDate, type Instant, type PlainDate } from "@/kernel/time";
import { reader } from "@/platform/db";
import type { ConsignmentState } from "./consignment";

export type ShownConsignment = {
  readonly id: string; readonly part: number; readonly state: ConsignmentState; readonly merchant: { readonly name: string; readonly slug: string; readonly country: string };
  readonly serviceName: string; readonly carrier: string | null; readonly trackingNumber: string | null; readonly promised: { readonly from: PlainDate; readonly to: PlainDate };
  readonly shippedAt: Instant | null; readonly deliveredAt: Instant | null;
  readonly goods: Money; readonly delivery: Money; readonly total: Money;
  readonly lines: readonly { readonly id: string; readonly listingId: string; readonly listingNumber: number; readonly title: string; readonly titleLanguage: string; readonly variantLabel: string; readonly picture: string; readonly quantity: number; readonly unitPrice: Money }[];
};

const dayOf = (date: Date): PlainDate => plainDate(date.toISOString().slice(0, 10));

/** The consignments of a checkout as its buyer sees them. Who may see them is decided by whoever calls. */
export const listConsignments = async (checkoutId: string): Promise<readonly ShownConsignment[]> => {
  const rows = await reader().consignment.findMany({
    where: { checkoutId }, orderBy: { part: "asc" },
    include: { merchant: { select: { name: true, slug: true, country: true } }, lines: { orderBy: { id: "asc" } } },
  });
  return rows.map((row) => {
    const currency = row.currency as Currency;
    return {
      id: row.id, part: row.part, state: row.state as ConsignmentState, merchant: row.merchant, serviceName: row.serviceName, carrier: row.carrier, trackingNumber: row.trackingNumber,
      promised: { from: dayOf(row.promisedFrom), to: dayOf(row.promisedTo) }, shippedAt: row.shippedAt && instant(row.shippedAt), deliveredAt: row.deliveredAt && instant(row.deliveredAt),
      goods: money(row.goods, currency), delivery: money(row.delivery, currency), total: money(row.total, currency),
      lines: row.lines.map(({ id, listingId, listingNumber, title, titleLanguage, variantLabel, picture, quantity, unitPrice, currency: paid }) => ({ id, listingId, listingNumber, title, titleLanguage, variantLabel, picture, quantity, unitPrice: money(unitPrice, paid as Currency) })),
    };
  });
};
