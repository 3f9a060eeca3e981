import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { Door, DoorLink } from "@/modules/access/components/door";
import { refusalWords } from "@/modules/access/components/refusal-words";
import { SignUpForm } from "@/modules/access/components/sign-up-form";
import { nextPath } from "@/modules/access/next-path";
import { findStorefront } from "@/modules/market/queries";

type Props = { params: Promise<{ storefront: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("access.signUpTitle"), robots: { index: false } } : {};
};

const SignUpPage = async ({ params, searchParams }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const { next } = await searchParams;
  const words = wordsIn(storefront.language);
  const signIn = `/${storefront.tag}/sign-in?next=${encodeURIComponent(nextPath(typeof next === "string" ? next : null, `/${storefront.tag}/account`))}`;
  return (
    <Door title={words("access.signUpTitle")} lead={words("access.signUpLead")} beneath={<><span>{words("access.haveAccount")}</span><DoorLink href={signIn}>{words("access.signIn")}</DoorLink></>}>
      <SignUpForm
        storefront={storefront.tag}
        signInHref={signIn}
        said={refusalWords(words, ["access.bad-email", "access.weak-password"])}
        words={{
          name: words("access.name"), nameHint: words("access.nameHint"), email: words("access.email"), password: words("access.password"),
          passwordHint: words("access.passwordHint"), submit: words("access.signUp"), sent: words("access.signUpSent"),
          sentBody: words("access.signUpSentBody", { email: "{email}" }), sentShop: words("access.signUpSentShop"), signIn: words("access.signIn"),
        }}
      />
    </Door>
  );
};

export default SignUpPage;
