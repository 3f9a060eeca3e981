import { beforeAll, expect, test } from "vitest";
import { database } from "@/platform/db";
import { approveApplication } from "@/modules/brand-application/commands/approve-application";
import { askForMore } from "@/modules/brand-application/commands/ask-for-more";
import { claimApplication } from "@/modules/brand-application/commands/claim-application";
import { declineApplication } from "@/modules/brand-application/commands/decline-application";
import { releaseApplication } from "@/modules/brand-application/commands/release-application";
import { aDraft, anAdmin, anApplicant, aSubmitted, seedPlaces } from "./applying";

beforeAll(seedPlaces);

test("of two admins who claim one application at once exactly one has it, and the other is told who", async () => {
  const [ines, kenji] = [await anAdmin("Ines"), await anAdmin("Kenji")];
  for (let round = 0; round < 5; round++) {
    const { applicationId } = await aSubmitted(await anApplicant());
    const answers = await Promise.all([claimApplication(ines, { applicationId }), claimApplication(kenji, { applicationId })]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const winner = answers[0].ok ? "Ines" : "Kenji";
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, refusal: { code: "brand-application.taken", by: winner } });
    expect(await database().applicationDecision.count({ where: { applicationId, kind: "claimed" } })).toBe(1);
    expect(await database().auditEntry.count({ where: { subjectId: applicationId, verb: "application-claimed" } })).toBe(1);
  }
});

test("negative control: the same two without a condition in the where both believe they have it", async () => {
  const [ines, kenji] = [await anAdmin("Ines"), await anAdmin("Kenji")];
  const { applicationId } = await aSubmitted(await anApplicant());
  const careless = async (adminId: string): Promise<number> => {
    const read = await database().brandApplication.findUniqueOrThrow({ where: { id: applicationId } });
    if (read.state !== "submitted") return 0;
    await new Promise((done) => setTimeout(done, 50));
    return (await database().brandApplication.updateMany({ where: { id: applicationId }, data: { state: "claimed", claimedBy: adminId } })).count;
  };
  expect(await Promise.all([careless(ines.userId), careless(kenji.userId)])).toEqual([1, 1]);
});

test("nobody but the admin who has it can release, ask, decline or approve, and nothing changes when another tries", async () => {
  const [ines, kenji] = [await anAdmin("Ines"), await anAdmin("Kenji")];
  const { applicationId } = await aSubmitted(await anApplicant());
  await claimApplication(ines, { applicationId });
  const before = await database().brandApplication.findUnique({ where: { id: applicationId } });
  const taken = { ok: false, refusal: { code: "brand-application.taken", by: "Ines" } };
  expect(await releaseApplication(kenji, { applicationId })).toEqual(taken);
  expect(await askForMore(kenji, { applicationId, reason: "unreadable", note: "" })).toEqual(taken);
  expect(await declineApplication(kenji, { applicationId, reason: "copies", note: "" })).toEqual(taken);
  expect(await approveApplication(kenji, { applicationId, note: "" })).toEqual(taken);
  expect(await database().brandApplication.findUnique({ where: { id: applicationId } })).toEqual(before);
  expect(await releaseApplication(ines, { applicationId })).toEqual({ ok: true, value: null });
  expect((await claimApplication(kenji, { applicationId })).ok).toBe(true);
});

test("a draft does not exist for the staff", async () => {
  const admin = await anAdmin("Ines");
  const applicationId = await aDraft(await anApplicant());
  expect(await claimApplication(admin, { applicationId })).toEqual({ ok: false, refusal: { code: "brand-application.not-found" } });
});
