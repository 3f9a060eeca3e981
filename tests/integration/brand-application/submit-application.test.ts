import { beforeAll, expect, test } from "vitest";
import { database } from "@/platform/db";
import { askForMore } from "@/modules/brand-application/commands/ask-for-more";
import { claimApplication } from "@/modules/brand-application/commands/claim-application";
import { removeDocument } from "@/modules/brand-application/commands/remove-document";
import { saveDraft } from "@/modules/brand-application/commands/save-draft";
import { submitApplication } from "@/modules/brand-application/commands/submit-application";
import { saveDraftSchema } from "@/modules/brand-application/schema";
import { aDraft, anAdmin, anApplicant, aSubmitted, facts, seedPlaces, withPapers } from "./applying";

beforeAll(seedPlaces);

test("half a form is kept as a draft, and two tabs that save at once make one draft", async () => {
  const applicant = await anApplicant();
  const save = () => saveDraft(applicant, { applicationId: null, version: 1, facts: { ...facts, legalName: "", country: null } });
  const answers = await Promise.all([save(), save()]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { code: "brand-application.already-open" } });
  expect(await database().brandApplication.count({ where: { applicantId: applicant.userId } })).toBe(1);
});

test("a version that another tab moved on from is refused, and what that tab wrote stays", async () => {
  const applicant = await anApplicant();
  const applicationId = await aDraft(applicant);
  expect(await saveDraft(applicant, { applicationId, version: 1, facts: { ...facts, city: "Thika" } })).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await saveDraft(applicant, { applicationId, version: 1, facts: { ...facts, city: "Nakuru" } })).toEqual({ ok: false, refusal: { code: "brand-application.stale" } });
  expect(await database().brandApplication.findUnique({ where: { id: applicationId } })).toMatchObject({ city: "Thika" });
});

test("categories, markets and countries that do not exist are refused by name", async () => {
  const applicant = await anApplicant();
  const input = saveDraftSchema.parse({ applicationId: null, version: 1, facts: { ...facts, country: "QQ", categories: ["zz"], markets: ["XX"] } });
  expect(await saveDraft(applicant, input)).toEqual({
    ok: false, refusal: { code: "input.invalid", fields: { "facts.country": "unknown", "facts.categories": "unknown", "facts.markets": "unknown" } },
  });
});

test("another person's application is not found, whatever is asked of it", async () => {
  const [owner, stranger] = [await anApplicant(), await anApplicant()];
  const applicationId = await aDraft(owner);
  const { version, documentIds } = await withPapers(owner, applicationId);
  const notFound = { ok: false, refusal: { code: "brand-application.not-found" } };
  expect(await saveDraft(stranger, { applicationId, version, facts })).toEqual(notFound);
  expect(await submitApplication(stranger, { applicationId, version })).toEqual(notFound);
  expect(await removeDocument(stranger, { applicationId, documentId: documentIds[0]! })).toEqual(notFound);
  // A paper of another application as secondary id, under an application of one's own.
  expect(await removeDocument(stranger, { applicationId: await aDraft(stranger), documentId: documentIds[0]! })).toEqual(notFound);
  expect(await database().applicationDocument.count({ where: { applicationId } })).toBe(3);
  expect((await submitApplication(owner, { applicationId, version })).ok).toBe(true);
});

test("an incomplete application, and one without a verified e-mail, does not reach the queue", async () => {
  const applicant = await anApplicant();
  const applicationId = await aDraft(applicant);
  expect(await submitApplication(applicant, { applicationId, version: 1 })).toMatchObject({
    refusal: { code: "brand-application.incomplete", missing: ["papers.register-extract", "papers.trademark", "papers.representative-id"] },
  });
  const unverified = await anApplicant({ isVerified: false });
  const theirs = await aDraft(unverified);
  const { version } = await withPapers(unverified, theirs);
  expect(await submitApplication(unverified, { applicationId: theirs, version })).toEqual({ ok: false, refusal: { code: "brand-application.email-not-verified" } });
});

test("a paper removed in one tab cannot be missing from what another tab sends", async () => {
  const applicant = await anApplicant();
  const applicationId = await aDraft(applicant);
  const { version, documentIds } = await withPapers(applicant, applicationId);
  const [removed, sent] = await Promise.all([removeDocument(applicant, { applicationId, documentId: documentIds[0]! }), submitApplication(applicant, { applicationId, version })]);
  expect([removed.ok, sent.ok].filter(Boolean)).toHaveLength(1);
  const row = await database().brandApplication.findUniqueOrThrow({ where: { id: applicationId }, include: { documents: true } });
  expect(row.state === "submitted" ? row.documents.length : 3).toBe(3);
});

test("asked for more, the applicant answers and stands where they stood; each question is one letter", async () => {
  const [admin, applicant] = [await anAdmin("Ines"), await anApplicant({ storefront: "en-gb" })];
  const { applicationId } = await aSubmitted(applicant);
  const first = await database().brandApplication.findUniqueOrThrow({ where: { id: applicationId } });
  for (let round = 1; round <= 2; round++) {
    await claimApplication(admin, { applicationId });
    expect((await askForMore(admin, { applicationId, reason: "unreadable", note: `round ${round}` })).ok).toBe(true);
    expect((await askForMore(admin, { applicationId, reason: "unreadable", note: `round ${round}` })).ok).toBe(false);
    const { version } = await database().brandApplication.findUniqueOrThrow({ where: { id: applicationId } });
    expect((await submitApplication(applicant, { applicationId, version })).ok).toBe(true);
  }
  const last = await database().brandApplication.findUniqueOrThrow({ where: { id: applicationId } });
  expect(last.submittedAt).toEqual(first.submittedAt);
  const letters = await database().mail.findMany({ where: { recipient: applicant.email } });
  expect(letters.map(({ kind }) => kind).sort()).toEqual(["application-more-needed", "application-more-needed", "application-received"]);
});
