import { dayIn, type Instant } from "@/kernel/time";
import { ok } from "@/kernel/result";
import { isInEuropeanUnion } from "@/kernel/country";
import { listMarkets } from "@/modules/market/queries";
import { announceTags } from "@/platform/cache/tag-news";
import { tags } from "@/platform/cache/tags";
import { transaction } from "@/platform/db";
import { allTradeRules } from "../queries";

/**
 * Expires the pages that show what goods cost at the door when a day has begun in some market on which a rule begins or ends, so that none is older than the
 * day. `since` is when it was last asked: asking twice draws a page once more, and does nothing else.
 */
export const turnRuleDays = async (since: Instant, at: Instant): Promise<boolean> => {
  const rules = await allTradeRules();
  const hasTurned = (await listMarkets()).some(({ code, timeZone }) => {
    const day = dayIn(at, timeZone);
    return day !== dayIn(since, timeZone) && rules.some((rule) =>
      (rule.market === code || (rule.market === "EU" && isInEuropeanUnion(code))) && (rule.effectiveFrom === day || rule.effectiveTo === day));
  });
  if (hasTurned) await transaction(async (tx) => ok(await announceTags(tx, [tags.rules()])));
  return hasTurned;
};
