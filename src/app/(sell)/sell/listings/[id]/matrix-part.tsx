import type { Language } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import type { MerchantActor } from "@/modules/access/actor";
import { MarketMatrix } from "@/modules/discovery/components/market-matrix";
import { marketMatrix } from "@/modules/discovery/matrix-queries";
import type { EditedListing } from "@/modules/listing/own-queries";
import { commission } from "@/modules/pricing/commission";
import { formatNumber } from "@/ui/format/words";

// Without these nothing can be computed; a picture is not needed for a price.
const needed = ["hs", "origin", "weight", "price", "words", "stock"] as const;

/** What every market would pay and what the merchant would get. */
export const MatrixPart = async ({ actor, listing, language }: { actor: MerchantActor; listing: EditedListing; language: Language }) => {
  const words = wordsIn(language);
  const isReady = !needed.some((need) => listing.missing.includes(need));
  const rows = isReady ? await marketMatrix(actor, listing.number) : null;
  const percent = formatNumber(Number(commission.numerator) / Number(commission.denominator), language, undefined, { style: "percent", maximumFractionDigits: 1 });
  return (
    <section className="mt-6">
      <h3 className="text-lg font-bold">{words("centre.editor.markets.matrix")}</h3>
      {rows === null ? <p className="text-ink-soft">{words("centre.editor.markets.notYet")}</p> : (
        <>
          <p className="mb-2 text-sm text-ink-soft">{words("centre.editor.markets.matrixIntro")} {words("centre.editor.markets.columns.net")}: {words("centre.editor.markets.commission", { percent })}.</p>
          <a href={`/sell/listings/${listing.id}/prices`} className="mb-2 inline-flex min-h-11 items-center font-semibold text-brand underline">{words("centre.prices.open")}</a>
          <MarketMatrix rows={rows} language={language} words={words} />
        </>
      )}
    </section>
  );
};
