import { describe, expect, test } from "vitest";
import { countryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import { askForMore, claim, decide, missingParts, release, submit, type Application } from "./application";
import { registerPaperName, requiredPapers } from "./paper";

const at = "2026-11-23T10:00:00.000Z" as Instant;
const later = "2026-11-24T10:00:00.000Z" as Instant;
const ines = "usr_ines" as Id<"user">;
const kenji = "usr_kenji" as Id<"user">;

const complete: Application = {
  id: "app_1" as Id<"application">, applicantId: "usr_wambui" as Id<"user">, state: "draft",
  facts: {
    country: countryCode("KE"), legalName: "Kahawa Tamu Ltd", legalForm: "Ltd", registrationNumber: "PVT-123", city: "Nyeri", brandName: "Kahawa Tamu",
    story: "Coffee of one valley, roasted where it grows.", website: "", categories: ["fb"], markets: ["JP"],
  },
  papers: ["register-extract", "trademark", "representative-id"], language: "en", submittedAt: null, claimedBy: null, claimedAt: null, decidedAt: null, merchantId: null, version: 1,
};
const sent = (): Application => {
  const result = submit(complete, { isEmailVerified: true, at });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const claimed = (): Application => {
  const result = claim(sent(), ines, at);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe("sending an application", () => {
  test("everything that is missing is told at once, in the order of the form", () => {
    const empty = { ...complete, facts: { ...complete.facts, city: "", story: "Coffee.", markets: [] }, papers: ["trademark" as const] };
    expect(missingParts(empty)).toEqual(["city", "story", "markets", "papers.register-extract", "papers.representative-id"]);
    expect(submit(empty, { isEmailVerified: true, at })).toMatchObject({ ok: false, refusal: { code: "brand-application.incomplete", missing: missingParts(empty) } });
  });

  test("an applicant whose e-mail is not verified cannot send", () => {
    expect(submit(complete, { isEmailVerified: false, at })).toEqual({ ok: false, refusal: { code: "brand-application.email-not-verified" } });
  });

  test("what an admin reads or has decided cannot be sent again", () => {
    for (const state of ["submitted", "claimed", "approved", "declined"] as const) {
      expect(submit({ ...complete, state }, { isEmailVerified: true, at })).toEqual({ ok: false, refusal: { code: "brand-application.not-editable" } });
    }
  });

  test("after a question the place in the queue is the old one, and the desk is free", () => {
    const asked = askForMore(claimed(), ines);
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(submit(asked.value, { isEmailVerified: true, at: later })).toMatchObject({ ok: true, value: { state: "submitted", submittedAt: at, claimedBy: null } });
  });
});

describe("papers by country", () => {
  test("a company whose register names its signers needs no letter of authorisation; one in the United States does", () => {
    expect(requiredPapers(countryCode("DE"))).not.toContain("authorisation");
    expect(requiredPapers(countryCode("US"))).toContain("authorisation");
  });

  test("a country whose register we do not know is asked for the letter, and its paper has no name of ours", () => {
    expect(requiredPapers(countryCode("BT"))).toContain("authorisation");
    expect(registerPaperName(countryCode("BT"))).toBeNull();
    expect(registerPaperName(countryCode("KE"))?.name).toBe("CR12");
  });
});

describe("the desk of an admin", () => {
  test("only what waits can be claimed; what another has is said with who has it", () => {
    expect(claim(complete, ines, at)).toMatchObject({ ok: false, refusal: { code: "brand-application.not-waiting", state: "draft" } });
    expect(claim(claimed(), kenji, later)).toEqual({ ok: false, refusal: { code: "brand-application.taken", by: ines } });
  });

  test("nobody decides what lies on another's desk, or on nobody's", () => {
    for (const step of [release, askForMore, (a: Application, who: Id<"user">) => decide(a, who, "approved", later), (a: Application, who: Id<"user">) => decide(a, who, "declined", later)]) {
      expect(step(claimed(), kenji)).toEqual({ ok: false, refusal: { code: "brand-application.taken", by: ines } });
      expect(step(sent(), kenji)).toEqual({ ok: false, refusal: { code: "brand-application.not-claimed" } });
      expect(step(claimed(), ines).ok).toBe(true);
    }
  });

  test("what is decided stays decided, and a latecomer hears who was quicker", () => {
    const approved = decide(claimed(), ines, "approved", later);
    if (!approved.ok) throw new Error(approved.refusal.code);
    expect(decide(approved.value, ines, "declined", later)).toMatchObject({ ok: false, refusal: { code: "brand-application.not-waiting", state: "approved" } });
    expect(decide(approved.value, kenji, "declined", later)).toEqual({ ok: false, refusal: { code: "brand-application.taken", by: ines } });
  });
});
