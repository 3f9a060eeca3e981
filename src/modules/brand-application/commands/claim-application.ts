import { ok, type Result } from "@/kernel/result";
import { claim } from "../application";
import type { Reviewer } from "../policy";
import type { OnApplication } from "../schema";
import { takeStep, type StepRefusal } from "./take-step";

/** Takes an application from the queue onto one's desk. Of two admins who click at once exactly one has it; the other is told who. */
export const claimApplication = async (admin: Reviewer, { applicationId }: OnApplication): Promise<Result<null, StepRefusal>> => {
  const taken = await takeStep(admin, applicationId, { kind: "claimed", decide: claim });
  return taken.ok ? ok(null) : taken;
};
