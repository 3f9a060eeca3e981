import { ok, refuse, type Result } from "@/kernel/result";
import { transaction } from "@/platform/db";
import { removeStored } from "@/platform/media/uploads";
import { isEditable, type NotEditable } from "../application";
import type { Applicant } from "../policy";
import type { RemoveDocument } from "../schema";
import { deletePaper, loadOwnApplication } from "../store";
import type { NotFound, Stale } from "./save-draft";

/** Takes a paper back, and its file with it: an identity card that is not needed is not kept. Not while an admin reads it, and not after the decision. */
export const removeDocument = async (
  applicant: Applicant, { applicationId, documentId }: RemoveDocument,
): Promise<Result<{ readonly version: number }, NotFound | Stale | NotEditable>> => {
  const removed = await transaction<{ version: number; storedAs: string }, NotFound | Stale | NotEditable>(async (tx) => {
    const application = await loadOwnApplication(tx, applicationId, applicant.userId);
    if (!application) return refuse({ code: "brand-application.not-found" });
    if (!isEditable(application)) return refuse({ code: "brand-application.not-editable" });
    const paper = await deletePaper(tx, application, documentId);
    if (paper === null) return refuse({ code: "brand-application.not-found" });
    if (paper === "stale") return refuse({ code: "brand-application.stale" });
    return ok({ version: application.version + 1, storedAs: paper.storedAs });
  });
  if (!removed.ok) return removed;
  await removeStored(removed.value.storedAs);
  return ok({ version: removed.value.version });
};
