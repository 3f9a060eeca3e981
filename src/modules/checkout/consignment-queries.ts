import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { money, type Money } from "@/kernel/money";
import { instant, plainDate, type Instant, type PlainDate } from "@/kernel/time";
import type { MerchantActor } from "@/modules/access/actor";
import { consignmentNumber, type ConsignmentState } from "@/modules/order/consignment";
import { unseal } from "@/platform/auth/seal";
import { reader } from "@/platform/db";
import type { KeptAddress } from "./store";

/** The merchant's tabs: what waits for its hands, what is on its way, what has ended. */
export const consignmentTabs = { "to-ship": ["paid"], shipped: ["shipped"], done: ["delivered", "refunded"] } as const satisfies Record<string, readonly ConsignmentState[]>;
export type ConsignmentTab = keyof typeof consignmentTabs;

export type ConsignmentSummary = {
  readonly id: Id<"consignment">; readonly number: string; readonly state: ConsignmentState; readonly version: number; readonly paidAt: Instant | null; readonly promisedFrom: PlainDate; readonly promisedTo: PlainDate;
  readonly market: string; readonly recipient: string; readonly city: string; readonly serviceName: string; readonly share: Money; readonly carrier: string | null; readonly trackingNumber: string | null;
  readonly lines: readonly { readonly id: string; readonly title: string; readonly titleLanguage: string; readonly variantLabel: string; readonly picture: string; readonly quantity: number }[];
};

export const consignmentsPerPage = 30;

const day = (date: Date): PlainDate => plainDate(date.toISOString().slice(0, 10));

/** The merchant's own parts of orders; what is to ship with the most pressing promise first, the rest newest first. */
export const listConsignments = async (actor: MerchantActor, tab: ConsignmentTab, page: number): Promise<{ rows: ConsignmentSummary[]; total: number }> => {
  const where = { merchantId: actor.merchantId, state: { in: [...consignmentTabs[tab]] } };
  const [total, rows] = await Promise.all([
    reader().consignment.count({ where }),
    reader().consignment.findMany({
      where, skip: (page - 1) * consignmentsPerPage, take: consignmentsPerPage, orderBy: tab === "to-ship" ? [{ promisedTo: "asc" }, { id: "asc" }] : [{ createdAt: "desc" }, { id: "desc" }],
      include: { lines: { orderBy: { id: "asc" } }, checkout: { select: { number: true, market: true, address: true } } },
    }),
  ]);
  return {
    total,
    rows: rows.map((row) => {
      const address = row.checkout.address as unknown as Partial<KeptAddress>;
      return {
        id: row.id as Id<"consignment">, number: consignmentNumber(row.checkout.number, row.part), state: row.state as ConsignmentState, version: row.version, paidAt: row.paidAt && instant(row.paidAt),
        promisedFrom: day(row.promisedFrom), promisedTo: day(row.promisedTo), market: row.checkout.market, recipient: address.recipient ?? "", city: address.locality ?? "", serviceName: row.serviceName,
        share: money(row.merchantAmount, row.merchantCurrency as Currency), carrier: row.carrier, trackingNumber: row.trackingNumber,
        lines: row.lines.map(({ id, title, titleLanguage, variantLabel, picture, quantity }) => ({ id, title, titleLanguage, variantLabel, picture, quantity })),
      };
    }),
  };
};

export const countConsignments = async (actor: MerchantActor): Promise<Record<ConsignmentTab, number>> => {
  const rows = await reader().consignment.groupBy({ by: ["state"], where: { merchantId: actor.merchantId }, _count: true });
  const of = (tab: ConsignmentTab) => rows.filter((row) => (consignmentTabs[tab] as readonly string[]).includes(row.state)).reduce((sum, row) => sum + row._count, 0);
  return { "to-ship": of("to-ship"), shipped: of("shipped"), done: of("done") };
};

/**
 * One consignment of the merchant's own, with what a label and a customs declaration need: the whole address, codes, origins, values, and the recipient's
 * customs number in full while the parcel is to be labelled; afterwards only masked, because nobody needs it any more. Of the rest of the order the
 * merchant sees nothing.
 */
export const findConsignment = async (actor: MerchantActor, id: string) => {
  const row = await reader().consignment.findFirst({
    where: { id, merchantId: actor.merchantId, state: { in: ["paid", "shipped", "delivered", "refunded"] } },
    include: { lines: { orderBy: { id: "asc" } }, levied: { orderBy: { position: "asc" } }, checkout: { select: { id: true, number: true, market: true, address: true, language: true, email: true } } },
  });
  if (!row) return null;
  const currency = row.currency as Currency;
  const { customsId, ...address } = row.checkout.address as unknown as KeptAddress;
  const location = await reader().stockLocation.findUnique({ where: { id: row.locationId }, select: { kind: true, country: true, city: true, postcode: true } });
  return {
    id: row.id as Id<"consignment">, number: consignmentNumber(row.checkout.number, row.part), state: row.state as ConsignmentState, version: row.version,
    paidAt: row.paidAt && instant(row.paidAt), shippedAt: row.shippedAt && instant(row.shippedAt), deliveredAt: row.deliveredAt && instant(row.deliveredAt),
    promisedFrom: day(row.promisedFrom), promisedTo: day(row.promisedTo), carrier: row.carrier, trackingNumber: row.trackingNumber,
    market: row.checkout.market, language: row.checkout.language, address, from: location,
    customsId: customsId ? { kind: customsId.kind, number: row.state === "paid" && customsId.sealed ? (unseal(customsId.sealed, "customs-id", row.checkout.id) ?? customsId.masked) : customsId.masked } : null,
    service: { name: row.serviceName, transport: row.transport, incoterm: row.incoterm },
    goods: money(row.goods, currency), delivery: money(row.delivery, currency), share: money(row.merchantAmount, row.merchantCurrency as Currency),
    charges: row.levied.map(({ id: chargeId, name, amount, due }) => ({ id: chargeId, name, due, amount: money(amount, currency) })),
    lines: row.lines.map((line) => ({ ...line, unitPrice: money(line.unitPrice, line.currency as Currency) })),
  };
};

export type MerchantConsignment = NonNullable<Awaited<ReturnType<typeof findConsignment>>>;
