import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { decimal } from "@/kernel/ratio";
import { plainDate, type PlainDate } from "@/kernel/time";
import { remembered } from "@/platform/cache/remembered";
import { database } from "@/platform/db";
import { crossRate, type Confidence, type CrossRate, type Rate, type RateRefusal } from "./rate";
import type { Result } from "@/kernel/result";

const dayOf = (date: Date): PlainDate => plainDate(date.toISOString().slice(0, 10));

type Row = { id: string; base: string; quote: string; rate: string; source: string; confidence: string; observedOn: Date; validUntil: Date };

// Only the newest observation of each pair and source matters to a page of today; history is read by those who compute a past day.
const rates = remembered(async (): Promise<readonly Rate[]> => {
  const rows = await database().$queryRaw<Row[]>`
    select distinct on (base, quote, source) id, base, quote, rate::text, source, confidence, "observedOn", "validUntil" from fx_rate order by base, quote, source, "observedOn" desc`;
  return rows.map((row) => ({
    id: row.id as Id<"rate">,
    base: row.base as Currency,
    quote: row.quote as Currency,
    rate: decimal(row.rate),
    source: row.source,
    confidence: row.confidence as Confidence,
    observedOn: dayOf(row.observedOn),
    validUntil: dayOf(row.validUntil),
  }));
});

/** The rates of today, as published; a page of forty prices reads them once. */
export const dayRates = (): Promise<readonly Rate[]> => rates.read();
export const forgetRates = (): void => rates.forget();

/** What one unit of a currency is worth in another on a day, or why that is not known. */
export const findCrossRate = async (from: Currency, to: Currency, on: PlainDate): Promise<Result<CrossRate, RateRefusal>> =>
  crossRate(await dayRates(), from, to, on);
