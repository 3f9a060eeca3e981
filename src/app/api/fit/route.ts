import { wordsIn } from "@/i18n/translator";
import { requireShopper } from "@/modules/access/who";
import { adviceText } from "@/modules/discovery/components/size-advice-words";
import { findSizedListing } from "@/modules/listing/size-queries";
import { findStorefront } from "@/modules/market/queries";
import { fitVotes } from "@/modules/review/queries";
import { bodyMeasures } from "@/modules/shopper/queries";

const answer = (advice: unknown): Response => Response.json({ advice }, { headers: { "cache-control": "private, no-store" } });

/** What a product page asks after load: which size somebody should take, by the measures they keep. Nobody's measures, no advice. */
export const GET = async (request: Request): Promise<Response> => {
  const shopper = await requireShopper();
  if (!shopper.ok) return answer(null);
  const asked = new URL(request.url).searchParams;
  const number = asked.get("listing") ?? "";
  const storefront = await findStorefront((asked.get("storefront") ?? "").slice(0, 20));
  const listing = storefront && /^[1-9]\d{0,9}$/.test(number) ? await findSizedListing(Number(number)) : null;
  if (!storefront || !listing) return answer(null);
  const [body, votes] = await Promise.all([bodyMeasures(shopper.value), fitVotes(listing.id)]);
  return answer(Object.keys(body).length === 0 ? null : adviceText(listing, body, votes, storefront, wordsIn(storefront.language)));
};
