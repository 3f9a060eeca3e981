import { CircleCheck, Clock, Info } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { isAwaiting } from "@/modules/checkout/checkout";
import { LookAgain } from "@/modules/checkout/components/look-again";
import { OrderView } from "@/modules/checkout/components/order-view";
import { findOrder } from "@/modules/checkout/queries";
import { maySeeOrder } from "@/modules/checkout/whose-checkout";
import { findStorefront } from "@/modules/market/queries";
import { addressForm } from "@/modules/shopper/address-queries";
import { addressLines } from "@/modules/shopper/components/address-lines";
import { ReviewForm } from "@/modules/review/components/review-form";

type Props = { params: Promise<{ storefront: string; number: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const dynamic = "force-dynamic";
// The address may carry the key of a letter: it must not travel on in a referrer.
export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

const OrderPage = async ({ params, searchParams }: Props) => {
  const { storefront: tag, number } = await params;
  const storefront = await findStorefront(tag);
  const { key, thanks } = await searchParams;
  const order = storefront && (await findOrder(number));
  if (!storefront || !order || !(await maySeeOrder(order, typeof key === "string" ? key : null)).ok) notFound();
  const words = wordsIn(storefront.language);
  const isWaiting = isAwaiting(order.state);
  const Icon = order.state === "paid" ? CircleCheck : isWaiting ? Clock : Info;
  return (
    <>
      {thanks !== undefined && (
        <div className="page pt-4">
          <div role="status" data-testid="return-state" data-state={order.state} className={`flex items-center gap-4 rounded-card px-4 py-4 ${order.state === "paid" ? "bg-good-tint text-good" : "bg-warn-tint text-warn"}`}>
            <Icon size={40} strokeWidth={1.6} className="shrink-0" aria-hidden />
            <p><b className="block text-lg">{words("checkout.returnTitle")}</b>{words(order.state === "paid" ? "checkout.returnPaid" : isWaiting ? "checkout.returnWaiting" : "checkout.returnUnpaid")}{order.state === "paid" && <>{" "}{words("checkout.returnWritten", { email: order.email })}</>}</p>
          </div>
          {isWaiting && <LookAgain />}
        </div>
      )}
      <OrderView
        order={order} lines={addressLines(await addressForm(order.address.country), order.address)} storefront={storefront}
        invoiceHref={`/${tag}/orders/${number}/invoice${typeof key === "string" ? `?key=${encodeURIComponent(key)}` : ""}`}
        after={(consignment) => order.userId && consignment.shippedAt && (
          <div className="mt-3 grid gap-2">
            {[...new Map(consignment.lines.map((line) => [line.listingId, line])).values()].map((line) => (
              <details key={line.listingId} className="rounded-lg border border-line px-3 open:pb-3">
                <summary className="flex min-h-11 items-center font-medium">{words("review.form.title", { title: line.title })}</summary>
                <ReviewForm consignmentId={consignment.id} listingId={line.listingId} storefront={storefront} hasFit={line.variantLabel !== ""} title={line.title} />
              </details>
            ))}
          </div>
        )}
      />
    </>
  );
};

export default OrderPage;
