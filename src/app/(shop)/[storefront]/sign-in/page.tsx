import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { wordsFor, wordsIn } from "@/i18n/translator";
import { Door, DoorLink } from "@/modules/access/components/door";
import { refusalWords } from "@/modules/access/components/refusal-words";
import { SignInForm } from "@/modules/access/components/sign-in-form";
import { nextPath } from "@/modules/access/next-path";
import { currentPerson } from "@/modules/access/who";
import { findStorefront } from "@/modules/market/queries";
import { env } from "@/platform/env";

type Props = { params: Promise<{ storefront: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined): string | null => (typeof value === "string" ? value : null);

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("access.signInTitle"), robots: { index: false } } : {};
};

const SignInPage = async ({ params, searchParams }: Props) => {
  const storefront = await findStorefront((await params).storefront);
  if (!storefront) notFound();
  const query = await searchParams;
  const base = `/${storefront.tag}`;
  const next = nextPath(one(query["next"]), `${base}/account`);
  const asked = encodeURIComponent(next);
  const done = `${base}/sign-in/done?next=${asked}`;
  if (await currentPerson()) redirect(done);
  const words = wordsIn(storefront.language);
  const error = one(query["error"]);
  return (
    <Door
      title={words("access.signInTitle")}
      lead={words("access.signInLead")}
      beneath={<><span>{words("access.noAccount")}</span><DoorLink href={`${base}/sign-up?next=${asked}`}>{words("access.signUp")}</DoorLink><DoorLink href={`${base}/reset`}>{words("access.forgot")}</DoorLink></>}
    >
      <SignInForm
        done={done}
        said={refusalWords(words, ["access.wrong-password"])}
        words={{ email: words("access.email"), password: words("access.password"), submit: words("access.signIn"), google: words("access.withGoogle"), or: words("access.or") }}
        withGoogle={Boolean(env().OAUTH_GOOGLE_ID && env().OAUTH_GOOGLE_SECRET)}
        first={error === null ? null : wordsFor(words, error === "access.email-not-verified" ? `refusals.${error}` : "refusals.unknown")}
      />
    </Door>
  );
};

export default SignInPage;
