import { endonyms, languages } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import { fits, mostLetters } from "../review";
import { ReviewFields } from "./review-fields";

/** The form by which a buyer reviews something out of a consignment. For the order page; whether it may be sent is decided by the verb. */
export const ReviewForm = ({ consignmentId, listingId, storefront, hasFit, title }: {
  consignmentId: string; listingId: string; storefront: Pick<OpenStorefront, "language">; hasFit: boolean; title: string;
}) => {
  const words = wordsIn(storefront.language);
  return (
    <ReviewFields
      consignmentId={consignmentId} listingId={listingId} language={storefront.language} mostLetters={mostLetters}
      languages={languages.map((code) => [code, endonyms[code]])}
      fits={hasFit ? fits.map((fit) => [fit, words(`review.fit.${fit}`)]) : []}
      words={{
        title: words("review.form.title", { title }), rating: words("review.form.rating"), text: words("review.form.text"), hint: words("review.form.hint"),
        language: words("review.form.language"), fit: words("review.form.fit"), noFit: words("review.form.noFit"), send: words("review.form.send"), thanks: words("review.form.thanks"),
        stars: [1, 2, 3, 4, 5].map((count) => words("review.starsLabel", { count })), required: words("fields.required"), tooLong: words("review.form.tooLong"),
        refused: {
          "review.not-your-purchase": words("refusals.review.not-your-purchase"), "review.too-early": words("refusals.review.too-early"),
          "review.already-written": words("refusals.review.already-written"), "access.not-signed-in": words("refusals.access.not-signed-in"),
          "input.invalid": words("refusals.input.invalid"), unknown: words("refusals.unknown"),
        },
      }}
    />
  );
};
