import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import "@/app/globals.css";
import { directionOf } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import { ShopFooter } from "@/modules/market/components/shop-footer";
import { ShopHeader } from "@/modules/market/components/shop-header";
import { StorefrontProposal } from "@/modules/market/components/storefront-proposal";
import { findStorefront, listMarkets } from "@/modules/market/queries";
import { languageTag } from "@/modules/market/storefront";
import { countryName } from "@/ui/format/words";

type Props = { params: Promise<{ storefront: string }>; children: ReactNode };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) return {};
  const words = wordsIn(storefront.language);
  return {
    metadataBase: new URL(process.env["APP_URL"] || "http://127.0.0.1:3000"),
    title: { template: `%s · ${words("shop.name")}`, default: `${words("shop.name")} · ${words("shop.tagline")}` },
    icons: { icon: "/icon.svg" },
  };
};

const ShopLayout = async ({ params, children }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const words = wordsIn(storefront.language);
  const open = (await listMarkets()).filter((market) => market.state === "open" || market.state === "browse-only");
  return (
    <html lang={languageTag(storefront)} dir={directionOf(storefront.language)}>
      <body className="flex min-h-dvh flex-col">
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">{words("shop.skip")}</a>
        <StorefrontProposal
          market={storefront.market}
          language={storefront.language}
          names={Object.fromEntries(open.map((market) => [market.code, countryName(market.code, storefront.language)]))}
          words={{ text: words.raw("shop.proposal") as string, accept: words.raw("shop.proposalAccept") as string, stay: words("shop.proposalStay") }}
        />
        <ShopHeader storefront={storefront} markets={open} />
        {storefront.profile.state === "browse-only" && (
          <aside className="bg-warn-tint text-warn"><p className="page py-2 text-sm">{words("shop.browseOnly", { country: countryName(storefront.market, storefront.language) })}</p></aside>
        )}
        <main id="content" className="flex-1 pb-12">{children}</main>
        <ShopFooter storefront={storefront} markets={open} />
      </body>
    </html>
  );
};

export default ShopLayout;
