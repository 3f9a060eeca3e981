import { ok, type Result } from "@/kernel/result";
import { release } from "../application";
import type { Reviewer } from "../policy";
import type { OnApplication } from "../schema";
import { takeStep, type StepRefusal } from "./take-step";

/** Gives an application back to the queue, undecided, at its old place. */
export const releaseApplication = async (admin: Reviewer, { applicationId }: OnApplication): Promise<Result<null, StepRefusal>> => {
  const given = await takeStep(admin, applicationId, { kind: "released", decide: release });
  return given.ok ? ok(null) : given;
};
