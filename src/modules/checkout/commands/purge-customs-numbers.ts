import { ok, type Result } from "@/kernel/result";
import { addSeconds } from "@/kernel/time";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { forgetUses, purgeSealed } from "../retention-store";

const day = 86_400;
/** After the last parcel of an order arrived: long enough for a question of customs. Words on the checkout promise it. */
const daysAfterDelivery = 14;
/** For parcels that nobody reported as delivered: counted from the end of the promised window. */
const daysAfterPromise = 60;

/**
 * Deletes what customs needed and needs no more: the recipient's number fourteen days after the last parcel of its order was delivered (sixty after
 * the promised window where nobody said so, a day where nothing was sent at all), and the keyed hashes of yearly limits once their year is over.
 * The masked number stays on the order, so that its page reads as before. Can be repeated at any time.
 */
export const purgeCustomsNumbers = (): Promise<Result<{ readonly orders: number; readonly uses: number }, never>> =>
  transaction(async (tx) => {
    const at = now();
    const orders = await purgeSealed(tx, { deliveredBefore: addSeconds(at, -daysAfterDelivery * day), promisedBefore: addSeconds(at, -daysAfterPromise * day), endedBefore: addSeconds(at, -day) });
    return ok({ orders, uses: await forgetUses(tx, at) });
  });
