import { Info } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { findStorefront } from "@/modules/market/queries";
import { ButtonLink } from "@/ui/primitives/button";

type Props = { params: Promise<{ storefront: string }> };

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false } };

/** For who came back from paying in another browser than the one that ordered: nothing of the order is shown here. */
const ThanksPage = async ({ params }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const words = wordsIn(storefront.language);
  return (
    <div className="page grid justify-items-center gap-3 py-14 text-center">
      <Info size={56} strokeWidth={1.4} className="text-ink-faint" aria-hidden />
      <h1 className="text-2xl font-bold">{words("checkout.returnTitle")}</h1>
      <p className="max-w-md text-ink-soft">{words("checkout.returnElsewhere")}</p>
      <ButtonLink href={`/${storefront.tag}`}>{words("shop.toHome")}</ButtonLink>
    </div>
  );
};

export default ThanksPage;
