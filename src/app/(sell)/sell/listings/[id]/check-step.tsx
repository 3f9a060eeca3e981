import { Check, TriangleAlert } from "lucide-react";
import { endonyms, languages, type Language } from "@/i18n/languages";
import { textFor } from "@/modules/catalog/text";
import { slugOf } from "@/modules/catalog/slug";
import { publishListingAction, withdrawListingAction } from "@/modules/discovery/actions";
import { stepOf } from "@/modules/listing/components/editor-frame";
import type { EditorWords } from "@/modules/listing/components/editor-words";
import { PreviewPicker, PublishButtons } from "@/modules/listing/components/publish-buttons";
import type { EditedListing } from "@/modules/listing/own-queries";
import type { MarketProfile } from "@/modules/market/market";
import { storefrontTag } from "@/modules/market/storefront";
import { countryName, formatList, languageName } from "@/ui/format/words";
import { Notice } from "@/ui/primitives/notice";

/** Step 6: what is missing, what it will look like, and the button. */
export const CheckStep = ({ listing, markets, language, tag, words }: { listing: EditedListing; markets: readonly MarketProfile[]; language: Language; tag: string; words: EditorWords }) => {
  const { check } = words;
  const { missing, state } = listing;
  const untranslated = languages.filter((one) => !listing.texts.some((text) => text.language === one && text.title && text.description));
  const storefronts = markets.flatMap((market) => [...new Set([...market.languages, language])].map((of) => [storefrontTag(of, market.code), `${countryName(market.code, language)} – ${languageName(of, language)}`] as const));
  const text = textFor(listing.texts, language);
  const canPreview = !missing.some((need) => need !== "picture" && need !== "stock");
  return (
    <div className="space-y-5">
      <Notice tone={state === "live" ? "good" : "plain"}>{check[state]}</Notice>
      {missing.length === 0 ? <p className="flex items-center gap-2 font-semibold text-good"><Check size={18} aria-hidden />{check.ready}</p> : (
        <div>
          <h3 className="mb-1 font-semibold">{check.missing}</h3>
          <ul className="divide-y divide-line rounded-card border border-line">
            {missing.map((need) => (
              <li key={need}><a href={`/sell/listings/${listing.id}?step=${stepOf[need]}`} className="flex min-h-11 items-center gap-2 px-3 hover:bg-ground"><TriangleAlert size={17} className="shrink-0 text-warn" aria-hidden />{check.need[need]}</a></li>
            ))}
          </ul>
        </div>
      )}
      {untranslated.length > 0 && <p className="text-sm text-ink-soft">{check.languagesMissing.replace("{languages}", formatList(untranslated.map((one) => endonyms[one]), language))}</p>}
      {canPreview && (
        <div>
          <h3 className="mb-1 font-semibold">{check.preview}</h3>
          <PreviewPicker number={listing.number} storefronts={storefronts} first={storefronts.some(([one]) => one === tag) ? tag : (storefronts[0]?.[0] ?? tag)} words={words} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-4 border-t border-line pt-4">
        <PublishButtons listing={{ id: listing.id, version: listing.version }} isLive={state === "live"} isReady={missing.length === 0} publish={publishListingAction} withdraw={withdrawListingAction} words={words} />
        {state === "live" && text && <a href={`/${tag}/p/${slugOf(text.title)}/${listing.number}`} className="inline-flex min-h-11 items-center font-semibold text-brand underline">{check.openLive}</a>}
      </div>
    </div>
  );
};
