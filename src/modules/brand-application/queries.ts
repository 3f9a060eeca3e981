import { instant, type Instant } from "@/kernel/time";
import { reader } from "@/platform/db";
import type { CountryCode } from "@/kernel/country";
import type { ApplicationFacts, ApplicationState } from "./application";
import { mayReadPapers } from "./policy";
import { decidedLookedAt, placeInQueue, usualWaitSeconds, type InLine } from "./queue";

export type PaperShown = { readonly id: string; readonly kind: string; readonly fileName: string; readonly contentType: string; readonly bytes: number; readonly uploadedAt: Instant };
export type DecisionShown = { readonly kind: string; readonly reason: string | null; readonly note: string; readonly by: string; readonly at: Instant };
export type ApplicationShown = {
  readonly id: string; readonly state: ApplicationState; readonly version: number; readonly facts: ApplicationFacts; readonly language: string;
  readonly createdAt: Instant; readonly submittedAt: Instant | null; readonly decidedAt: Instant | null; readonly merchantId: string | null;
  readonly claimedBy: { readonly id: string; readonly name: string } | null;
  readonly applicant: { readonly name: string; readonly email: string; readonly since: Instant };
  readonly papers: readonly PaperShown[]; readonly decisions: readonly DecisionShown[];
};

const names = async (ids: readonly (string | null)[]): Promise<Map<string, string>> => {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  return new Map((await reader().user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
};

const show = async (where: { id?: string; applicantId?: string; state?: { not: string } }): Promise<ApplicationShown | null> => {
  const row = await reader().brandApplication.findFirst({
    where, orderBy: { createdAt: "desc" },
    include: {
      documents: { orderBy: { uploadedAt: "asc" } },
      decisions: { orderBy: { at: "asc" } },
      applicant: { select: { name: true, email: true, createdAt: true } },
    },
  });
  if (!row) return null;
  const people = await names([row.claimedBy, ...row.decisions.map(({ adminId }) => adminId)]);
  return {
    id: row.id, state: row.state as ApplicationState, version: row.version, language: row.language,
    facts: {
      country: row.country as CountryCode | null, legalName: row.legalName, legalForm: row.legalForm, registrationNumber: row.registrationNumber, city: row.city,
      brandName: row.brandName, story: row.story, website: row.website, categories: row.categories, markets: row.markets,
    },
    createdAt: instant(row.createdAt), submittedAt: row.submittedAt && instant(row.submittedAt), decidedAt: row.decidedAt && instant(row.decidedAt), merchantId: row.merchantId,
    claimedBy: row.claimedBy ? { id: row.claimedBy, name: people.get(row.claimedBy) ?? "" } : null,
    applicant: { name: row.applicant.name, email: row.applicant.email, since: instant(row.applicant.createdAt) },
    papers: row.documents.map(({ id, kind, fileName, contentType, bytes, uploadedAt }) => ({ id, kind, fileName, contentType, bytes, uploadedAt: instant(uploadedAt) })),
    decisions: row.decisions.map(({ kind, reason, note, adminId, at }) => ({ kind, reason, note, by: people.get(adminId) ?? "", at: instant(at) })),
  };
};

/** The newest application of a person: what the page of applying is about. */
export const findLatestOf = (applicantId: string): Promise<ApplicationShown | null> => show({ applicantId });
/** An application as staff read it; drafts are the applicant's own. */
export const findForStaff = (id: string): Promise<ApplicationShown | null> => show({ id, state: { not: "draft" } });

const waiting = ["submitted", "claimed", "more-needed"];

/** Everybody who stands in line, in the order of the line. */
const listLine = async (): Promise<InLine[]> => {
  const rows = await reader().brandApplication.findMany({ where: { state: { in: waiting }, submittedAt: { not: null } }, select: { id: true, submittedAt: true } });
  return rows.flatMap(({ id, submittedAt }) => (submittedAt ? [{ id, submittedAt: instant(submittedAt) }] : []));
};

export const findUsualWait = async (): Promise<number | null> => {
  const rows = await reader().brandApplication.findMany({
    where: { state: { in: ["approved", "declined"] }, submittedAt: { not: null }, decidedAt: { not: null } },
    orderBy: { decidedAt: "desc" }, take: decidedLookedAt, select: { submittedAt: true, decidedAt: true },
  });
  return usualWaitSeconds(rows.flatMap(({ submittedAt, decidedAt }) => (submittedAt && decidedAt ? [{ submittedAt: instant(submittedAt), decidedAt: instant(decidedAt) }] : [])));
};

/** Where an application stands and how long it usually takes; no place for one that is not in line. */
export const findPlace = async (applicationId: string): Promise<{ readonly place: number | null; readonly length: number; readonly usualWaitSeconds: number | null }> => {
  const [line, usual] = await Promise.all([listLine(), findUsualWait()]);
  const mine = line.find(({ id }) => id === applicationId);
  return { place: mine ? placeInQueue(mine, line) : null, length: line.length, usualWaitSeconds: usual };
};

export type QueueFilter = { readonly state: "waiting" | "more-needed" | "decided"; readonly country: string | null; readonly category: string | null; readonly sort: "age" | "brand" | "country"; readonly isDescending: boolean };
export type QueueRow = {
  readonly id: string; readonly state: ApplicationState; readonly brandName: string; readonly legalName: string; readonly country: string | null; readonly categories: readonly string[];
  readonly submittedAt: Instant | null; readonly decidedAt: Instant | null; readonly papers: number; readonly claimedBy: string | null;
};

const statesOf = { waiting: ["submitted", "claimed"], "more-needed": ["more-needed"], decided: ["approved", "declined"] } as const;

/** The admin's queue, oldest first unless asked otherwise. At most 200 at once: a longer line is worked off from its head. */
export const listQueue = async (filter: QueueFilter): Promise<QueueRow[]> => {
  const direction = filter.isDescending ? ("desc" as const) : ("asc" as const);
  const rows = await reader().brandApplication.findMany({
    where: {
      state: { in: [...statesOf[filter.state]] },
      ...(filter.country ? { country: filter.country } : {}),
      ...(filter.category ? { categories: { has: filter.category } } : {}),
    },
    orderBy: [filter.sort === "brand" ? { brandName: direction } : filter.sort === "country" ? { country: direction } : { submittedAt: direction }, { id: "asc" }],
    take: 200,
    select: { id: true, state: true, brandName: true, legalName: true, country: true, categories: true, submittedAt: true, decidedAt: true, claimedBy: true, _count: { select: { documents: true } } },
  });
  const people = await names(rows.map(({ claimedBy }) => claimedBy));
  return rows.map(({ _count, ...row }) => ({
    ...row, state: row.state as ApplicationState, papers: _count.documents,
    submittedAt: row.submittedAt && instant(row.submittedAt), decidedAt: row.decidedAt && instant(row.decidedAt),
    claimedBy: row.state === "claimed" && row.claimedBy ? (people.get(row.claimedBy) ?? "") : null,
  }));
};

/** How many wait, since when the oldest does, and where they come from: the filters that lead somewhere. */
export const summariseQueue = async () => {
  const rows = await reader().brandApplication.findMany({ where: { state: { in: waiting } }, select: { state: true, submittedAt: true, country: true, categories: true } });
  const open = rows.filter(({ state }) => state !== "more-needed");
  const oldest = open.map(({ submittedAt }) => submittedAt).filter((at): at is Date => at !== null).sort((a, b) => a.getTime() - b.getTime())[0];
  return {
    waiting: open.length, claimed: rows.filter(({ state }) => state === "claimed").length, moreNeeded: rows.length - open.length,
    oldest: oldest ? instant(oldest) : null,
    usualWaitSeconds: await findUsualWait(),
  };
};

/** Countries and categories that occur in any application sent: what the queue can be filtered by. */
export const listQueueFilters = async (): Promise<{ countries: string[]; categories: string[] }> => {
  const rows = await reader().brandApplication.findMany({ where: { state: { not: "draft" } }, select: { country: true, categories: true } });
  return { countries: [...new Set(rows.flatMap(({ country }) => country ?? []))], categories: [...new Set(rows.flatMap(({ categories }) => categories))] };
};

/** Brands that bear the name already, with whose they are: what a reviewer must see before approving. */
export const listBrandsNamed = async (name: string): Promise<{ name: string; slug: string; merchant: string }[]> => {
  const rows = await reader().brand.findMany({ where: { name: { equals: name, mode: "insensitive" } }, select: { name: true, slug: true, merchant: { select: { name: true } } }, take: 5 });
  return rows.map((row) => ({ name: row.name, slug: row.slug, merchant: row.merchant.name }));
};

/** A paper for those who may read it; for everybody else there is none. */
export const findPaper = async (who: { readonly userId: string; readonly isAdmin: boolean } | null, documentId: string) => {
  if (!who) return null;
  const row = await reader().applicationDocument.findUnique({
    where: { id: documentId },
    select: { storedAs: true, contentType: true, fileName: true, application: { select: { applicantId: true, state: true } } },
  });
  if (!row || !mayReadPapers(who, row.application)) return null;
  return { storedAs: row.storedAs, contentType: row.contentType, fileName: row.fileName };
};

/** The top categories in a language: name by id, with English where the language has none. */
export const listTopCategories = async (language: string): Promise<{ id: string; name: string }[]> => {
  const rows = await reader().category.findMany({ where: { depth: 0 }, orderBy: { position: "asc" }, select: { id: true, texts: { where: { language: { in: [language, "en"] } }, select: { language: true, name: true } } } });
  return rows.map(({ id, texts }) => ({ id, name: (texts.find((text) => text.language === language) ?? texts[0])?.name ?? id }));
};
