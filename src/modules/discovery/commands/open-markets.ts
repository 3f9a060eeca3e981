import type { Result } from "@/kernel/result";
import type { AdminActor } from "@/modules/access/actor";
import type { Saved } from "@/modules/listing/commands/change-listing";
import { approvePaper } from "@/modules/listing/commands/decide-paper";
import type { NoSuchPaper, PaperDecided, PaperExpired } from "@/modules/listing/paper";
import type { ApprovePaper } from "@/modules/listing/schema";
import { transaction } from "@/platform/db";
import { thenForget } from "./forget-answers";
import { indexListings } from "./index-listings";

/**
 * Approves a paper, and a live listing is open from the same moment in the markets that asked for it, without being published again.
 * When the paper runs out, exactly those close: cards, carts and checkouts ask on the day itself which papers count.
 */
export const openMarkets = (admin: AdminActor, input: ApprovePaper): Promise<Result<Saved, NoSuchPaper | PaperDecided | PaperExpired>> =>
  thenForget(transaction<Saved, NoSuchPaper | PaperDecided | PaperExpired>(async () => {
    const approved = await approvePaper(admin, input);
    if (approved.ok && approved.value.isShown) await indexListings({ listingIds: [approved.value.listingId] });
    return approved;
  }));
