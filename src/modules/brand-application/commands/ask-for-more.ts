import { ok, type Result } from "@/kernel/result";
import { askForMore as ask } from "../application";
import type { Reviewer } from "../policy";
import type { AskForMore } from "../schema";
import { takeStep, type StepRefusal } from "./take-step";
import { writeDecisionLetter } from "./write-letter";

/** Asks the applicant for what is missing or unclear, by letter in their language. The application keeps its place in the queue. */
export const askForMore = async (admin: Reviewer, { applicationId, reason, note }: AskForMore): Promise<Result<null, StepRefusal>> => {
  const asked = await takeStep(admin, applicationId, { kind: "more-needed", decide: ask, reason, note }, async (tx, stepped) => {
    await writeDecisionLetter(tx, { application: stepped.after, decisionId: stepped.decisionId, kind: "more-needed", reason, note });
    return ok({});
  });
  return asked.ok ? ok(null) : asked;
};
