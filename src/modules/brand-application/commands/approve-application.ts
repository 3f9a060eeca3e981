import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { registerBrand } from "@/modules/catalog/commands/register-brand";
import { slugOf } from "@/modules/catalog/slug";
import { openMerchant } from "@/modules/merchant/commands/open-merchant";
import { payoutCurrency } from "@/modules/merchant/merchant";
import type { Tx } from "@/platform/db";
import { decide, type Application } from "../application";
import type { Reviewer } from "../policy";
import type { Approve } from "../schema";
import { findCountryFacts, findOwnMerchant, findPerson, noteMerchant } from "../store";
import { takeStep, type StepRefusal } from "./take-step";
import { writeDecisionLetter } from "./write-letter";

export type OwnerSuspended = { readonly code: "brand-application.owner-suspended" };
export type Approved = { readonly merchantId: Id<"merchant">; readonly brandSlug: string };

/**
 * Approves a brand: from the same moment there is a merchant with its owner, its brand and its first stock location, or, when the applicant owns a
 * merchant already, one more brand of it. All in one transaction with the decision and the letter: no approval without a merchant centre to open.
 * Refuses while the applicant's merchant is suspended: a new brand must not be the way around it.
 */
export const approveApplication = async (admin: Reviewer, { applicationId, note }: Approve): Promise<Result<Approved, StepRefusal | OwnerSuspended>> => {
  let brandSlug = "";
  const approved = await takeStep<OwnerSuspended>(
    admin, applicationId,
    { kind: "approved", decide: (application, adminId, at) => decide(application, adminId, "approved", at), note },
    async (tx, stepped) => {
      const merchant = await merchantFor(tx, stepped.after);
      if (!merchant.ok) return merchant;
      const merchantId = merchant.value;
      const brand = await registerBrand({ name: stepped.after.facts.brandName, country: countryOf(stepped.after), merchantId });
      if (!brand.ok) return brand;
      brandSlug = brand.value.slug;
      await noteMerchant(tx, stepped.after.id, merchantId);
      await writeDecisionLetter(tx, { application: stepped.after, decisionId: stepped.decisionId, kind: "approved", reason: null, note });
      return ok({ merchantId });
    },
  );
  if (!approved.ok) return approved;
  return ok({ merchantId: approved.value.after.merchantId as Id<"merchant">, brandSlug });
};

const countryOf = (application: Application) => {
  // What was submitted was complete; a row without a country here is a broken row, not a refusal.
  if (!application.facts.country) throw new Error(`application ${application.id} has no country`);
  return application.facts.country;
};

const merchantFor = async (tx: Tx, application: Application): Promise<Result<Id<"merchant">, OwnerSuspended>> => {
  const own = await findOwnMerchant(tx, application.applicantId);
  if (own) return own.state === "active" ? ok(own.id) : refuse({ code: "brand-application.owner-suspended" });
  const country = countryOf(application);
  const [owner, place] = [await findPerson(tx, application.applicantId), await findCountryFacts(tx, country)];
  const { facts } = application;
  const opened = await openMerchant({
    ownerId: application.applicantId, name: facts.brandName, slug: slugOf(facts.brandName), legalName: facts.legalName, legalForm: facts.legalForm,
    country, city: facts.city, currency: payoutCurrency(place?.currency ?? null), timeZone: place?.timeZone ?? "UTC",
    contactEmail: owner?.email ?? "", story: { language: application.language, text: facts.story },
  });
  return opened.ok ? ok(opened.value.merchantId) : opened;
};
