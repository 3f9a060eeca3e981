import { redirect } from "next/navigation";
import { wordsIn } from "@/i18n/translator";
import { currentPerson } from "@/modules/access/who";
import { tongueOf } from "@/modules/market/tongue";
import { ButtonLink } from "@/ui/primitives/button";
import { Notice } from "@/ui/primitives/notice";

/** What a closed door shows: the sign-in page to somebody unknown, a plain word to somebody who may not. */
export const TurnedAway = async ({ refusal, path }: { refusal: { readonly code: string }; path: string }) => {
  const person = await currentPerson();
  const { language, tag } = tongueOf(person?.storefront);
  if (refusal.code === "access.not-signed-in") redirect(`/${tag}/sign-in?next=${encodeURIComponent(path)}`);
  const words = wordsIn(language);
  return (
    <div className="page max-w-xl space-y-4 py-10">
      <h1 className="text-2xl font-bold">{words("admin.notAllowed")}</h1>
      <Notice tone="warn">{words("admin.notAllowedBody", { email: person?.email ?? "" })}</Notice>
      <ButtonLink tone="quiet" href={`/${tag}`}>{words("admin.toStart")}</ButtonLink>
    </div>
  );
};
