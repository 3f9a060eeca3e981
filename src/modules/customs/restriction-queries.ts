import type { CountryCode } from "@/kernel/country";
import { isInEuropeanUnion } from "@/kernel/country";
import { plainDate, type PlainDate } from "@/kernel/time";
import { remembered } from "@/platform/cache/remembered";
import { database } from "@/platform/db";
import type { Restriction } from "./restriction";

const dayOf = (date: Date): PlainDate => plainDate(date.toISOString().slice(0, 10));

const restrictions = remembered(async (): Promise<readonly Restriction[]> => {
  const rows = await database().tradeRestriction.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => ({
    ...row, effectiveFrom: dayOf(row.effectiveFrom), effectiveTo: row.effectiveTo && dayOf(row.effectiveTo), checkedOn: dayOf(row.checkedOn),
  }) as unknown as Restriction);
// Written when the book is, a few times a year: a minute is soon enough, and days begin and end by the rows themselves.
}, 60);

/** The rows about restricted goods that a market has on a day, those of the EU and of every border among them. */
export const restrictionsIn = async (market: CountryCode, on: PlainDate): Promise<readonly Restriction[]> =>
  (await restrictions.read()).filter((row) =>
    (row.market === "*" || row.market === market || (row.market === "EU" && isInEuropeanUnion(market)))
    && row.effectiveFrom <= on && (row.effectiveTo === null || on < row.effectiveTo));

/** After a write in this process; other processes see it within a minute. */
export const forgetRestrictions = (): void => restrictions.forget();
