import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { requireShopper } from "@/modules/access/who";
import { ProductCard } from "@/modules/discovery/components/product-card";
import { listCards } from "@/modules/discovery/card-queries";
import { findStorefront } from "@/modules/market/queries";
import { AccountFrame } from "@/modules/shopper/components/account-frame";
import { WishHeart } from "@/modules/shopper/components/wish-heart";
import { listWishes } from "@/modules/shopper/queries";
import { ButtonLink } from "@/ui/primitives/button";

type Props = { params: Promise<{ storefront: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("account.parts.wishlist"), robots: { index: false } } : {};
};

const WishlistPage = async ({ params }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const shopper = await requireShopper();
  if (!shopper.ok) redirect(`/${storefront.tag}/sign-in?next=/${storefront.tag}/account/wishlist`);
  const words = wordsIn(storefront.language);
  const wished = await listWishes(shopper.value, { take: 200 });
  const cards = await listCards(wished, storefront);
  return (
    <AccountFrame storefront={storefront} current="wishlist" title={words("account.parts.wishlist")}>
      {cards.length === 0 && <div className="space-y-4"><p className="text-ink-soft">{words("account.noWishes")}</p><ButtonLink href={`/${storefront.tag}`}>{words("access.continueShopping")}</ButtonLink></div>}
      {cards.length < wished.length && <p className="text-ink-soft">{words("account.wishesGone", { count: wished.length - cards.length })}</p>}
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 sm:gap-3 xl:grid-cols-4">
        {cards.map((card) => (
          <li key={card.listingId} className="relative">
            <ProductCard card={card} storefront={storefront} />
            <WishHeart listingId={card.listingId} isWished signIn={`/${storefront.tag}/sign-in`} words={{ add: words("account.wishAdd"), remove: words("account.wishRemove") }} className="absolute end-1 top-1" />
          </li>
        ))}
      </ul>
    </AccountFrame>
  );
};

export default WishlistPage;
