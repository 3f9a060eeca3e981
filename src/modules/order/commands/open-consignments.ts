import type { Id } from "@/kernel/id";
import type { Money } from "@/kernel/money";
import type { Instant, PlainDate } from "@/kernel/time";
import type { Charge } from "@/modules/customs/landed-cost";
import { newId } from "@/platform/clock";
import type { Tx } from "@/platform/db";
import { insertConsignments, moveConsignments } from "../consignment-store";

export type ConsignmentPromise = {
  readonly merchant: { readonly id: string };
  readonly from: { readonly locationId: string };
  readonly service: { readonly id: string; readonly name: string; readonly transport: string; readonly incoterm: string };
  readonly promised: { readonly from: PlainDate; readonly to: PlainDate };
  readonly goods: Money; readonly delivery: Money; readonly chargesNow: Money; readonly total: Money; readonly merchantShare: Money;
  readonly charges: readonly Charge[];
  readonly lines: readonly {
    readonly offerId: string; readonly listingId: string; readonly listingNumber: number; readonly title: string; readonly titleLanguage: string; readonly variantLabel: string;
    readonly picture: string; readonly quantity: number; readonly unitPrice: Money; readonly hs: string; readonly origin: string;
  }[];
};

/** Writes the consignments of a checkout as promised, with every line and every charge and the rule it came from: what the receipt shows for ever. */
export const openConsignments = async (tx: Tx, checkoutId: Id<"checkout">, promises: readonly ConsignmentPromise[], at: Instant): Promise<readonly Id<"consignment">[]> => {
  const opened = promises.map((promise, index) => ({ promise, id: newId("consignment"), part: index + 1 }));
  await insertConsignments(
    tx,
    opened.map(({ promise: p, id, part }) => ({
      id, checkoutId, merchantId: p.merchant.id, part, locationId: p.from.locationId, state: "awaiting-payment" as const, serviceId: p.service.id, serviceName: p.service.name,
      transport: p.service.transport, incoterm: p.service.incoterm, currency: p.total.currency, goods: String(p.goods.amount), delivery: String(p.delivery.amount),
      charges: String(p.chargesNow.amount), total: String(p.total.amount), merchantAmount: String(p.merchantShare.amount), merchantCurrency: p.merchantShare.currency,
      promisedFrom: p.promised.from, promisedTo: p.promised.to, createdAt: at, version: 1,
    })),
    opened.flatMap(({ promise, id: consignmentId }) => promise.lines.map((line) => ({
      id: newId("line"), consignmentId, offerId: line.offerId, listingId: line.listingId, listingNumber: line.listingNumber, title: line.title, titleLanguage: line.titleLanguage,
      variantLabel: line.variantLabel, picture: line.picture, quantity: line.quantity, unitPrice: String(line.unitPrice.amount), currency: line.unitPrice.currency, hs: line.hs, origin: line.origin,
    }))),
    opened.flatMap(({ promise, id: consignmentId }) => promise.charges.map((charge, position) => ({
      id: newId("charge"), consignmentId, position, kind: charge.kind, name: charge.name, amount: String(charge.amount.amount), currency: charge.amount.currency,
      base: charge.base && String(charge.base.amount), due: charge.due, ruleId: charge.rule.id, ruleText: charge.rule.text, source: charge.rule.source,
      effectiveFrom: charge.rule.effectiveFrom, confidence: charge.rule.confidence,
    }))),
  );
  return opened.map(({ id }) => id);
};

/** The checkout was paid: every merchant may pack. */
export const payConsignments = (tx: Tx, checkoutId: string, at: Instant): Promise<number> => moveConsignments(tx, checkoutId, "paid", at);
/** The checkout was not paid: nothing is packed. */
export const cancelConsignments = (tx: Tx, checkoutId: string, at: Instant): Promise<number> => moveConsignments(tx, checkoutId, "canceled", at);
