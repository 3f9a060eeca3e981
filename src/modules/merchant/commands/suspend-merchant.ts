import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { AdminActor } from "@/modules/access/actor";
import { recordAudit } from "@/platform/audit";
import { transaction } from "@/platform/db";
import { suspend, type AlreadySuspended, type SuspendReason } from "../merchant";
import { loadStanding, saveStanding } from "../store";

export type NoSuchMerchant = { readonly code: "merchant.not-found" };

/**
 * Suspends a merchant, with the reason on record. Its people are turned away from their next request on, because every request reads the merchant's
 * state; sessions stay, since the same people may shop. Taking the goods off the shelves is a verb above this one (discovery's hide-merchant).
 */
export const suspendMerchant = (
  actor: AdminActor, { merchantId, reason, note }: { merchantId: Id<"merchant">; reason: SuspendReason; note: string },
): Promise<Result<null, NoSuchMerchant | AlreadySuspended>> =>
  transaction<null, NoSuchMerchant | AlreadySuspended>(async (tx) => {
    const before = await loadStanding(tx, merchantId);
    if (!before) return refuse({ code: "merchant.not-found" });
    const after = suspend(before, reason);
    if (!after.ok) return after;
    if (!(await saveStanding(tx, before, after.value))) return refuse({ code: "merchant.already-suspended" });
    await recordAudit(tx, { actorId: actor.userId, verb: "suspend-merchant", subjectId: merchantId, details: { reason, note } });
    return ok(null);
  });
