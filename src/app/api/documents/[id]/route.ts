import { currentPerson } from "@/modules/access/who";
import { findPaper } from "@/modules/brand-application/queries";
import { openStored } from "@/platform/media/uploads";

/**
 * A paper of an application, for its applicant and the staff. To everybody else it does not exist: the answer is the same as for an id that was never given.
 * It is shown inside the review page and nowhere else, runs nothing, and is kept by no cache.
 */
export const GET = async (_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
  const paper = await findPaper(await currentPerson(), (await params).id.slice(0, 60));
  const file = paper && (await openStored(paper.storedAs));
  if (!paper || !file) return Response.json({ refusal: { code: "brand-application.not-found" } }, { status: 404, headers: { "cache-control": "private, no-store" } });
  // Browsers draw a PDF with a viewer of their own, which "sandbox" would shut out; an image needs nothing at all.
  const isPdf = paper.contentType === "application/pdf";
  return new Response(file.stream, {
    headers: {
      "content-type": paper.contentType,
      "content-length": String(file.bytes),
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(paper.fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
      "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; ${isPdf ? "object-src 'self'; " : "sandbox; "}frame-ancestors 'self'`,
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
};
