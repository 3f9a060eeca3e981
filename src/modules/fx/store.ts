import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { toDate, type Instant, type PlainDate } from "@/kernel/time";
import type { Tx } from "@/platform/db";

export type NewRate = { readonly id: Id<"rate">; readonly quote: Currency; readonly rate: string };

/** Enters a day's rates against the euro and says how many were new. A row that is there stays as it is: rates are followed, never changed. */
export const insertRates = async (
  tx: Tx, rates: readonly NewRate[], { source, observedOn, validUntil, at }: { readonly source: string; readonly observedOn: PlainDate; readonly validUntil: PlainDate; readonly at: Instant },
): Promise<number> => {
  const { count } = await tx.fxRate.createMany({
    data: rates.map(({ id, quote, rate }) => ({
      id, base: "EUR", quote, rate, source, confidence: "high", observedOn: new Date(`${observedOn}T00:00:00Z`), validUntil: new Date(`${validUntil}T00:00:00Z`), createdAt: toDate(at),
    })),
    skipDuplicates: true,
  });
  return count;
};
