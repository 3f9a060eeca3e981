import type { Metadata } from "next";
import type { ReactNode } from "react";
import "@/app/globals.css";
import { directionOf } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import { WithFallbackWords, type FallbackWords } from "@/modules/market/components/fallback-pages";
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
  const words = wordsIn(storefront?.language ?? "en");
  const fallback: FallbackWords = {
    href: storefront ? `/${storefront.tag}` : "/", home: words("shop.toHome"),
    missing: words("shop.notFound"), missingBody: words("shop.notFoundBody"),
    failed: words("shop.failed"), failedBody: words.raw("shop.failedBody") as string, again: words("shop.tryAgain"),
  };
  // No such storefront: the page below says so itself (404); it only needs a frame to say it in.
  if (!storefront) return <html lang="en"><body><main id="content"><WithFallbackWords words={fallback}>{children}</WithFallbackWords></main></body></html>;
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
        <main id="content" className="flex-1 pb-12"><WithFallbackWords words={fallback}>{children}</WithFallbackWords></main>
        <ShopFooter storefront={storefront} markets={open} />
      </body>
    </html>
  );
};

export default ShopLayout;
