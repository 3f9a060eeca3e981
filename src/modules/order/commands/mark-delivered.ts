import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { AdminActor, MerchantActor } from "@/modules/access/actor";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { saveDelivered } from "../consignment-store";
import type { MarkDelivered } from "../schema";
import { whyNot, type ConsignmentRefusal } from "./mark-shipped";

/** A shipped consignment has arrived, says its merchant or the staff, until carriers say it themselves. */
export const markDelivered = (
  actor: MerchantActor | AdminActor, { consignmentId, version }: MarkDelivered,
): Promise<Result<{ readonly consignmentId: Id<"consignment"> }, ConsignmentRefusal>> =>
  transaction<{ readonly consignmentId: Id<"consignment"> }, ConsignmentRefusal>(async (tx) => {
    const mine = { id: consignmentId, ...(actor.kind === "merchant" ? { merchantId: actor.merchantId } : {}) };
    return (await saveDelivered(tx, { ...mine, version, at: now() })) ? ok({ consignmentId }) : refuse(await whyNot(mine, "delivered"));
  });
