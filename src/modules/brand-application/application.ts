import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { Instant } from "@/kernel/time";
import { requiredPapers, type PaperKind } from "./paper";

/** Where a brand application stands. "submitted" waits in the queue, "claimed" lies on an admin's desk, "more-needed" is the applicant's turn again. */
export const applicationStates = ["draft", "submitted", "claimed", "more-needed", "approved", "declined"] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** What an applicant says about the company and the brand. Empty text is: not said yet. */
export type ApplicationFacts = {
  readonly country: CountryCode | null;
  readonly legalName: string;
  readonly legalForm: string;
  readonly registrationNumber: string;
  readonly city: string;
  readonly brandName: string;
  readonly story: string;
  readonly website: string;
  /** Top categories of the tree. */
  readonly categories: readonly string[];
  /** Markets to sell in. */
  readonly markets: readonly string[];
};

export type Application = {
  readonly id: Id<"application">;
  readonly applicantId: Id<"user">;
  readonly state: ApplicationState;
  readonly facts: ApplicationFacts;
  readonly papers: readonly PaperKind[];
  readonly language: string;
  /** When it was sent for the first time: its place in the queue, kept through every round of questions. */
  readonly submittedAt: Instant | null;
  readonly claimedBy: Id<"user"> | null;
  readonly claimedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly merchantId: Id<"merchant"> | null;
  readonly version: number;
};

export const moreReasons = ["unreadable", "outdated", "names-differ", "trademark-proof", "authorisation", "brand-story"] as const;
export type MoreReason = (typeof moreReasons)[number];
export const declineReasons = ["company-not-found", "trademark-of-another", "copies", "goods-not-allowed", "no-answer"] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** A field or a paper ("papers.trademark") without which an application cannot be judged. */
export type MissingPart = Exclude<keyof ApplicationFacts, "website"> | `papers.${PaperKind}`;

/** A story shorter than this says nothing that a reviewer could judge. In characters: Chinese says in 30 what English says in 80. */
export const shortestStory = 30;

/** What is still missing before an application can be sent, in the order of the form. The website is a help, never a must. */
export const missingParts = ({ facts, papers }: Pick<Application, "facts" | "papers">): readonly MissingPart[] => {
  const missing: MissingPart[] = [];
  for (const field of ["country", "legalName", "legalForm", "registrationNumber", "city", "brandName"] as const) if (!facts[field]) missing.push(field);
  if ([...facts.story].length < shortestStory) missing.push("story");
  if (facts.categories.length === 0) missing.push("categories");
  if (facts.markets.length === 0) missing.push("markets");
  for (const kind of requiredPapers(facts.country)) if (!papers.includes(kind)) missing.push(`papers.${kind}`);
  return missing;
};

export type NotEditable = { readonly code: "brand-application.not-editable" };
export type Incomplete = { readonly code: "brand-application.incomplete"; readonly missing: readonly MissingPart[] };
export type Unverified = { readonly code: "brand-application.email-not-verified" };
/** Another admin has it; `by` is that admin's id in the noun and their name at the door. */
export type Taken = { readonly code: "brand-application.taken"; readonly by: string };
export type NotWaiting = { readonly code: "brand-application.not-waiting"; readonly state: ApplicationState };
export type NotClaimed = { readonly code: "brand-application.not-claimed" };

/** The applicant may change it while it is a draft or more is asked for; what an admin reads stands still. */
export const isEditable = ({ state }: Pick<Application, "state">): boolean => state === "draft" || state === "more-needed";
export const isDecided = ({ state }: Pick<Application, "state">): boolean => state === "approved" || state === "declined";

/**
 * Sends an application to the queue. Refuses what is incomplete, with everything that is missing at once, and an applicant whose
 * e-mail is not verified: every answer goes there. A second sending, after more was asked for, keeps the place of the first one, because being asked
 * a question must not cost the place in the line.
 */
export const submit = (
  application: Application, { isEmailVerified, at }: { readonly isEmailVerified: boolean; readonly at: Instant },
): Result<Application, NotEditable | Unverified | Incomplete> => {
  if (!isEditable(application)) return refuse({ code: "brand-application.not-editable" });
  if (!isEmailVerified) return refuse({ code: "brand-application.email-not-verified" });
  const missing = missingParts(application);
  if (missing.length > 0) return refuse({ code: "brand-application.incomplete", missing });
  return ok({ ...application, state: "submitted", submittedAt: application.submittedAt ?? at, claimedBy: null, claimedAt: null });
};

/** Takes an application from the queue onto an admin's desk. One desk only: whoever comes second is told who has it. */
export const claim = (application: Application, adminId: Id<"user">, at: Instant): Result<Application, Taken | NotWaiting> => {
  if (application.state === "claimed" && application.claimedBy) return refuse({ code: "brand-application.taken", by: application.claimedBy });
  if (application.state !== "submitted") return refuse({ code: "brand-application.not-waiting", state: application.state });
  return ok({ ...application, state: "claimed", claimedBy: adminId, claimedAt: at });
};

const onDeskOf = (application: Application, adminId: Id<"user">): Result<null, Taken | NotWaiting | NotClaimed> => {
  if (application.state === "claimed" && application.claimedBy !== adminId) return refuse({ code: "brand-application.taken", by: application.claimedBy ?? "" });
  if (application.state === "claimed") return ok(null);
  // Who decided it, or took it and gave it back, was quicker: the reader is told so, not "stale".
  if (application.state === "submitted") return refuse({ code: "brand-application.not-claimed" });
  return refuse(
    application.claimedBy && application.claimedBy !== adminId
      ? { code: "brand-application.taken", by: application.claimedBy }
      : { code: "brand-application.not-waiting", state: application.state },
  );
};

/** Puts an application back into the queue, at its old place. */
export const release = (application: Application, adminId: Id<"user">): Result<Application, Taken | NotWaiting | NotClaimed> => {
  const mine = onDeskOf(application, adminId);
  return mine.ok ? ok({ ...application, state: "submitted", claimedBy: null, claimedAt: null }) : mine;
};

/** Hands it back to the applicant with a question. Who asked stays noted, the desk is free. */
export const askForMore = (application: Application, adminId: Id<"user">): Result<Application, Taken | NotWaiting | NotClaimed> => {
  const mine = onDeskOf(application, adminId);
  return mine.ok ? ok({ ...application, state: "more-needed" }) : mine;
};

/** Decides for good. Only by the admin on whose desk it lies: an application that nobody opened is not decided. */
export const decide = (
  application: Application, adminId: Id<"user">, verdict: "approved" | "declined", at: Instant,
): Result<Application, Taken | NotWaiting | NotClaimed> => {
  const mine = onDeskOf(application, adminId);
  return mine.ok ? ok({ ...application, state: verdict, decidedAt: at }) : mine;
};
