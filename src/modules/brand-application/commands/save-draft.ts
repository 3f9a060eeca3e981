import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { isEditable, type ApplicationFacts, type NotEditable } from "../application";
import type { Applicant } from "../policy";
import type { SaveDraft } from "../schema";
import { findKnown, findOpenId, insertDraft, loadOwnApplication, lockApplicant, saveFacts } from "../store";

export type NotFound = { readonly code: "brand-application.not-found" };
export type Stale = { readonly code: "brand-application.stale" };
export type AlreadyOpen = { readonly code: "brand-application.already-open"; readonly applicationId: string };
export type UnknownPlace = { readonly code: "input.invalid"; readonly fields: Readonly<Record<string, string>> };

export type Saved = { readonly applicationId: Id<"application">; readonly version: number };

/**
 * Keeps what an applicant has typed so far: half a form is a draft, not a mistake. The first saving makes the draft; a person has one
 * open application at a time. Letters will go out in the language in which it was last saved. Refuses a version that another tab has moved on from, so
 * that nothing typed is lost silently.
 */
export const saveDraft = (
  applicant: Applicant, { applicationId, version, facts }: SaveDraft,
): Promise<Result<Saved, NotFound | Stale | NotEditable | AlreadyOpen | UnknownPlace>> =>
  transaction<Saved, NotFound | Stale | NotEditable | AlreadyOpen | UnknownPlace>(async (tx) => {
    const fields = wrongFields(facts, await findKnown(tx, facts));
    if (Object.keys(fields).length > 0) return refuse({ code: "input.invalid", fields });
    const language = applicant.storefront.slice(0, 2);
    const unique = { ...facts, categories: [...new Set(facts.categories)], markets: [...new Set(facts.markets)] };
    if (applicationId === null) {
      await lockApplicant(tx, applicant.userId);
      const open = await findOpenId(tx, applicant.userId);
      if (open) return refuse({ code: "brand-application.already-open", applicationId: open });
      const id = newId("application");
      await insertDraft(tx, { id, applicantId: applicant.userId, facts: unique, language, at: now() });
      return ok({ applicationId: id, version: 1 });
    }
    const application = await loadOwnApplication(tx, applicationId, applicant.userId);
    if (!application) return refuse({ code: "brand-application.not-found" });
    if (!isEditable(application)) return refuse({ code: "brand-application.not-editable" });
    if (application.version !== version || !(await saveFacts(tx, application, unique, language))) return refuse({ code: "brand-application.stale" });
    return ok({ applicationId: application.id, version: version + 1 });
  });

const wrongFields = (facts: ApplicationFacts, known: { categories: Set<string>; markets: Set<string>; isCountryKnown: boolean }): Record<string, string> => ({
  ...(known.isCountryKnown ? {} : { "facts.country": "unknown" }),
  ...(facts.categories.every((id) => known.categories.has(id)) ? {} : { "facts.categories": "unknown" }),
  ...(facts.markets.every((code) => known.markets.has(code)) ? {} : { "facts.markets": "unknown" }),
});
