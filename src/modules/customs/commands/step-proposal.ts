import type { Id } from "@/kernel/id";
import { ok, refuse, type Refusal, type Result } from "@/kernel/result";
import type { Instant } from "@/kernel/time";
import type { AdminActor } from "@/modules/access/actor";
import { recordAudit } from "@/platform/audit";
import { now } from "@/platform/clock";
import { transaction, type Tx } from "@/platform/db";
import type { RuleProposal } from "../proposal";
import { loadProposal, saveProposalStep } from "../proposal-store";
import type { NoProposal, ProposalStale } from "./save-rule-draft";

/**
 * One step of a person on a proposal: decided on what was read, saved only while that still holds, recorded in the audit. When somebody was quicker it is
 * decided again on what is true now, so that the second one hears what became of it. `also` goes with the step in the same transaction.
 */
export const stepProposal = <R extends Refusal>(
  admin: AdminActor, proposalId: string, step: (proposal: RuleProposal, userId: Id<"user">, at: Instant) => Result<RuleProposal, R>,
  also: (tx: Tx, proposal: RuleProposal, at: Instant) => Promise<Result<null, R>> = async () => ok(null),
): Promise<Result<RuleProposal, R | NoProposal | ProposalStale>> =>
  transaction<RuleProposal, R | NoProposal | ProposalStale>(async (tx) => {
    const at = now();
    for (let turn = 1; turn <= 3; turn++) {
      const before = await loadProposal(tx, proposalId);
      // A draft is its author's own: to the others it does not exist yet.
      if (!before || (before.state === "draft" && before.authorId !== admin.userId)) return refuse({ code: "customs.no-such-proposal" });
      const after = step(before, admin.userId, at);
      if (!after.ok) return after;
      if (!(await saveProposalStep(tx, before, after.value))) continue;
      await recordAudit(tx, { actorId: admin.userId, verb: `rule-${after.value.state}`, subjectId: before.id, details: { market: before.market, rule: before.row.id, follows: before.follows?.id ?? null } });
      const rest = await also(tx, after.value, at);
      return rest.ok ? ok(after.value) : rest;
    }
    return refuse({ code: "customs.proposal-stale" });
  });
