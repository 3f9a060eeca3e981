import { wordsIn } from "@/i18n/translator";
import { currentPerson } from "@/modules/access/who";
import { tongueOf } from "@/modules/market/tongue";
import { ButtonLink } from "@/ui/primitives/button";

/** What is not in the merchant centre or the back office, or not there for this person, inside their frame and in the language of the person. */
export const MissingRoom = async () => {
  const { language, tag } = tongueOf((await currentPerson())?.storefront);
  const words = wordsIn(language);
  return (
    <div className="page max-w-xl space-y-4 py-10">
      <h1 className="text-2xl font-bold">{words("shop.notFound")}</h1>
      <p className="text-ink-soft">{words("shop.notFoundBody")}</p>
      <ButtonLink tone="quiet" href={`/${tag}`}>{words("shop.toHome")}</ButtonLink>
    </div>
  );
};
