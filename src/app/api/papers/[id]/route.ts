import { paperResponse } from "@/app/api/documents/paper-response";
import { currentPerson } from "@/modules/access/who";
import { findPaperFile } from "@/modules/listing/paper-queries";

/** A paper of a listing, for the people of its merchant and the staff. To everybody else it does not exist: the answer is the same as for an id that was never given. */
export const GET = async (_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  paperResponse(await findPaperFile(await currentPerson(), (await params).id.slice(0, 60)), "listing.no-such-paper");
