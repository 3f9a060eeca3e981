import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { transaction } from "@/platform/db";
import { removeStored } from "@/platform/media/uploads";
import type { NoSuchPaper, PaperDecided } from "../paper";
import { deleteWaitingPaper } from "../paper-store";
import type { TakeBackPaper } from "../schema";

/** Takes back a paper that was shown by mistake, and its file with it. Not once it is decided: what the back office went by stays on record. */
export const takeBackPaper = async (actor: MerchantActor, { paperId }: TakeBackPaper): Promise<Result<null, NoSuchPaper | PaperDecided>> => {
  const taken = await transaction<{ readonly storedAs: string }, NoSuchPaper | PaperDecided>(async (tx) => {
    const row = await deleteWaitingPaper(tx, actor.merchantId, paperId);
    if (row === null) return refuse({ code: "listing.no-such-paper" });
    return row === "decided" ? refuse({ code: "listing.paper-decided" }) : ok(row);
  });
  if (!taken.ok) return taken;
  await removeStored(taken.value.storedAs);
  return ok(null);
};
