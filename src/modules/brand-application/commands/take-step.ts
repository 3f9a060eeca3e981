import type { Id } from "@/kernel/id";
import { ok, refuse, type Refusal, type Result } from "@/kernel/result";
import type { Instant } from "@/kernel/time";
import { recordAudit } from "@/platform/audit";
import { newId, now } from "@/platform/clock";
import { transaction, type Tx } from "@/platform/db";
import type { Application, NotClaimed, NotWaiting, Taken } from "../application";
import type { Reviewer } from "../policy";
import { findPerson, insertDecision, loadApplication, saveStep } from "../store";
import type { NotFound, Stale } from "./save-draft";

export type StepRefusal = NotFound | Stale | Taken | NotWaiting | NotClaimed;
export type Step = {
  readonly kind: "claimed" | "released" | "more-needed" | "approved" | "declined";
  readonly decide: (application: Application, adminId: Id<"user">, at: Instant) => Result<Application, Taken | NotWaiting | NotClaimed>;
  readonly reason?: string;
  readonly note?: string;
};
export type Stepped = { readonly before: Application; readonly after: Application; readonly decisionId: Id<"decision">; readonly at: Instant };

/**
 * One step of an admin on an application, whichever it is: decided on what was read, saved only while that still holds, recorded in the history and
 * in the audit. When somebody was quicker, it is decided again on what is true now, so that the second admin hears who has it instead of "stale".
 * `also` is what goes with the step in the same transaction: the merchant, the letter.
 */
export const takeStep = <R extends Refusal = never>(
  admin: Pick<Reviewer, "userId">, applicationId: string, step: Step,
  also: (tx: Tx, stepped: Stepped) => Promise<Result<Partial<Application>, R>> = async () => ok({}),
): Promise<Result<Stepped, StepRefusal | R>> =>
  transaction<Stepped, StepRefusal | R>(async (tx) => {
    const at = now();
    for (let turn = 1; turn <= 3; turn++) {
      const before = await loadApplication(tx, applicationId);
      // A draft is the applicant's own: to the staff it does not exist yet.
      if (!before || before.state === "draft") return refuse({ code: "brand-application.not-found" });
      const after = step.decide(before, admin.userId, at);
      if (!after.ok) return await withName(tx, after.refusal);
      if (!(await saveStep(tx, before, after.value))) continue;
      const decisionId = newId("decision");
      await insertDecision(tx, { id: decisionId, applicationId, adminId: admin.userId, kind: step.kind, reason: step.reason ?? null, note: step.note ?? "", at });
      await recordAudit(tx, { actorId: admin.userId, verb: `application-${step.kind}`, subjectId: applicationId, details: { reason: step.reason ?? null } });
      const done: Stepped = { before, after: { ...after.value, version: before.version + 1 }, decisionId, at };
      const rest = await also(tx, done);
      if (!rest.ok) return rest;
      return ok({ ...done, after: { ...done.after, ...rest.value } });
    }
    return refuse({ code: "brand-application.stale" });
  });

const withName = async (tx: Tx, refusal: Taken | NotWaiting | NotClaimed): Promise<{ ok: false; refusal: Taken | NotWaiting | NotClaimed }> =>
  refuse(refusal.code === "brand-application.taken" ? { ...refusal, by: (await findPerson(tx, refusal.by))?.name ?? refusal.by } : refusal);
