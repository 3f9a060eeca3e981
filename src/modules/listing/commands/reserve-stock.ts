import { ok, refuse, type Result } from "@/kernel/result";
import type { Instant } from "@/kernel/time";
import { newId } from "@/platform/clock";
import type { Tx } from "@/platform/db";
import { retakeUnits, takeUnits } from "../stock-store";

export type StockGone = { readonly code: "listing.stock-gone"; readonly offerIds: readonly string[] };

/**
 * Keeps units for a checkout until a moment. All or nothing: when one offer has not enough left (or is no longer on sale) the refusal names it,
 * and the transaction takes the others back. Stock changes by a conditional UPDATE alone; nothing is read first and written after.
 */
export const reserveStock = async (
  tx: Tx,
  { checkoutId, wanted, at, until }: { checkoutId: string; wanted: readonly { offerId: string; locationId: string; quantity: number }[]; at: Instant; until: Instant },
): Promise<Result<null, StockGone>> => {
  const taken = new Set(await takeUnits(tx, checkoutId, wanted.map((w) => ({ id: newId("hold"), ...w })), at, until));
  const gone = wanted.filter((w) => !taken.has(w.offerId)).map((w) => w.offerId);
  return gone.length === 0 ? ok(null) : refuse({ code: "listing.stock-gone", offerIds: gone });
};

/** Takes the released units of a checkout up again, when it was paid after its time. False: not all are there; what was taken must be rolled back or freed. */
export const reserveAgain = async (tx: Tx, checkoutId: string, until: Instant): Promise<boolean> => {
  const { wanted, taken } = await retakeUnits(tx, checkoutId, until);
  return wanted > 0 && taken === wanted;
};
