import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { plainDate } from "@/kernel/time";
import type { AdminActor } from "@/modules/access/actor";
import { findMarket } from "@/modules/market/queries";
import { recordAudit } from "@/platform/audit";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { mayBegin, type NotOpen, type NothingToFollow, type NotYours, type RuleProposal, type TooEarly } from "../proposal";
import { latestDay } from "../proposal-queries";
import { insertProposal, loadProposal, loadRule, saveDraftProposal } from "../proposal-store";
import { ruleFaults } from "../rule-faults";
import type { RuleRow } from "../rule-book";
import type { SaveRuleDraft } from "../schema";

export type NoProposal = { readonly code: "customs.no-such-proposal" };
export type ProposalStale = { readonly code: "customs.proposal-stale" };
export type DoesNotRead = { readonly code: "customs.rule-does-not-read"; readonly fields: readonly string[] };

/**
 * Writes a draft of a new row of the rule book, or writes the author's own draft again. Nothing holds by it.
 *
 * Refuses what does not read, with every field at once; a market that there is not; a first day that has begun already somewhere in the market; a row to follow that will not be in force
 * on the day before. A row without a reason is none: the second person has to be told why.
 */
export const saveRuleDraft = (
  admin: AdminActor, { proposalId, version, market, follows, reason, row: typed }: SaveRuleDraft,
): Promise<Result<{ readonly proposalId: Id<"ruleProposal"> }, DoesNotRead | NoProposal | ProposalStale | NotYours | NotOpen | TooEarly | NothingToFollow>> =>
  transaction<{ readonly proposalId: Id<"ruleProposal"> }, DoesNotRead | NoProposal | ProposalStale | NotYours | NotOpen | TooEarly | NothingToFollow>(async (tx) => {
    const at = now();
    const before = proposalId === null ? null : await loadProposal(tx, proposalId);
    if (proposalId !== null && !before) return refuse({ code: "customs.no-such-proposal" });
    if (before && before.authorId !== admin.userId) return refuse({ code: "customs.not-your-proposal" });
    if (before && before.state !== "draft") return refuse({ code: "customs.proposal-not-open", state: before.state });
    const parameters = parsed(typed.parameters);
    const row = { ...typed, id: before?.row.id ?? newId("rule"), parameters: parameters ?? {} } as RuleRow;
    const isMarket = market === "EU" || (await findMarket(market)) !== null;
    const fields = [...(isMarket ? [] : ["market"]), ...(reason === "" ? ["reason"] : []), ...(parameters === null ? ["parameters"] : []), ...ruleFaults(row)];
    if (fields.length > 0) return refuse({ code: "customs.rule-does-not-read", fields });
    const followed = follows === null ? null : await loadRule(tx, follows);
    const ends = follows === null ? null : { id: follows, until: followed?.effectiveTo ?? null };
    const begins = mayBegin(plainDate(row.from), await latestDay(market, at), ends, followed, market);
    if (!begins.ok) return begins;
    const after: RuleProposal = {
      id: before?.id ?? newId("ruleProposal"), market, state: "draft", row, follows: ends, reason, authorId: admin.userId, createdAt: before?.createdAt ?? at,
      proposedAt: null, deciderId: null, decidedAt: null, note: "", version,
    };
    if (!before) await insertProposal(tx, after);
    else if (before.version !== version || !(await saveDraftProposal(tx, before, after))) return refuse({ code: "customs.proposal-stale" });
    await recordAudit(tx, { actorId: admin.userId, verb: "rule-drafted", subjectId: after.id, details: { market, rule: row.id, follows } });
    return ok({ proposalId: after.id });
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.trim() === "" ? "{}" : text);
  } catch {
    return null;
  }
};
