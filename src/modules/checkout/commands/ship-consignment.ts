import type { Id } from "@/kernel/id";
import { ok, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { markShipped, type ConsignmentRefusal } from "@/modules/order/commands/mark-shipped";
import type { MarkShipped } from "@/modules/order/schema";
import type { BadTrackingNumber } from "@/modules/order/tracking";
import { linkKey } from "@/platform/auth/seal";
import { transaction } from "@/platform/db";
import { env } from "@/platform/env";
import { writeLetter } from "@/platform/mail/letters";
import { findCheckout, findParcel } from "../store";
import { shippedLetter } from "../shipped-letter";

/** A merchant ships its part of an order, and the shopper is told of it, once, in the language of the order. */
export const shipConsignment = (actor: MerchantActor, input: MarkShipped): Promise<Result<{ readonly consignmentId: Id<"consignment"> }, ConsignmentRefusal | BadTrackingNumber>> =>
  transaction<{ readonly consignmentId: Id<"consignment"> }, ConsignmentRefusal | BadTrackingNumber>(async (tx) => {
    const shipped = await markShipped(actor, input);
    if (!shipped.ok) return shipped;
    const order = await findCheckout({ id: shipped.value.checkoutId });
    const parcel = await findParcel(tx, shipped.value.consignmentId);
    if (order && parcel) {
      const link = `${env().APP_URL}/${order.storefront}/orders/${order.number}?key=${linkKey("order", order.number)}`;
      await writeLetter(tx, shippedLetter(order, parcel, link));
    }
    return ok({ consignmentId: shipped.value.consignmentId });
  });
