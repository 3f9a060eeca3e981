import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InvoiceView } from "@/modules/checkout/components/invoice-view";
import { findOrder } from "@/modules/checkout/queries";
import { maySeeOrder } from "@/modules/checkout/whose-checkout";
import { findStorefront } from "@/modules/market/queries";
import { addressForm } from "@/modules/shopper/address-queries";
import { addressLines } from "@/modules/shopper/components/address-lines";

type Props = { params: Promise<{ storefront: string; number: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const dynamic = "force-dynamic";
// The address may carry the key of a letter: it must not travel on in a referrer.
export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

const InvoicePage = async ({ params, searchParams }: Props) => {
  const { storefront: tag, number } = await params;
  const storefront = await findStorefront(tag);
  const { key } = await searchParams;
  const order = storefront && (await findOrder(number));
  if (!storefront || !order || !(await maySeeOrder(order, typeof key === "string" ? key : null)).ok) notFound();
  return <InvoiceView order={order} lines={addressLines(await addressForm(order.address.country), order.address)} storefront={storefront} />;
};

export default InvoicePage;
