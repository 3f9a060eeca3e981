import { openStored } from "@/platform/media/uploads";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ name: string }> };

/**
 * Uploaded product pictures. Their names are random and their bytes never change, so they may be kept for ever by everybody; papers of applications
 * ("doc-…") lie in the same folder and are never served here.
 */
export const GET = async (_: Request, { params }: Context): Promise<Response> => {
  const { name } = await params;
  const found = /^up-[0-9a-f]{24,64}-\d{2,4}\.webp$/.test(name) ? await openStored(name) : null;
  if (!found) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(found.stream, {
    headers: {
      "Content-Type": "image/webp", "Content-Length": String(found.bytes), "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox", "Content-Disposition": "inline",
    },
  });
};
