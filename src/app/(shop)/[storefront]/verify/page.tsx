import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { Door, DoorLink } from "@/modules/access/components/door";
import { refusalWords } from "@/modules/access/components/refusal-words";
import { VerifyForm } from "@/modules/access/components/verify-form";
import { currentPerson } from "@/modules/access/who";
import { findStorefront } from "@/modules/market/queries";
import { Notice } from "@/ui/primitives/notice";

type Props = { params: Promise<{ storefront: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("access.verifyTitle"), robots: { index: false }, referrer: "no-referrer" } : {};
};

const VerifyPage = async ({ params, searchParams }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const { token } = await searchParams;
  const words = wordsIn(storefront.language);
  const isSignedIn = (await currentPerson()) !== null;
  const beneath = <><DoorLink href={`/${storefront.tag}`}>{words("access.continueShopping")}</DoorLink><DoorLink href={`/${storefront.tag}/reset`}>{words("access.verifyNotMine")}</DoorLink></>;
  return (
    <Door title={words("access.verifyTitle")} lead={words(isSignedIn ? "access.verifyLeadSignedIn" : "access.verifyLead")} beneath={beneath}>
      {typeof token === "string" ? (
        <VerifyForm token={token} asksPassword={!isSignedIn} said={refusalWords(words, ["access.bad-token", "access.wrong-password"])} words={{ password: words("access.password"), submit: words("access.verify"), done: words("access.verifyDone") }} />
      ) : (
        <Notice>{words("access.noToken")}</Notice>
      )}
    </Door>
  );
};

export default VerifyPage;
