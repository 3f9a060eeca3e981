import { ok, refuse, type Result } from "@/kernel/result";
import type { ShopperActor } from "@/modules/access/actor";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { daysToDoor, mayReview, publicName, type ReviewRefusal } from "../review";
import type { WriteReview } from "../schema";
import { countReview, insertReview, loadPurchase } from "../store";

export type WrittenReview = { readonly number: number; readonly merchantSlug: string; readonly brandSlug: string };

/**
 * A buyer says what they think of something they bought.
 *
 * Only of the own purchase, once, and not before its parcel was shipped. The facts beside the words are taken from the order, never from the form:
 * the country it went to, the days from payment to the door, and the duties, taxes and fees that the consignment bore. How it fitted counts only
 * for things with a size. The listing's rating is counted in the same transaction.
 */
export const writeReview = (
  actor: Pick<ShopperActor, "userId">,
  { consignmentId, listingId, rating, text, language, fit }: WriteReview,
): Promise<Result<WrittenReview, ReviewRefusal>> =>
  transaction<WrittenReview, ReviewRefusal>(async (tx) => {
    const allowed = mayReview(await loadPurchase(tx, actor.userId, consignmentId, listingId));
    if (!allowed.ok) return allowed;
    const purchase = allowed.value;
    const review = {
      id: newId("review"), authorName: publicName(purchase.authorName), authorCountry: purchase.country, language, rating, text,
      fit: purchase.hasSize ? fit : null, sizeLabel: purchase.sizeLabel, daysToDoor: daysToDoor(purchase), importCharge: purchase.importCharge, at: now(),
    };
    if (!(await insertReview(tx, listingId, consignmentId, actor.userId, review))) return refuse({ code: "review.already-written" });
    await countReview(tx, listingId, review);
    return ok(purchase.listing);
  });
