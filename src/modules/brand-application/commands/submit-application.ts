import { ok, refuse, type Result } from "@/kernel/result";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { submit, type Incomplete, type NotEditable, type Unverified } from "../application";
import type { Applicant } from "../policy";
import type { Submit } from "../schema";
import { loadOwnApplication, saveStep } from "../store";
import type { NotFound, Saved, Stale } from "./save-draft";
import { writeReceipt } from "./write-letter";

type Refusals = NotFound | Stale | NotEditable | Unverified | Incomplete;

/** Sends an application to the queue, exactly as the applicant saw it (the version is asked for), and thanks by letter the first time. */
export const submitApplication = (applicant: Applicant, { applicationId, version }: Submit): Promise<Result<Saved, Refusals>> =>
  transaction<Saved, Refusals>(async (tx) => {
    const before = await loadOwnApplication(tx, applicationId, applicant.userId);
    if (!before) return refuse({ code: "brand-application.not-found" });
    const after = submit(before, { isEmailVerified: applicant.isEmailVerified, at: now() });
    if (!after.ok) return after;
    const language = applicant.storefront.slice(0, 2);
    if (before.version !== version || !(await saveStep(tx, before, after.value, language))) return refuse({ code: "brand-application.stale" });
    await writeReceipt(tx, { ...after.value, language });
    return ok({ applicationId: before.id, version: version + 1 });
  });
