import { currentPerson } from "@/modules/access/who";
import { findPaper } from "@/modules/brand-application/queries";
import { paperResponse } from "../paper-response";

/** A paper of an application, for its applicant and the staff. To everybody else it does not exist: the answer is the same as for an id that was never given. */
export const GET = async (_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  paperResponse(await findPaper(await currentPerson(), (await params).id.slice(0, 60)), "brand-application.not-found");
