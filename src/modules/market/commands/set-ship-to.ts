import { ok, refuse, type Result } from "@/kernel/result";
import type { AdminActor } from "@/modules/access/actor";
import { recordAudit } from "@/platform/audit";
import { transaction } from "@/platform/db";
import type { ShipTo } from "../market";
import { setShipTo as decide, type NoReason } from "../opening";
import { forgetMarkets } from "../queries";
import type { SetShipTo } from "../schema";
import { loadShipTo, saveShipTo } from "../store";
import type { MarketChanged, NoSuchMarket } from "./set-market-state";

/** Turns delivery to a country on or off, with a reason and on record. Setting what is set already is refused: another admin was quicker. */
export const setShipTo = async (admin: AdminActor, { code, isOn, reason }: SetShipTo): Promise<Result<ShipTo, NoSuchMarket | MarketChanged | NoReason>> => {
  const set = await transaction<ShipTo, NoSuchMarket | MarketChanged | NoReason>(async (tx) => {
    const before = await loadShipTo(tx, code);
    if (!before) return refuse({ code: "market.not-found" });
    if (before.shipTo === isOn) return refuse({ code: "market.changed-meanwhile" });
    const after = decide(before, isOn, reason);
    if (!after.ok) return after;
    if (!(await saveShipTo(tx, before, after.value))) return refuse({ code: "market.changed-meanwhile" });
    await recordAudit(tx, { actorId: admin.userId, verb: "set-ship-to", subjectId: code, details: { isOn, reason: after.value.shipToReason } });
    return ok(after.value);
  });
  if (set.ok) forgetMarkets();
  return set;
};
