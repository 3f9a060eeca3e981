import { ok, type Result } from "@/kernel/result";
import { decide } from "../application";
import type { Reviewer } from "../policy";
import type { Decline } from "../schema";
import { takeStep, type StepRefusal } from "./take-step";
import { writeDecisionLetter } from "./write-letter";

/** Declines an application for good, with its reason, by letter in the applicant's language. The applicant may apply anew. */
export const declineApplication = async (admin: Reviewer, { applicationId, reason, note }: Decline): Promise<Result<null, StepRefusal>> => {
  const declined = await takeStep(
    admin, applicationId,
    { kind: "declined", decide: (application, adminId, at) => decide(application, adminId, "declined", at), reason, note },
    async (tx, stepped) => {
      await writeDecisionLetter(tx, { application: stepped.after, decisionId: stepped.decisionId, kind: "declined", reason, note });
      return ok({});
    },
  );
  return declined.ok ? ok(null) : declined;
};
