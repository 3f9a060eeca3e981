import type { Id } from "@/kernel/id";
import { instant, plainDate, toDate, type Instant, type PlainDate } from "@/kernel/time";
import type { Tx } from "@/platform/db";
import type { ProposalState, RuleProposal } from "./proposal";
import type { TradeRule } from "./rule";
import type { RuleRow } from "./rule-book";

const dayOf = (date: Date): PlainDate => plainDate(date.toISOString().slice(0, 10));
const dateOf = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`);
const moment = (date: Date | null): Instant | null => date && instant(date);

/** A proposal, whoever wrote it: who may do what with it is decided on what was read. */
export const loadProposal = async (tx: Tx, id: string): Promise<RuleProposal | null> => {
  const found = await tx.ruleProposal.findUnique({ where: { id } });
  if (!found) return null;
  const { followsId, followsUntil, ...row } = found;
  return {
    ...row, id: row.id as Id<"ruleProposal">, state: row.state as ProposalState, row: row.row as unknown as RuleRow, authorId: row.authorId as Id<"user">, deciderId: row.deciderId as Id<"user"> | null,
    follows: followsId === null ? null : { id: followsId, until: followsUntil && dayOf(followsUntil) }, createdAt: instant(row.createdAt), proposedAt: moment(row.proposedAt), decidedAt: moment(row.decidedAt),
  };
};

const columns = ({ market, row, follows, reason }: RuleProposal) => ({
  market, row: row as object, reason, followsId: follows?.id ?? null, followsUntil: follows?.until ? dateOf(follows.until) : null,
});

export const insertProposal = (tx: Tx, proposal: RuleProposal) =>
  tx.ruleProposal.create({ data: { id: proposal.id, state: proposal.state, authorId: proposal.authorId, createdAt: toDate(proposal.createdAt), ...columns(proposal) } });

/** A draft written again by its author, at the version that was read; false when another window was quicker. */
export const saveDraftProposal = async (tx: Tx, before: RuleProposal, after: RuleProposal): Promise<boolean> =>
  (await tx.ruleProposal.updateMany({ where: { id: before.id, version: before.version, state: "draft", authorId: before.authorId }, data: { ...columns(after), version: { increment: 1 } } })).count === 1;

/** A step of a proposal by a person, only while it stands as it was read: the author moves his own, and decides none of them. */
export const saveProposalStep = async (tx: Tx, before: RuleProposal, after: RuleProposal): Promise<boolean> =>
  (await tx.ruleProposal.updateMany({
    where: { id: before.id, version: before.version, state: before.state, ...(after.deciderId === null ? {} : { authorId: { not: after.deciderId } }) },
    data: { state: after.state, proposedAt: after.proposedAt, deciderId: after.deciderId, decidedAt: after.decidedAt, note: after.note, version: { increment: 1 } },
  })).count === 1;

/** A row of the book, in force or not, drafts among them. */
export const loadRule = async (tx: Tx, id: string): Promise<TradeRule | null> => {
  const row = await tx.tradeRule.findUnique({ where: { id } });
  return row && ({ ...row, effectiveFrom: dayOf(row.effectiveFrom), effectiveTo: row.effectiveTo && dayOf(row.effectiveTo), checkedOn: dayOf(row.checkedOn) } as unknown as TradeRule);
};

/** Ends a row on a day, while its end is still the one that the author saw; false when it was ended otherwise meanwhile. */
export const endRule = async (tx: Tx, { id, until }: NonNullable<RuleProposal["follows"]>, on: PlainDate): Promise<boolean> =>
  (await tx.tradeRule.updateMany({
    where: { id, approver: { not: null }, effectiveFrom: { lt: dateOf(on) }, effectiveTo: until && dateOf(until) }, data: { effectiveTo: dateOf(on) },
  })).count === 1;

export const insertRule = (tx: Tx, { effectiveFrom, effectiveTo, checkedOn, ...rule }: TradeRule) =>
  tx.tradeRule.create({
    data: {
      ...rule, parameters: rule.parameters as object, origins: [...rule.origins], hsPrefixes: [...rule.hsPrefixes], transports: [...rule.transports], modes: [...rule.modes], shipFrom: [...rule.shipFrom],
      effectiveFrom: dateOf(effectiveFrom), effectiveTo: effectiveTo && dateOf(effectiveTo), checkedOn: dateOf(checkedOn),
    },
  });
