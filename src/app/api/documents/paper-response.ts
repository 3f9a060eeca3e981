import { openStored } from "@/platform/media/uploads";

/** The file of a paper, shown inside pages of ours and nowhere else: it runs nothing and is kept by no cache. A paper that the one who asks may not read does not exist. */
export const paperResponse = async (paper: { readonly storedAs: string; readonly contentType: string; readonly fileName: string } | null, absent: string): Promise<Response> => {
  const file = paper && (await openStored(paper.storedAs));
  if (!paper || !file) return Response.json({ refusal: { code: absent } }, { status: 404, headers: { "cache-control": "private, no-store" } });
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
