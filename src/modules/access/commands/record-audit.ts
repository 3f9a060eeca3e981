import type { Id } from "@/kernel/id";
import { newId, now } from "@/platform/clock";
import type { Tx } from "@/platform/db";
import { insertAudit } from "../store";

/** Writes down who decided what, with the change itself: no commit, no entry; no change of this kind without one. Ids and codes, never secrets. */
export const recordAudit = async (
  tx: Tx, entry: { readonly actorId: Id<"user">; readonly verb: string; readonly subjectId: string; readonly details?: Readonly<Record<string, string | number | boolean | null>> },
): Promise<void> => {
  await insertAudit(tx, { id: newId("audit"), at: now(), actorId: entry.actorId, verb: entry.verb, subjectId: entry.subjectId, details: { ...entry.details } });
};
