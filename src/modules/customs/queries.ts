import type { CountryCode } from "@/kernel/country";
import { plainDate, type PlainDate } from "@/kernel/time";
import { remembered } from "@/platform/cache/remembered";
import { database } from "@/platform/db";
import type { HsCode } from "./hs";
import { isInForce, type TradeRule } from "./rule";

const dayOf = (date: Date): PlainDate => plainDate(date.toISOString().slice(0, 10));

const rules = remembered(async (): Promise<readonly TradeRule[]> => {
  // A row without an approver is a draft.
  const rows = await database().tradeRule.findMany({ where: { approver: { not: null } }, orderBy: { id: "asc" } });
  return rows.map((row) => ({
    ...row,
    effectiveFrom: dayOf(row.effectiveFrom),
    effectiveTo: row.effectiveTo && dayOf(row.effectiveTo),
    checkedOn: dayOf(row.checkedOn),
  }) as unknown as TradeRule);
});

// As long as the rows are the same list, a market's day is the same list too: what was prepared of it (prepareRules) is not prepared again.
const days = new WeakMap<readonly TradeRule[], Map<string, readonly TradeRule[]>>();

/** The rows of the rule book in force for a market on a day, those of the EU among them where it is a member. */
export const tradeRules = async (market: CountryCode, on: PlainDate): Promise<readonly TradeRule[]> => {
  const all = await rules.read();
  let known = days.get(all);
  if (!known || known.size > 500) days.set(all, (known = new Map()));
  const key = `${market} ${on}`;
  const found = known.get(key) ?? all.filter((rule) => isInForce(rule, market, on));
  known.set(key, found);
  return found;
};

/** The whole book, drafts left out: every market, every day. */
export const allTradeRules = (): Promise<readonly TradeRule[]> => rules.read();

/** After a write in this process; other processes see it within the seconds of `remembered`. */
export const forgetRules = (): void => rules.forget();

const codes = remembered(async (): Promise<readonly HsCode[]> => {
  const rows = await database().hsCode.findMany({ orderBy: { code: "asc" } });
  return rows.map((row) => ({ ...row, labels: row.labels as HsCode["labels"] }));
}, 300);

/** Our labels for the six-digit codes in use: what a code search and a product page name them with. */
export const hsCodes = (): Promise<readonly HsCode[]> => codes.read();
