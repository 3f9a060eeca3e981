import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { removeStored, storeDocument, type UploadRefusal } from "@/platform/media/uploads";
import { isEditable, type NotEditable } from "../application";
import { mostPapers } from "../paper";
import type { Applicant } from "../policy";
import type { AddDocument } from "../schema";
import { insertPaper, loadOwnApplication } from "../store";
import type { NotFound, Stale } from "./save-draft";

export type TooManyPapers = { readonly code: "brand-application.too-many-papers"; readonly most: number };
export type Added = { readonly documentId: Id<"document">; readonly version: number };
type Refusals = NotFound | Stale | NotEditable | TooManyPapers | UploadRefusal;

/**
 * Puts a paper to an application: a PDF or an image, known by its content whatever it is called, at most 10 MB. Kept outside the web root; only
 * the applicant and the staff can read it. The file is written before the row, and removed again when the row is refused.
 */
export const addDocument = async (applicant: Applicant, { applicationId, kind, file }: AddDocument): Promise<Result<Added, Refusals>> => {
  // Asked before the bytes are looked at: a stranger's megabytes are not worth decoding.
  const before = await transaction<null, Refusals>(async (tx) => mayAdd(await loadOwnApplication(tx, applicationId, applicant.userId)));
  if (!before.ok) return before;
  const stored = await storeDocument(new Uint8Array(await file.arrayBuffer()));
  if (!stored.ok) return stored;
  const added = await transaction<Added, Refusals>(async (tx) => {
    const application = await loadOwnApplication(tx, applicationId, applicant.userId);
    const may = mayAdd(application);
    if (!may.ok) return may;
    if (!application) return refuse({ code: "brand-application.not-found" });
    const id = newId("document");
    const fileName = [...file.name.replace(/[\p{C}/\\]/gu, "")].slice(0, 120).join("");
    if (!(await insertPaper(tx, application, { id, kind, fileName, ...stored.value, at: now() }))) return refuse({ code: "brand-application.stale" });
    return ok({ documentId: id, version: application.version + 1 });
  });
  if (!added.ok) await removeStored(stored.value.storedAs);
  return added;
};

const mayAdd = (application: Awaited<ReturnType<typeof loadOwnApplication>>): Result<null, NotFound | NotEditable | TooManyPapers> => {
  if (!application) return refuse({ code: "brand-application.not-found" });
  if (!isEditable(application)) return refuse({ code: "brand-application.not-editable" });
  if (application.papers.length >= mostPapers) return refuse({ code: "brand-application.too-many-papers", most: mostPapers });
  return ok(null);
};
