import { ok, refuse, type Result } from "@/kernel/result";
import type { AdminActor } from "@/modules/access/actor";
import { recordAudit } from "@/platform/audit";
import { transaction } from "@/platform/db";
import { setState, type NoReason, type Standing } from "../opening";
import { forgetMarkets } from "../queries";
import type { SetMarketState } from "../schema";
import { loadMarketStanding, saveMarketStanding } from "../store";

export type NoSuchMarket = { readonly code: "market.not-found" };
export type MarketChanged = { readonly code: "market.changed-meanwhile" };

/** Opens, half-closes or closes a market, with a reason and on record. Refuses when the market no longer stands as the admin saw it. */
export const setMarketState = async (
  admin: AdminActor, { code, from, state, reason }: SetMarketState,
): Promise<Result<Standing, NoSuchMarket | MarketChanged | NoReason>> => {
  const set = await transaction<Standing, NoSuchMarket | MarketChanged | NoReason>(async (tx) => {
    const before = await loadMarketStanding(tx, code);
    if (!before) return refuse({ code: "market.not-found" });
    if (before.state !== from) return refuse({ code: "market.changed-meanwhile" });
    const after = setState(before, state, reason);
    if (!after.ok) return after;
    if (!(await saveMarketStanding(tx, before, after.value))) return refuse({ code: "market.changed-meanwhile" });
    await recordAudit(tx, { actorId: admin.userId, verb: "set-market-state", subjectId: code, details: { from, to: state, reason: after.value.stateReason } });
    return ok(after.value);
  });
  if (set.ok) forgetMarkets();
  return set;
};
