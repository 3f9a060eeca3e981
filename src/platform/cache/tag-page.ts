import { unstable_cache } from "next/cache";
import type { CacheTag } from "./tags";

/**
 * Names what the page being rendered shows, so that it is expired when one of these changes.
 * Next collects tags only from cached reads; this is the smallest one.
 */
export const tagPage = async (...shown: readonly CacheTag[]): Promise<void> => {
  const mark = unstable_cache(async () => true, ["page-tags", ...shown], { tags: [...shown] });
  await mark();
};
