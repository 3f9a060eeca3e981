import { ok } from "@/kernel/result";
import { reader, transaction } from "@/platform/db";
import { listListingIds, moveShelfPrices } from "../store";
import { euroFactors } from "./index-listings";

const batchSize = 2000;

/**
 * Puts every shelf into the order of the day's rates: what a shelf sorts and filters by is a price in euro, and a merchant's own money moves against it.
 * In batches, each its own transaction; only prices that moved are written, so that it may be repeated at any time.
 */
export const repriceShelves = async (): Promise<{ readonly moved: number }> => {
  const factors = await euroFactors();
  let moved = 0;
  for (let after = ""; ; ) {
    const ids = await listListingIds(reader(), after, batchSize);
    if (ids.length === 0) return { moved };
    const done = await transaction<number, never>(async (tx) => ok(await moveShelfPrices(tx, ids, factors)));
    if (done.ok) moved += done.value;
    after = ids.at(-1) as string;
  }
};
