import { requireMerchant } from "@/modules/access/who";
import { categoryPath, categoryTrail } from "@/modules/catalog/category-queries";
import { hsLabel, searchHs, suggestHs } from "@/modules/customs/hs";
import { hsCodes } from "@/modules/customs/queries";

export const dynamic = "force-dynamic";

/** What the box of the customs code offers: what the words mean, and before there are any, the usual codes of the category. */
export const GET = async (request: Request): Promise<Response> => {
  const who = await requireMerchant();
  if (!who.ok) return Response.json({ refusal: who.refusal }, { status: who.refusal.code === "access.not-signed-in" ? 401 : 403 });
  const asked = new URL(request.url).searchParams;
  const language = /^[a-z]{2}$/.test(asked.get("language") ?? "") ? (asked.get("language") as string) : "en";
  const words = (asked.get("q") ?? "").trim().slice(0, 200);
  const codes = await hsCodes();
  const category = (asked.get("category") ?? "").slice(0, 60);
  const found = words ? searchHs(words, codes) : suggestHs(await categoryPath(category), codes, (await categoryTrail(category, language)).at(-1));
  return Response.json(
    { found: found.slice(0, 20).map((code) => ({ id: code.code, text: `${code.code.slice(0, 4)}.${code.code.slice(4)}`, note: hsLabel(code, language).text })) },
    { headers: { "Cache-Control": "private, no-store" } },
  );
};
