import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { instant, type Instant } from "@/kernel/time";
import type { Tx } from "@/platform/db";
import type { Application, ApplicationFacts, ApplicationState } from "./application";
import { isPaperKind, type PaperKind } from "./paper";

const moment = (date: Date | null): Instant | null => date && instant(date);

const load = async (tx: Tx, where: { id: string; applicantId?: string }): Promise<Application | null> => {
  const row = await tx.brandApplication.findFirst({ where, include: { documents: { select: { kind: true } } } });
  if (!row) return null;
  return {
    id: row.id as Id<"application">,
    applicantId: row.applicantId as Id<"user">,
    state: row.state as ApplicationState,
    facts: {
      country: row.country as CountryCode | null, legalName: row.legalName, legalForm: row.legalForm, registrationNumber: row.registrationNumber, city: row.city,
      brandName: row.brandName, story: row.story, website: row.website, categories: row.categories, markets: row.markets,
    },
    papers: row.documents.map(({ kind }) => kind).filter(isPaperKind),
    language: row.language,
    submittedAt: moment(row.submittedAt),
    claimedBy: row.claimedBy as Id<"user"> | null,
    claimedAt: moment(row.claimedAt),
    decidedAt: moment(row.decidedAt),
    merchantId: row.merchantId as Id<"merchant"> | null,
    version: row.version,
  };
};

/** An application as staff see it. */
export const loadApplication = (tx: Tx, id: string): Promise<Application | null> => load(tx, { id });
/** An applicant's own application; another's is none. */
export const loadOwnApplication = (tx: Tx, id: string, applicantId: string): Promise<Application | null> => load(tx, { id, applicantId });

/** Saves a step of the way only while state and version are those that the step was decided on; false when somebody was quicker. */
export const saveStep = async (tx: Tx, before: Application, after: Application, language: string = before.language): Promise<boolean> => {
  const { count } = await tx.brandApplication.updateMany({
    where: { id: before.id, version: before.version, state: before.state },
    data: {
      state: after.state, submittedAt: after.submittedAt, claimedBy: after.claimedBy, claimedAt: after.claimedAt,
      decidedAt: after.decidedAt, merchantId: after.merchantId, language, version: { increment: 1 },
    },
  });
  return count === 1;
};

const columns = (facts: ApplicationFacts) => ({ ...facts, categories: [...facts.categories], markets: [...facts.markets] });

/** One applicant's drafts are made one after another: two tabs opened at once do not make two. */
export const lockApplicant = async (tx: Tx, applicantId: string): Promise<void> => {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`brand-application ${applicantId}`}, 0))::text`;
};

export const findOpenId = async (tx: Tx, applicantId: string): Promise<Id<"application"> | null> => {
  const row = await tx.brandApplication.findFirst({ where: { applicantId, state: { notIn: ["approved", "declined"] } }, select: { id: true } });
  return row && (row.id as Id<"application">);
};

export const insertDraft = (tx: Tx, draft: { id: Id<"application">; applicantId: string; facts: ApplicationFacts; language: string; at: Instant }) =>
  tx.brandApplication.create({ data: { id: draft.id, applicantId: draft.applicantId, state: "draft", language: draft.language, createdAt: draft.at, ...columns(draft.facts) } });

export const saveFacts = async (tx: Tx, before: Application, facts: ApplicationFacts, language: string): Promise<boolean> =>
  (await tx.brandApplication.updateMany({
    where: { id: before.id, applicantId: before.applicantId, version: before.version, state: before.state },
    data: { ...columns(facts), language, version: { increment: 1 } },
  })).count === 1;

export type NewPaper = {
  readonly id: Id<"document">; readonly kind: PaperKind; readonly fileName: string; readonly contentType: string;
  readonly bytes: number; readonly sha256: string; readonly storedAs: string; readonly at: Instant;
};

export const insertPaper = async (tx: Tx, application: Application, paper: NewPaper): Promise<boolean> => {
  if (!(await saveStep(tx, application, application))) return false;
  const { at, ...row } = paper;
  await tx.applicationDocument.create({ data: { ...row, applicationId: application.id, uploadedAt: at } });
  return true;
};

/** Takes a paper off and names the file that held it. */
export const deletePaper = async (tx: Tx, application: Application, documentId: string): Promise<{ storedAs: string } | "stale" | null> => {
  const row = await tx.applicationDocument.findFirst({ where: { id: documentId, applicationId: application.id }, select: { storedAs: true } });
  if (!row) return null;
  if (!(await saveStep(tx, application, application))) return "stale";
  await tx.applicationDocument.delete({ where: { id: documentId } });
  return row;
};

export const insertDecision = (
  tx: Tx,
  decision: { id: Id<"decision">; applicationId: string; adminId: string; kind: "claimed" | "released" | "more-needed" | "approved" | "declined"; reason: string | null; note: string; at: Instant },
) => tx.applicationDecision.create({ data: decision });

/** Who an applicant or an admin is, for a letter or for a name in a refusal. */
export const findPerson = (tx: Tx, userId: string): Promise<{ name: string; email: string } | null> =>
  tx.user.findUnique({ where: { id: userId }, select: { name: true, email: true } });

/** The merchant that an applicant owns already: a second brand joins it. */
export const findOwnMerchant = async (tx: Tx, userId: string): Promise<{ id: Id<"merchant">; state: string } | null> => {
  const row = await tx.membership.findFirst({ where: { userId, role: "owner" }, orderBy: { createdAt: "asc" }, select: { merchant: { select: { id: true, state: true } } } });
  return row && { id: row.merchant.id as Id<"merchant">, state: row.merchant.state };
};

export const findCountryFacts = (tx: Tx, country: string): Promise<{ currency: string | null; timeZone: string | null } | null> =>
  tx.country.findUnique({ where: { code: country }, select: { currency: true, timeZone: true } });

/** Which of these are top categories and markets that exist. */
export const findKnown = async (tx: Tx, facts: ApplicationFacts): Promise<{ categories: Set<string>; markets: Set<string>; isCountryKnown: boolean }> => {
  const categories = await tx.category.findMany({ where: { id: { in: [...facts.categories] }, depth: 0 }, select: { id: true } });
  const markets = await tx.market.findMany({ where: { code: { in: [...facts.markets] } }, select: { code: true } });
  const isCountryKnown = facts.country === null || (await tx.country.findUnique({ where: { code: facts.country }, select: { code: true } })) !== null;
  return { categories: new Set(categories.map(({ id }) => id)), markets: new Set(markets.map(({ code }) => code)), isCountryKnown };
};

/** Notes which merchant an approval opened; part of the approval's own transaction, whose step has the row locked. */
export const noteMerchant = (tx: Tx, applicationId: string, merchantId: string) =>
  tx.brandApplication.update({ where: { id: applicationId }, data: { merchantId }, select: { id: true } });
