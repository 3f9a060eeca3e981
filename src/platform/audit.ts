import type { Id } from "@/kernel/id";
import { newId, now } from "./clock";
import type { Tx } from "./db";

/** Writes down who decided what, with the change itself: no commit, no entry; no change of this kind without one. Ids and codes, never secrets. */
export const recordAudit = async (
  tx: Tx, { actorId, verb, subjectId, details }: { readonly actorId: Id<"user">; readonly verb: string; readonly subjectId: string; readonly details?: Readonly<Record<string, string | number | boolean | null>> },
): Promise<void> => {
  await tx.auditEntry.create({ data: { id: newId("audit"), at: now(), actorId, verb, subjectId, details: { ...details } } });
};
