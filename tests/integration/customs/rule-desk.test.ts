import { afterEach, beforeAll, expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import { instant } from "@/kernel/time";
import { approveRule } from "@/modules/customs/commands/approve-rule";
import { declineRule } from "@/modules/customs/commands/decline-rule";
import { proposeRule } from "@/modules/customs/commands/propose-rule";
import { saveRuleDraft } from "@/modules/customs/commands/save-rule-draft";
import { turnRuleDays } from "@/modules/customs/commands/turn-rule-days";
import { withdrawRule } from "@/modules/customs/commands/withdraw-rule";
import { findProposal } from "@/modules/customs/proposal-queries";
import { endRule, loadProposal, saveProposalStep } from "@/modules/customs/proposal-store";
import { forgetRules, tradeRules } from "@/modules/customs/queries";
import { newId, now, shiftClock } from "@/platform/clock";
import { database } from "@/platform/db";
import { anAdmin, seedPlaces } from "../brand-application/applying";
import { aProposal, aRuleDraft, daysFromToday, plantTax, typed } from "./proposing";

const JP = countryCode("JP");
beforeAll(seedPlaces);
afterEach(() => shiftClock(0));
const taxes = async (days: number) => (await tradeRules(JP, await daysFromToday(days))).map(({ id }) => id);

test("a rule written by one of the staff and approved by another ends the old one and holds from its day, not before", async () => {
  const [ines, kenji] = [await anAdmin("Ines"), await anAdmin("Kenji")];
  await plantTax("rul_jp_tax");
  const proposalId = await aProposal(ines, { follows: "rul_jp_tax", days: 3 });
  expect((await tradeRules(JP, await daysFromToday(5))).map(({ id }) => id)).toEqual(["rul_jp_tax"]);
  expect((await approveRule(kenji, { proposalId, note: "seen" })).ok).toBe(true);
  const { row } = (await findProposal(proposalId, kenji.userId))!;
  expect(await taxes(2)).toEqual(["rul_jp_tax"]);
  expect(await taxes(3)).toEqual([row.id]);
  expect(await database().tradeRule.findUnique({ where: { id: row.id } })).toMatchObject({ author: ines.userId, approver: kenji.userId, source: "Tax outline of the year", confidence: "medium" });
  const verbs = await database().auditEntry.findMany({ where: { subjectId: proposalId }, orderBy: { id: "asc" }, select: { verb: true, actorId: true } });
  expect(verbs).toEqual([{ verb: "rule-drafted", actorId: ines.userId }, { verb: "rule-proposed", actorId: ines.userId }, { verb: "rule-approved", actorId: kenji.userId }]);
});

test("nobody approves or declines what they wrote: not by the verb, and not past it", async () => {
  const ines = await anAdmin("Ines");
  const proposalId = await aProposal(ines);
  expect(await approveRule(ines, { proposalId, note: "" })).toEqual({ ok: false, refusal: { code: "customs.own-proposal" } });
  expect(await declineRule(ines, { proposalId, note: "no" })).toEqual({ ok: false, refusal: { code: "customs.own-proposal" } });
  await expect(database().ruleProposal.update({ where: { id: proposalId }, data: { state: "approved", deciderId: ines.userId, decidedAt: new Date() } })).rejects.toThrow(/rule_proposal_two_people/);
  await expect(database().ruleProposal.update({ where: { id: proposalId }, data: { state: "approved" } })).rejects.toThrow(/rule_proposal_decided/);
  expect((await withdrawRule(ines, { proposalId })).ok).toBe(true);
});

test("of three admins who approve at once one does, the others are told, and there is one row", async () => {
  const ines = await anAdmin("Ines");
  await plantTax("rul_jp_contested");
  const proposalId = await aProposal(ines, { follows: "rul_jp_contested" });
  const admins = [await anAdmin("Kenji"), await anAdmin("Wambui"), await anAdmin("Ana")];
  const answers = await Promise.all(admins.map((admin) => approveRule(admin, { proposalId, note: "" })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === "customs.proposal-not-open")).toHaveLength(2);
  const { row } = (await findProposal(proposalId, ines.userId))!;
  expect(await database().tradeRule.count({ where: { id: row.id } })).toBe(1);
  expect(await database().auditEntry.count({ where: { subjectId: proposalId, verb: "rule-approved" } })).toBe(1);
});

test("one row is ended once: a second proposal that follows it finds another end and is refused whole", async () => {
  const [ines, kenji] = [await anAdmin("Ines"), await anAdmin("Kenji")];
  await plantTax("rul_jp_once");
  const [first, second] = [await aProposal(ines, { follows: "rul_jp_once", days: 9 }), await aProposal(kenji, { follows: "rul_jp_once", days: 4 })];
  expect((await approveRule(kenji, { proposalId: first, note: "" })).ok).toBe(true);
  expect(await approveRule(ines, { proposalId: second, note: "" })).toEqual({ ok: false, refusal: { code: "customs.nothing-to-follow" } });
  expect(await findProposal(second, ines.userId)).toMatchObject({ state: "proposed", decider: null });
});

test("what has begun is not rewritten: a rule begins tomorrow in every zone of its market, also when the approval comes late", async () => {
  const [ines, kenji] = [await anAdmin("Ines"), await anAdmin("Kenji")];
  const today = await saveRuleDraft(ines, { proposalId: null, version: 0, market: "JP", follows: null, reason: "now", row: await typed({}, 0) });
  expect(today).toMatchObject({ ok: false, refusal: { code: "customs.too-early", earliest: await daysFromToday(1) } });
  const proposalId = await aProposal(ines);
  shiftClock(86_400);
  expect(await approveRule(kenji, { proposalId, note: "" })).toMatchObject({ ok: false, refusal: { code: "customs.too-early" } });
});

test("what does not read as a rule is refused with every field at once", async () => {
  const ines = await anAdmin("Ines");
  const attempt = async (change: Parameters<typeof typed>[0]) => saveRuleDraft(ines, { proposalId: null, version: 0, market: "JP", follows: null, reason: "x", row: await typed(change) });
  expect(await attempt({ parameters: `{"percent":"twelve","of":["gods"],"colour":"red"}`, due: "later", scope: { hsPrefixes: ["6"] } }))
    .toEqual({ ok: false, refusal: { code: "customs.rule-does-not-read", fields: ["due", "hsPrefixes", "parameters.percent", "parameters.of", "parameters.colour"] } });
  expect(await attempt({ parameters: `{"amount":"3"}`, formula: "flat-per-parcel" })).toMatchObject({ refusal: { fields: ["currency"] } });
  expect(await attempt({ parameters: "{" })).toMatchObject({ refusal: { fields: expect.arrayContaining(["parameters"]) } });
});

test("a draft is its author's alone, and is written again only at the version that was seen", async () => {
  const [ines, kenji] = [await anAdmin("Ines"), await anAdmin("Kenji")];
  const proposalId = await aRuleDraft(ines);
  expect(await findProposal(proposalId, kenji.userId)).toBeNull();
  expect(await proposeRule(kenji, { proposalId })).toEqual({ ok: false, refusal: { code: "customs.no-such-proposal" } });
  const again = async (version: number) => saveRuleDraft(ines, { proposalId, version, market: "JP", follows: null, reason: "better", row: await typed() });
  expect((await again(1)).ok).toBe(true);
  expect(await again(1)).toEqual({ ok: false, refusal: { code: "customs.proposal-stale" } });
  expect(await saveRuleDraft(ines, { proposalId: newId("ruleProposal"), version: 1, market: "JP", follows: null, reason: "x", row: await typed() })).toMatchObject({ refusal: { code: "customs.no-such-proposal" } });
});

test("pages are drawn anew when a day begins on which a rule begins, and not on others", async () => {
  await plantTax("rul_jp_day");
  await database().tradeRule.update({ where: { id: "rul_jp_day" }, data: { effectiveFrom: new Date("2031-04-01") } });
  forgetRules();
  // Midnight in Tokyo is 15:00 UTC of the day before.
  const turned = (day: string) => turnRuleDays(instant(new Date(`${day}T14:59:30Z`)), instant(new Date(`${day}T15:00:10Z`)));
  expect([await turned("2031-03-30"), await turned("2031-03-31"), await turned("2031-04-01")]).toEqual([false, true, false]);
});

test("a declined proposal says why", async () => {
  const [ines, kenji] = [await anAdmin("Ines"), await anAdmin("Kenji")];
  const proposalId = await aProposal(ines);
  expect(await declineRule(kenji, { proposalId, note: "" })).toEqual({ ok: false, refusal: { code: "customs.note-needed" } });
  expect((await declineRule(kenji, { proposalId, note: "The bill failed" })).ok).toBe(true);
  expect(await findProposal(proposalId, ines.userId)).toMatchObject({ state: "declined", decider: "Kenji", note: "The bill failed" });
});

test("of two decisions that were both taken on the same sight of a proposal only the first is written", async () => {
  const [ines, kenji] = [await anAdmin("Ines"), await anAdmin("Kenji")];
  const proposalId = await aProposal(ines);
  const seen = (await loadProposal(database(), proposalId))!;
  const decided = { ...seen, state: "declined" as const, deciderId: kenji.userId, decidedAt: now(), note: "no" };
  expect(await saveProposalStep(database(), seen, decided)).toBe(true);
  expect(await saveProposalStep(database(), { ...seen, state: "declined" }, decided)).toBe(false);
  expect(await saveProposalStep(database(), { ...seen, version: seen.version + 1 }, decided)).toBe(false);
});

test("a row is ended once: who saw it open cannot end it again", async () => {
  await plantTax("rul_jp_ended_once");
  const day = await daysFromToday(3);
  expect(await endRule(database(), { id: "rul_jp_ended_once", until: null } as Parameters<typeof endRule>[1], day)).toBe(true);
  expect(await endRule(database(), { id: "rul_jp_ended_once", until: null } as Parameters<typeof endRule>[1], day)).toBe(false);
});
