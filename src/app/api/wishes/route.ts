import { requireShopper } from "@/modules/access/who";
import { listWishes } from "@/modules/shopper/queries";

/** What the hearts of a page ask after load: which listings the person wishes for. A guest wishes for none. */
export const GET = async (): Promise<Response> => {
  const shopper = await requireShopper();
  return Response.json({ listingIds: shopper.ok ? await listWishes(shopper.value) : [] }, { headers: { "cache-control": "private, no-store" } });
};
