import { beforeAll, expect, test } from "vitest";
import { database } from "@/platform/db";
import { approveApplication } from "@/modules/brand-application/commands/approve-application";
import { claimApplication } from "@/modules/brand-application/commands/claim-application";
import { declineApplication } from "@/modules/brand-application/commands/decline-application";
import { aDraft, anAdmin, anApplicant, aSubmitted, seedPlaces, withPapers } from "./applying";
import { submitApplication } from "@/modules/brand-application/commands/submit-application";

beforeAll(seedPlaces);

test("an approval opens a merchant with its owner, its brand and its first stock location, on record and by letter in the applicant's language", async () => {
  const [admin, applicant] = [await anAdmin("Ines"), await anApplicant({ storefront: "ja-jp" })];
  const { applicationId } = await aSubmitted(applicant);
  await claimApplication(admin, { applicationId });
  const approved = await approveApplication(admin, { applicationId, note: "Welcome" });
  if (!approved.ok) throw new Error(approved.refusal.code);
  const merchant = await database().merchant.findUniqueOrThrow({ where: { id: approved.value.merchantId }, include: { memberships: true, brands: true, locations: true, texts: true } });
  expect(merchant).toMatchObject({
    slug: "kahawa-tamu", legalName: "Kahawa Tamu Ltd", country: "KE", payoutCurrency: "KES", timeZone: "Africa/Nairobi", state: "active", contactEmail: applicant.email,
    memberships: [{ userId: applicant.userId, role: "owner" }], brands: [{ name: "Kahawa Tamu", slug: "kahawa-tamu" }],
    locations: [{ kind: "origin", country: "KE", city: "Nyeri" }], texts: [{ language: "ja" }],
  });
  expect(await database().brandApplication.findUnique({ where: { id: applicationId } })).toMatchObject({ state: "approved", merchantId: merchant.id });
  expect(await database().applicationDecision.findFirst({ where: { applicationId, kind: "approved" } })).toMatchObject({ adminId: admin.userId, note: "Welcome" });
  expect(await database().auditEntry.count({ where: { subjectId: applicationId, verb: "application-approved", actorId: admin.userId } })).toBe(1);
  const letters = await database().mail.findMany({ where: { recipient: applicant.email, kind: "application-approved" } });
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({ language: "ja" });
});

test("a double click on approve makes one merchant and writes one letter", async () => {
  const [admin, applicant] = [await anAdmin("Ines"), await anApplicant()];
  const { applicationId } = await aSubmitted(applicant);
  await claimApplication(admin, { applicationId });
  const answers = await Promise.all([1, 2, 3].map(() => approveApplication(admin, { applicationId, note: "" })));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === "brand-application.not-waiting")).toHaveLength(2);
  expect(await database().membership.count({ where: { userId: applicant.userId } })).toBe(1);
  expect(await database().mail.count({ where: { recipient: applicant.email, kind: "application-approved" } })).toBe(1);
});

test("two brands of one name get two addresses", async () => {
  const admin = await anAdmin("Ines");
  const slugs: string[] = [];
  for (let i = 0; i < 2; i++) {
    const { applicationId } = await aSubmitted(await anApplicant(), { brandName: "Casa Nova" });
    await claimApplication(admin, { applicationId });
    const approved = await approveApplication(admin, { applicationId, note: "" });
    if (approved.ok) slugs.push(approved.value.brandSlug);
  }
  expect(slugs).toEqual(["casa-nova", "casa-nova-2"]);
});

test("the second brand of an owner joins the merchant there is, but not while that is suspended", async () => {
  const [admin, applicant] = [await anAdmin("Ines"), await anApplicant()];
  const first = await aSubmitted(applicant, { brandName: "First Light" });
  await claimApplication(admin, first);
  const approved = await approveApplication(admin, { applicationId: first.applicationId, note: "" });
  if (!approved.ok) throw new Error(approved.refusal.code);
  const { merchantId } = approved.value;
  const second = await aSubmitted(applicant, { brandName: "Second Light" });
  await claimApplication(admin, second);
  await database().merchant.update({ where: { id: merchantId }, data: { state: "suspended" } });
  expect(await approveApplication(admin, { applicationId: second.applicationId, note: "" })).toEqual({ ok: false, refusal: { code: "brand-application.owner-suspended" } });
  // The refusal took everything back: the decision, the audit, the letter.
  expect(await database().applicationDecision.count({ where: { applicationId: second.applicationId, kind: "approved" } })).toBe(0);
  expect(await database().mail.count({ where: { recipient: applicant.email, kind: "application-approved" } })).toBe(1);
  await database().merchant.update({ where: { id: merchantId }, data: { state: "active" } });
  expect(await approveApplication(admin, { applicationId: second.applicationId, note: "" })).toMatchObject({ ok: true, value: { merchantId } });
  expect(await database().brand.count({ where: { merchantId } })).toBe(2);
});

test("a declined applicant gets one letter with the reason, no merchant, and may apply anew", async () => {
  const [admin, applicant] = [await anAdmin("Ines"), await anApplicant({ storefront: "en-gb" })];
  const { applicationId } = await aSubmitted(applicant);
  await claimApplication(admin, { applicationId });
  expect((await declineApplication(admin, { applicationId, reason: "copies", note: "See article 4" })).ok).toBe(true);
  expect((await declineApplication(admin, { applicationId, reason: "copies", note: "See article 4" })).ok).toBe(false);
  const letters = await database().mail.findMany({ where: { recipient: applicant.email, kind: "application-declined" } });
  expect(letters).toHaveLength(1);
  expect(letters[0]?.text).toContain("copies of another brand");
  expect(letters[0]?.text).toContain("See article 4");
  expect(await database().membership.count({ where: { userId: applicant.userId } })).toBe(0);
  const again = await aDraft(applicant);
  const { version } = await withPapers(applicant, again);
  expect((await submitApplication(applicant, { applicationId: again, version })).ok).toBe(true);
});
