import { isInEuropeanUnion } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { addSeconds, dayIn, type Instant, type PlainDate } from "@/kernel/time";
import { listMarkets } from "@/modules/market/queries";
import { reader } from "@/platform/db";
import type { RuleProposal } from "./proposal";
import { loadProposal, loadRule } from "./proposal-store";
import type { TradeRule } from "./rule";

/** The latest day that people have on their calendar anywhere in a market of the rule book ("EU": in any member) at a moment: the day that no rule may touch any more. */
export const latestDay = async (market: string, at: Instant): Promise<PlainDate> => {
  const zones = (await listMarkets()).flatMap(({ code, timeZone }) => (code === market || (market === "EU" && isInEuropeanUnion(code)) ? [timeZone] : []));
  // Where no shop is open no zone is known: a day counts as begun when it has begun anywhere.
  return zones.length === 0 ? dayIn(addSeconds(at, 14 * 3600), "UTC") : zones.map((zone) => dayIn(at, zone)).reduce((latest, day) => (day > latest ? day : latest));
};

export type ShownProposal = RuleProposal & { readonly author: string; readonly decider: string | null };

const namesOf = async (ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await reader().user.findMany({ where: { id: { in: ids.filter((id) => id !== null) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));

/** One proposal with the names of its people. A draft is its author's own: to the others it does not exist yet. */
export const findProposal = async (id: string, userId: Id<"user">): Promise<ShownProposal | null> => {
  const found = await loadProposal(reader(), id);
  if (!found || (found.state === "draft" && found.authorId !== userId)) return null;
  const names = await namesOf([found.authorId, found.deciderId]);
  return { ...found, author: names.get(found.authorId) ?? found.authorId, decider: found.deciderId && (names.get(found.deciderId) ?? found.deciderId) };
};

/** What waits: the drafts of one's own, and everything that is proposed, the oldest first. */
export const listOpenProposals = async (userId: Id<"user">): Promise<readonly ShownProposal[]> => {
  const rows = await reader().ruleProposal.findMany({ where: { OR: [{ state: "proposed" }, { state: "draft", authorId: userId }] }, orderBy: { createdAt: "asc" }, take: 100, select: { id: true } });
  return (await Promise.all(rows.map(({ id }) => findProposal(id, userId)))).filter((one) => one !== null);
};

/** A row of the book by its id, a draft of the embedded book among them. */
export const findRule = async (id: string): Promise<TradeRule | null> => (/^rul_[a-z0-9_]{1,60}$/.test(id) ? loadRule(reader(), id) : null);

export type RuleInList = TradeRule & { readonly authorName: string; readonly approverName: string | null };

/** Every row of a market, drafts and past ones too, the latest beginning first, with the names of the staff who wrote and approved it. */
export const listRules = async (market: string): Promise<readonly RuleInList[]> => {
  const ids = await reader().tradeRule.findMany({ where: { market }, orderBy: [{ effectiveFrom: "desc" }, { id: "asc" }], select: { id: true } });
  const rules = (await Promise.all(ids.map(({ id }) => loadRule(reader(), id)))).filter((one) => one !== null);
  const names = await namesOf(rules.flatMap(({ author, approver }) => [author, approver]));
  return rules.map((rule) => ({ ...rule, authorName: names.get(rule.author) ?? rule.author, approverName: rule.approver && (names.get(rule.approver) ?? rule.approver) }));
};

/** The markets that the book has rows of, with their number. */
export const countRules = async (): Promise<readonly { readonly market: string; readonly count: number }[]> =>
  (await reader().tradeRule.groupBy({ by: ["market"], _count: true, orderBy: { market: "asc" } })).map(({ market, _count }) => ({ market, count: _count }));

/** The names of lines that the book uses: what a new row may be called on a receipt. */
export const chargeNames = async (): Promise<readonly string[]> =>
  (await reader().tradeRule.findMany({ distinct: ["name"], select: { name: true }, orderBy: { name: "asc" } })).map(({ name }) => name);
