import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { instant, type Instant } from "@/kernel/time";
import { wordsIn } from "@/i18n/translator";
import { requireShopper } from "@/modules/access/who";
import { OrderList } from "@/modules/checkout/components/order-list";
import { listOrders } from "@/modules/checkout/queries";
import { findStorefront } from "@/modules/market/queries";
import { AccountFrame } from "@/modules/shopper/components/account-frame";

type Props = { params: Promise<{ storefront: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("account.parts.orders"), robots: { index: false } } : {};
};

const momentOf = (text: unknown): Instant | null =>
  typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? instant(new Date(text)) : null;

const OrdersPage = async ({ params, searchParams }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const base = `/${storefront.tag}/account/orders`;
  const shopper = await requireShopper();
  if (!shopper.ok) redirect(`/${storefront.tag}/sign-in?next=${base}`);
  const { before } = await searchParams;
  const { orders, next } = await listOrders(shopper.value.userId, momentOf(before));
  return (
    <AccountFrame storefront={storefront} current="orders" title={wordsIn(storefront.language)("account.parts.orders")}>
      <OrderList orders={orders} next={next} storefront={storefront} />
    </AccountFrame>
  );
};

export default OrdersPage;
