import { isIdOf } from "@/kernel/id";
import { requireMerchant } from "@/modules/access/who";
import { shipmentPapers } from "@/modules/checkout/commands/shipment-papers";
import { statusOf } from "@/platform/http/statuses";

type Context = { readonly params: Promise<{ readonly id: string }> };

/** Label and customs papers of the merchant's own consignment. To everybody else it does not exist; kept by no cache, for it holds an address. */
export const GET = async (request: Request, { params }: Context): Promise<Response> => {
  const no = (refusal: { readonly code: string }, status: number) => Response.json({ refusal }, { status, headers: { "cache-control": "private, no-store" } });
  const who = await requireMerchant();
  if (!who.ok) return no(who.refusal, statusOf(who.refusal.code));
  const { id } = await params;
  if (!isIdOf("consignment", id)) return no({ code: "order.not-found" }, 404);
  const asked = new URL(request.url).searchParams;
  const typed = (name: string) => asked.get(name)?.slice(0, 120) ?? undefined;
  const papers = await shipmentPapers(who.value, id, { recipient: typed("recipient"), line1: typed("line1"), locality: typed("locality") });
  if (!papers.ok) return no(papers.refusal, statusOf(papers.refusal.code));
  return new Response(Buffer.from(papers.value.pdf), {
    headers: {
      "content-type": "application/pdf", "content-disposition": `inline; filename="${papers.value.number.replaceAll("/", "-")}.pdf"`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'", "cache-control": "private, no-store",
    },
  });
};
