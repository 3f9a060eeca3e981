import { z } from "zod";
import { languages } from "@/i18n/languages";
import { isIdOf, type Id } from "@/kernel/id";
import { fits, mostLetters } from "./review";

export const writeReviewSchema = z.strictObject({
  consignmentId: z.string().max(40).refine((text): text is Id<"consignment"> => isIdOf("consignment", text)),
  listingId: z.string().max(40).refine((text): text is Id<"listing"> => isIdOf("listing", text)),
  rating: z.int().min(1).max(5),
  text: z.string().trim().min(1).max(mostLetters),
  language: z.enum(languages),
  fit: z.enum(fits).nullable(),
});

export type WriteReview = z.output<typeof writeReviewSchema>;
