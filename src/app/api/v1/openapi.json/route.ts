import { apiDocument } from "../resources/document";

export const dynamic = "force-dynamic";

/** The OpenAPI document of the public API. */
export const GET = (): Response => Response.json(apiDocument(), { headers: { "access-control-allow-origin": "*", "cache-control": "public, max-age=300" } });
