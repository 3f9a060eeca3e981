import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { mayBecome, type ConsignmentState } from "../consignment";
import { findConsignmentState, saveShipped } from "../consignment-store";
import type { MarkShipped } from "../schema";
import { checkTrackingNumber, type BadTrackingNumber } from "../tracking";

export type ConsignmentRefusal =
  | { readonly code: "order.not-found" } | { readonly code: "order.stale" }
  | { readonly code: "order.not-now"; readonly state: ConsignmentState };

/**
 * A merchant hands a paid consignment to a carrier, with the number that is on the label. Only from "paid" and only once: a second click, or a colleague's,
 * finds it stale. Telling the shopper is a verb above this one.
 */
export const markShipped = (
  actor: MerchantActor, { consignmentId, version, carrier, trackingNumber }: MarkShipped,
): Promise<Result<{ readonly consignmentId: Id<"consignment">; readonly checkoutId: Id<"checkout"> }, ConsignmentRefusal | BadTrackingNumber>> =>
  transaction<{ readonly consignmentId: Id<"consignment">; readonly checkoutId: Id<"checkout"> }, ConsignmentRefusal | BadTrackingNumber>(async (tx) => {
    const number = checkTrackingNumber(carrier, trackingNumber);
    if (!number.ok) return number;
    const mine = { id: consignmentId, merchantId: actor.merchantId };
    const checkoutId = await saveShipped(tx, { ...mine, version, carrier, trackingNumber: number.value, at: now() });
    return checkoutId ? ok({ consignmentId, checkoutId }) : refuse(await whyNot(mine, "shipped"));
  });

/** Why a consignment could not go to a state: it is not theirs, it is not at the point for it, or somebody changed it in between. */
export const whyNot = async (mine: { readonly id: string; readonly merchantId?: string }, to: ConsignmentState): Promise<ConsignmentRefusal> => {
  const state = await findConsignmentState(mine);
  if (!state) return { code: "order.not-found" };
  return mayBecome(state, to) ? { code: "order.stale" } : { code: "order.not-now", state };
};
