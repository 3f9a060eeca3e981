import type { Metadata } from "next";
import type { ReactNode } from "react";
import "@/app/globals.css";
import { directionOf } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import { currentPerson } from "@/modules/access/who";
import { tongueOf } from "@/modules/market/tongue";
import { TopBar } from "@/ui/primitives/top-bar";

export const metadata: Metadata = { robots: { index: false }, icons: { icon: "/icon.svg" } };

/** The frame of the back office, in the language of the person. It decides nothing: every page asks for itself who is there. */
const AdminLayout = async ({ children }: { children: ReactNode }) => {
  const person = await currentPerson();
  const { language, market, tag } = tongueOf(person?.storefront);
  const words = wordsIn(language);
  const rooms = ["overview", "applications", "documents", "merchants", "orders", "markets", "rules", "as-of"] as const;
  return (
    <html lang={`${language}-${market}`} dir={directionOf(language)}>
      <body className="flex min-h-dvh flex-col">
        <title>{words("admin.title")}</title>
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">{words("admin.skip")}</a>
        <TopBar
          mark={<img src="/icon.svg" alt="" width={26} height={26} />}
          title={words("admin.title")}
          navLabel={words("admin.nav")}
          links={person?.isAdmin ? rooms.map((room) => ({ href: room === "overview" ? "/admin" : `/admin/${room}`, text: words(`admin.${room}`) })) : []}
          aside={<><bdi className="hidden max-w-40 truncate text-ink-soft sm:inline">{person?.name}</bdi><a href={`/${tag}`} className="inline-flex min-h-11 items-center text-brand hover:underline">{words("admin.toShop")}</a></>}
        />
        <main id="content" className="flex-1 pb-12">{children}</main>
      </body>
    </html>
  );
};

export default AdminLayout;
