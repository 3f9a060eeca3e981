import { openApiPage } from "@/platform/http/openapi-page";
import { apiDocument } from "../resources/document";

export const dynamic = "force-dynamic";

/** The same document for people. */
export const GET = (): Response =>
  new Response(openApiPage(apiDocument()), {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", "cache-control": "public, max-age=300" },
  });
