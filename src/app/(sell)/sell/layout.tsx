import type { Metadata } from "next";
import type { ReactNode } from "react";
import "@/app/globals.css";
import { directionOf } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import { tongueOf } from "@/modules/market/tongue";
import { currentPerson } from "@/modules/access/who";
import { findMerchantOf } from "@/modules/merchant/queries";
import { Notice } from "@/ui/primitives/notice";
import { TopBar } from "@/ui/primitives/top-bar";

export const metadata: Metadata = { robots: { index: false }, icons: { icon: "/icon.svg" } };

/** The frame of the merchant centre, in the language of the person. It decides nothing: every page asks for itself who is there. */
const SellLayout = async ({ children }: { children: ReactNode }) => {
  const person = await currentPerson();
  const { language, market, tag } = tongueOf(person?.storefront);
  const words = wordsIn(language);
  const merchant = person ? await findMerchantOf(person.userId) : null;
  const links = merchant
    ? [{ href: "/sell", text: words("sell.overview") }, { href: "/sell/listings", text: words("sell.listings") }, { href: "/sell/orders", text: words("sell.orders") }, { href: "/sell/sizes", text: words("sell.sizes") }, { href: "/sell/apply", text: words("sell.apply") }]
    : [{ href: "/sell/apply", text: words("sell.application") }];
  return (
    <html lang={`${language}-${market}`} dir={directionOf(language)}>
      <body className="flex min-h-dvh flex-col">
        <title>{words("sell.title")}</title>
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">{words("sell.skip")}</a>
        <TopBar
          mark={<img src="/icon.svg" alt="" width={26} height={26} />}
          title={<bdi>{merchant?.name ?? words("sell.noMerchant")}</bdi>}
          navLabel={words("sell.nav")}
          links={links}
          aside={<a href={`/${tag}`} className="inline-flex min-h-11 items-center text-brand hover:underline">{words("sell.shop")}</a>}
        />
        {merchant?.state === "suspended" && <div className="page pt-3"><Notice tone="warn">{words("sell.suspended", { merchant: merchant.name })}</Notice></div>}
        <main id="content" className="flex-1 pb-12">{children}</main>
      </body>
    </html>
  );
};

export default SellLayout;
