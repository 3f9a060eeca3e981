import { requireMerchant } from "@/modules/access/who";
import { searchCategories } from "@/modules/catalog/category-queries";

export const dynamic = "force-dynamic";

/** What the category box of the listing editor offers while one types. */
export const GET = async (request: Request): Promise<Response> => {
  const who = await requireMerchant();
  if (!who.ok) return Response.json({ refusal: who.refusal }, { status: who.refusal.code === "access.not-signed-in" ? 401 : 403 });
  const asked = new URL(request.url).searchParams;
  const language = /^[a-z]{2}$/.test(asked.get("language") ?? "") ? (asked.get("language") as string) : "en";
  const found = await searchCategories((asked.get("q") ?? "").slice(0, 60), language);
  return Response.json(
    { found: found.map(({ id, trail }) => ({ id, text: trail.at(-1) ?? id, note: trail.slice(0, -1).join(" › ") })) },
    { headers: { "Cache-Control": "private, no-store" } },
  );
};
