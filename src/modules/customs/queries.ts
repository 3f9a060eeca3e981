import type { CountryCode } from "@/kernel/country";
import { plainDate, type PlainDate } from "@/kernel/time";
import { remembered } from "@/platform/cache/remembered";
import { database } from "@/platform/db";
import type { HsCode } from "./hs";
import { isInForce, type TradeRule } from "./rule";

const dayOf = (date: Date): PlainDate => plainDate(date.toISOString().slice(0, 10));

const rules = remembered(async (): Promise<readonly TradeRule[]> => {
  const rows = await database().tradeRule.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => ({
    ...row,
    effectiveFrom: dayOf(row.effectiveFrom),
    effectiveTo: row.effectiveTo && dayOf(row.effectiveTo),
    checkedOn: dayOf(row.checkedOn),
  }) as unknown as TradeRule);
});

/** The rows of the rule book in force for a market on a day, those of the EU among them where it is a member. */
export const tradeRules = async (market: CountryCode, on: PlainDate): Promise<readonly TradeRule[]> =>
  (await rules.read()).filter((rule) => isInForce(rule, market, on));

/** After a write in this process; other processes see it within the seconds of `remembered`. */
export const forgetRules = (): void => rules.forget();

const codes = remembered(async (): Promise<readonly HsCode[]> => {
  const rows = await database().hsCode.findMany({ orderBy: { code: "asc" } });
  return rows.map((row) => ({ ...row, labels: row.labels as HsCode["labels"] }));
}, 300);

/** Our labels for the six-digit codes in use: what a code search and a product page name them with. */
export const hsCodes = (): Promise<readonly HsCode[]> => codes.read();
