import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { addDays, type Instant, type PlainDate } from "@/kernel/time";
import type { TradeRule } from "./rule";
import type { RuleRow } from "./rule-book";

/** Where a proposal stands. "draft" is its author's alone, "proposed" waits for a second person; the others are for good. */
export const proposalStates = ["draft", "proposed", "approved", "declined", "withdrawn"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What one of the staff wants to become a row of the rule book. */
export type RuleProposal = {
  readonly id: Id<"ruleProposal">;
  readonly market: string;
  readonly state: ProposalState;
  readonly row: RuleRow;
  /** The row that ends where the new one begins, and the end it had when the proposal was written. */
  readonly follows: { readonly id: string; readonly until: PlainDate | null } | null;
  readonly reason: string;
  readonly authorId: Id<"user">;
  readonly createdAt: Instant;
  readonly proposedAt: Instant | null;
  readonly deciderId: Id<"user"> | null;
  readonly decidedAt: Instant | null;
  readonly note: string;
  readonly version: number;
};

export type TooEarly = { readonly code: "customs.too-early"; readonly earliest: PlainDate };
export type NothingToFollow = { readonly code: "customs.nothing-to-follow" };
export type NotYours = { readonly code: "customs.not-your-proposal" };
export type NotOpen = { readonly code: "customs.proposal-not-open"; readonly state: ProposalState };
export type OwnProposal = { readonly code: "customs.own-proposal" };

/**
 * Whether a row may begin when it says. The past is never rewritten, and neither is the day that runs: what was promised this morning holds this evening, so the earliest
 * day is tomorrow in every zone of the market (`today` is the latest of their days). The row that it follows must be in force on the day before,
 * else there is nothing to end, and its end must still be the one that the author saw.
 */
export const mayBegin = (
  from: PlainDate, today: PlainDate, follows: RuleProposal["follows"], followed: TradeRule | null, market: string,
): Result<null, TooEarly | NothingToFollow> => {
  if (from <= today) return refuse({ code: "customs.too-early", earliest: addDays(today, 1) });
  if (follows === null) return ok(null);
  const isThere = followed !== null && followed.approver !== null && followed.market === market && followed.effectiveFrom < from
    && (followed.effectiveTo === null || from < followed.effectiveTo) && followed.effectiveTo === follows.until;
  return isThere ? ok(null) : refuse({ code: "customs.nothing-to-follow" });
};

/** A draft goes to the others, by its author. */
export const propose = (proposal: RuleProposal, userId: Id<"user">, at: Instant): Result<RuleProposal, NotYours | NotOpen> => {
  if (proposal.authorId !== userId) return refuse({ code: "customs.not-your-proposal" });
  if (proposal.state !== "draft") return refuse({ code: "customs.proposal-not-open", state: proposal.state });
  return ok({ ...proposal, state: "proposed", proposedAt: at });
};

/** The author takes it back, as long as nobody has decided. */
export const withdraw = (proposal: RuleProposal, userId: Id<"user">): Result<RuleProposal, NotYours | NotOpen> => {
  if (proposal.authorId !== userId) return refuse({ code: "customs.not-your-proposal" });
  if (proposal.state !== "draft" && proposal.state !== "proposed") return refuse({ code: "customs.proposal-not-open", state: proposal.state });
  return ok({ ...proposal, state: "withdrawn" });
};

/** A second person decides, never the author: four eyes on every figure that people will pay. */
export const decideProposal = (
  proposal: RuleProposal, userId: Id<"user">, verdict: "approved" | "declined", note: string, at: Instant,
): Result<RuleProposal, OwnProposal | NotOpen> => {
  if (proposal.state !== "proposed") return refuse({ code: "customs.proposal-not-open", state: proposal.state });
  if (proposal.authorId === userId) return refuse({ code: "customs.own-proposal" });
  return ok({ ...proposal, state: verdict, deciderId: userId, decidedAt: at, note });
};
