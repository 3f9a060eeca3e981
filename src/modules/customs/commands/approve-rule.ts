import { ok, refuse } from "@/kernel/result";
import { dayIn, plainDate } from "@/kernel/time";
import type { AdminActor } from "@/modules/access/actor";
import { announceTags } from "@/platform/cache/tag-news";
import { tags } from "@/platform/cache/tags";
import { decideProposal, mayBegin, type NothingToFollow, type NotOpen, type OwnProposal, type TooEarly } from "../proposal";
import { latestDay } from "../proposal-queries";
import { endRule, insertRule, loadRule } from "../proposal-store";
import { forgetRules } from "../queries";
import { ruleOf } from "../rule-book";
import type { DecideProposal } from "../schema";
import { stepProposal } from "./step-proposal";

/**
 * Approves a proposal: the row that it follows ends on its first day and the new one stands in the book, both in the transaction of the decision.
 *
 * Never by its author; never for a day that has begun anywhere in the market; never when the row to follow was ended otherwise since. Of two admins at once
 * one approves and the other is told. Orders keep the rows that they were promised with: no row is changed but for its end, which lies in the future.
 */
export const approveRule = async (admin: AdminActor, { proposalId, note }: DecideProposal) => {
  const approved = await stepProposal<OwnProposal | NotOpen | TooEarly | NothingToFollow>(
    admin, proposalId, (proposal, userId, at) => decideProposal(proposal, userId, "approved", note, at),
    async (tx, { market, row, follows, authorId, proposedAt }, at) => {
      const from = plainDate(row.from);
      const begins = mayBegin(from, await latestDay(market, at), follows, follows && (await loadRule(tx, follows.id)), market);
      if (!begins.ok) return begins;
      if (follows && !(await endRule(tx, follows, from))) return refuse({ code: "customs.nothing-to-follow" });
      await insertRule(tx, ruleOf(row, { market, checkedOn: dayIn(proposedAt ?? at, "UTC"), author: authorId, approver: admin.userId }));
      await announceTags(tx, [tags.rules()]);
      return ok(null);
    },
  );
  if (approved.ok) forgetRules();
  return approved;
};
