import { ok, refuse, type Result } from "@/kernel/result";
import { addDays, dayIn, type PlainDate } from "@/kernel/time";
import { announceTags } from "@/platform/cache/tag-news";
import { tags } from "@/platform/cache/tags";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { fetchText } from "@/platform/http/fetch-text";
import { judgePublishedRates, readPublishedRates, validDays, type AbsurdRate, type OldRates, type UnreadableRates } from "../published-rates";
import { dayRates, forgetRates } from "../queries";
import { insertRates } from "../store";

export type SourceSilent = { readonly code: "fx.source-silent"; readonly why: string };
export type FetchRefusal = SourceSilent | UnreadableRates | OldRates | AbsurdRate;
export type FetchedRates = { readonly observedOn: PlainDate; readonly stored: number };

// The daily file is 2 kB; a hundred times as much is no list of rates.
const mostBytes = 256 * 1024;

/**
 * Takes over the rates that the operator's source published last (`RATES_URL`: the daily file of the European Central Bank, or one of its shape).
 *
 * All of a file or none of it: one that cannot be read, stands still or holds an absurd rate is refused, and the rates of before stay until they are too old
 * themselves. What was taken over before is passed over, so that this may be asked as often as one likes. Rates that the source does not publish
 * (of the Gulf's and Nigeria's money the ECB has none) stay those of the embedded table, with their own day and validity.
 */
export const fetchRates = async ({ url }: { readonly url: string }): Promise<Result<FetchedRates, FetchRefusal>> => {
  const fetched = await fetchText(url, { mostBytes });
  if (!fetched.ok) return refuse({ code: "fx.source-silent", why: fetched.why });
  const published = readPublishedRates(fetched.text);
  if (!published.ok) return published;
  const at = now();
  forgetRates();
  const judged = judgePublishedRates(published.value, await dayRates(), dayIn(at, "UTC"));
  if (!judged.ok) return judged;
  const { sender, day, rates } = judged.value;
  const stored = await transaction<FetchedRates, never>(async (tx) => {
    const rows = rates.map(({ currency, rate }) => ({ id: newId("rate"), quote: currency, rate }));
    const count = await insertRates(tx, rows, { source: `${sender} · ${new URL(url).host}`, observedOn: day, validUntil: addDays(day, validDays), at });
    if (count > 0) await announceTags(tx, [tags.rates()]);
    return ok({ observedOn: day, stored: count });
  });
  forgetRates();
  return stored;
};
