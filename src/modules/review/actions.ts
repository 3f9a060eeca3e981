"use server";
import { requireShopper } from "@/modules/access/who";
import { action } from "@/platform/action";
import { tags } from "@/platform/cache/tags";
import { writeReview } from "./commands/write-review";
import { writeReviewSchema } from "./schema";

export const writeReviewAction = action({
  who: requireShopper,
  takes: writeReviewSchema,
  does: writeReview,
  touches: ({ number, merchantSlug, brandSlug }) => [tags.listing(number), tags.merchant(merchantSlug), tags.brand(brandSlug)],
});
