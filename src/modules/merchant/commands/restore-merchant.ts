import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { AdminActor } from "@/modules/access/actor";
import { recordAudit } from "@/platform/audit";
import { transaction } from "@/platform/db";
import { restore, type NotSuspended } from "../merchant";
import { loadStanding, saveStanding } from "../store";
import type { NoSuchMerchant } from "./suspend-merchant";

/** Lets a suspended merchant trade again, on record. */
export const restoreMerchant = (
  actor: AdminActor, { merchantId, note }: { merchantId: Id<"merchant">; note: string },
): Promise<Result<null, NoSuchMerchant | NotSuspended>> =>
  transaction<null, NoSuchMerchant | NotSuspended>(async (tx) => {
    const before = await loadStanding(tx, merchantId);
    if (!before) return refuse({ code: "merchant.not-found" });
    const after = restore(before);
    if (!after.ok) return after;
    if (!(await saveStanding(tx, before, after.value))) return refuse({ code: "merchant.not-suspended" });
    await recordAudit(tx, { actorId: actor.userId, verb: "restore-merchant", subjectId: merchantId, details: { note } });
    return ok(null);
  });
