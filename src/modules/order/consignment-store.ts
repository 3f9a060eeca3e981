import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import { reader, type Tx } from "@/platform/db";
import { statesBefore, type ConsignmentState } from "./consignment";

export type ConsignmentRow = {
  readonly id: string; readonly checkoutId: string; readonly merchantId: string; readonly part: number; readonly locationId: string; readonly state: ConsignmentState;
  readonly serviceId: string; readonly serviceName: string; readonly transport: string; readonly incoterm: string; readonly currency: string;
  readonly goods: string; readonly delivery: string; readonly charges: string; readonly total: string; readonly merchantAmount: string; readonly merchantCurrency: string;
  readonly promisedFrom: string; readonly promisedTo: string; readonly createdAt: string; readonly version: number;
};
export type OrderLineRow = {
  readonly id: string; readonly consignmentId: string; readonly offerId: string; readonly listingId: string; readonly listingNumber: number; readonly title: string;
  readonly titleLanguage: string; readonly variantLabel: string; readonly picture: string; readonly quantity: number; readonly unitPrice: string; readonly currency: string;
  readonly hs: string; readonly origin: string;
};
export type ChargeRow = {
  readonly id: string; readonly consignmentId: string; readonly position: number; readonly kind: string; readonly name: string; readonly amount: string; readonly currency: string;
  readonly base: string | null; readonly due: string; readonly ruleId: string; readonly ruleText: string; readonly source: string; readonly effectiveFrom: string; readonly confidence: string;
};

/** All consignments of a checkout with their lines and charges, in one statement. */
export const insertConsignments = async (tx: Tx, consignments: readonly ConsignmentRow[], lines: readonly OrderLineRow[], charges: readonly ChargeRow[]): Promise<void> => {
  await tx.$executeRaw`
    /* plan kept */ with c as (insert into consignment select * from jsonb_populate_recordset(null::consignment, ${JSON.stringify(consignments)}::jsonb)),
    l as (insert into order_line select * from jsonb_populate_recordset(null::order_line, ${JSON.stringify(lines)}::jsonb))
    insert into consignment_charge select * from jsonb_populate_recordset(null::consignment_charge, ${JSON.stringify(charges)}::jsonb)`;
};

/** Moves the consignments of a checkout that may go there; those that may not are left. */
export const moveConsignments = async (tx: Tx, checkoutId: string, to: ConsignmentState, at: Instant): Promise<number> => {
  const { count } = await tx.consignment.updateMany({
    where: { checkoutId, state: { in: [...statesBefore(to)] } },
    data: { state: to, version: { increment: 1 }, ...(to === "paid" ? { paidAt: at } : {}) },
  });
  return count;
};

type Mine = { readonly id: string; readonly merchantId?: string };

/** Hands a consignment over under its version and state; gives its checkout, or null when the condition did not hold. */
export const saveShipped = async (
  tx: Tx, { id, merchantId, version, carrier, trackingNumber, at }: { id: string; merchantId: string; version: number; carrier: string; trackingNumber: string; at: Instant },
): Promise<Id<"checkout"> | null> => {
  const rows = await tx.consignment.updateManyAndReturn({
    where: { id, merchantId, version, state: { in: [...statesBefore("shipped")] } },
    data: { state: "shipped", version: { increment: 1 }, carrier, trackingNumber, shippedAt: at },
    select: { checkoutId: true },
  });
  return (rows[0]?.checkoutId as Id<"checkout"> | undefined) ?? null;
};

export const saveDelivered = async (tx: Tx, { version, at, ...mine }: Mine & { version: number; at: Instant }): Promise<boolean> => {
  const { count } = await tx.consignment.updateMany({
    where: { ...mine, version, state: { in: [...statesBefore("delivered")] } },
    data: { state: "delivered", version: { increment: 1 }, deliveredAt: at },
  });
  return count === 1;
};

export const findConsignmentState = async (mine: Mine): Promise<ConsignmentState | null> =>
  ((await reader().consignment.findFirst({ where: mine, select: { state: true } }))?.state as ConsignmentState | undefined) ?? null;
