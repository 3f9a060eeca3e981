import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { CartView, EmptyCart } from "@/modules/cart/components/cart-view";
import { readCart } from "@/modules/cart/queries";
import { currentCart } from "@/modules/cart/whose-cart";
import { ParcelCost } from "@/modules/checkout/components/parcel-cost";
import { cartCosts } from "@/modules/checkout/queries";
import { findStorefront } from "@/modules/market/queries";

type Props = { params: Promise<{ storefront: string }> };

export const dynamic = "force-dynamic";

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("cart.title"), robots: { index: false } } : {};
};

const CartPage = async ({ params }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const page = await readCart((await currentCart()).cartId, storefront);
  if (!page || page.count === 0) return <EmptyCart storefront={storefront} />;
  const costs = await cartCosts(page, storefront);
  return <CartView page={page} storefront={storefront} under={(key) => <ParcelCost cost={costs.get(key) ?? null} storefront={storefront} />} />;
};

export default CartPage;
