import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { Door, DoorLink } from "@/modules/access/components/door";
import { refusalWords } from "@/modules/access/components/refusal-words";
import { AskResetForm, ResetForm } from "@/modules/access/components/reset-form";
import { findStorefront } from "@/modules/market/queries";

type Props = { params: Promise<{ storefront: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

// The address holds a secret: no other page, ours included, is told of it.
export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("access.resetTitle"), robots: { index: false }, referrer: "no-referrer" } : {};
};

const ResetPage = async ({ params, searchParams }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const { token } = await searchParams;
  const words = wordsIn(storefront.language);
  const said = refusalWords(words, ["access.bad-email", "access.bad-token", "access.weak-password"]);
  const signInHref = `/${storefront.tag}/sign-in`;
  const beneath = <DoorLink href={signInHref}>{words("access.signIn")}</DoorLink>;
  if (typeof token === "string") {
    return (
      <Door title={words("access.resetTitle")} lead={words("access.resetLead")} beneath={<><DoorLink href={`/${storefront.tag}/reset`}>{words("access.askReset")}</DoorLink>{beneath}</>}>
        <ResetForm token={token} signInHref={signInHref} said={said} words={{ password: words("access.newPassword"), passwordHint: words("access.passwordHint"), submit: words("access.reset"), done: words("access.resetDone"), signIn: words("access.signIn") }} />
      </Door>
    );
  }
  return (
    <Door title={words("access.askResetTitle")} lead={words("access.askResetLead")} beneath={beneath}>
      <AskResetForm storefront={storefront.tag} said={said} words={{ email: words("access.email"), submit: words("access.askReset"), sent: words("access.askResetSent", { email: "{email}" }) }} />
    </Door>
  );
};

export default ResetPage;
