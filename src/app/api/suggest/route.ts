import { suggest } from "@/modules/discovery/suggest-queries";
import { findStorefront } from "@/modules/market/queries";
import { clientAddressHeader, clientAddressOf } from "@/platform/client-address";
import { limited } from "@/platform/rate-limit";

/** What a beginning of a question may become. The same for everybody, so that a network in between may keep it for a while. */
export const GET = async (request: Request): Promise<Response> => {
  const asked = new URL(request.url).searchParams;
  const storefront = await findStorefront(asked.get("storefront") ?? "");
  if (!storefront) return Response.json({ refusal: { code: "market.no-such-storefront" } }, { status: 404 });
  const q = (asked.get("q") ?? "").replace(/\p{Cc}/gu, " ");
  if (q.length > 60) return Response.json({ refusal: { code: "input.invalid", fields: { q: "too_big" } } }, { status: 400 });
  const within = await limited("suggest", clientAddressOf(request.headers.get(clientAddressHeader)));
  if (!within.ok) return Response.json({ refusal: within.refusal }, { status: 429 });
  return Response.json({ suggestions: await suggest({ language: storefront.language, q }) }, { headers: { "Cache-Control": "public, max-age=60" } });
};
