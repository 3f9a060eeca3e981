import { addDays, plainDate, type PlainDate } from "@/kernel/time";
import type { AdminActor } from "@/modules/access/actor";
import { proposeRule } from "@/modules/customs/commands/propose-rule";
import { saveRuleDraft } from "@/modules/customs/commands/save-rule-draft";
import { latestDay } from "@/modules/customs/proposal-queries";
import { ruleOf } from "@/modules/customs/rule-book";
import type { SaveRuleDraft } from "@/modules/customs/schema";
import { insertRule } from "@/modules/customs/proposal-store";
import { now } from "@/platform/clock";
import { database } from "@/platform/db";

/** Consumption tax of 10 %, as the embedded book has it. */
export const plantTax = (id: string) =>
  insertRule(database(), ruleOf(
    { id, kind: "tax", name: "consumption-tax", from: "2019-10-01", to: null, due: "checkout", confidence: "high", text: "10 %", source: "NTA", formula: "ad-valorem", parameters: { percent: "10", of: ["goods"] } },
    { market: "JP", checkedOn: plainDate("2026-11-23"), author: "reference", approver: "installation" },
  ));

export const daysFromToday = async (days: number): Promise<PlainDate> => addDays(await latestDay("JP", now()), days);

export const typed = async (change: Partial<SaveRuleDraft["row"]> = {}, days = 1): Promise<SaveRuleDraft["row"]> => ({
  kind: "tax", name: "consumption-tax", from: await daysFromToday(days), to: null, due: "checkout", confidence: "medium", text: "12 % from now on", source: "Tax outline of the year",
  formula: "ad-valorem", parameters: `{"percent":"12","of":["goods"]}`, scope: {}, ...change,
});

export const aRuleDraft = async (author: AdminActor, { follows = null, row, days = 1 }: { follows?: string | null; row?: SaveRuleDraft["row"]; days?: number } = {}) => {
  const saved = await saveRuleDraft(author, { proposalId: null, version: 0, market: "JP", follows, reason: "The outline was passed", row: row ?? (await typed({}, days)) });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return saved.value.proposalId;
};

export const aProposal = async (author: AdminActor, more: Parameters<typeof aRuleDraft>[1] = {}) => {
  const proposalId = await aRuleDraft(author, more);
  const proposed = await proposeRule(author, { proposalId });
  if (!proposed.ok) throw new Error(proposed.refusal.code);
  return proposalId;
};
