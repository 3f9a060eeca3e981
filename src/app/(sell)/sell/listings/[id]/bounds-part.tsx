import type { Language } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import { dayIn } from "@/kernel/time";
import type { MerchantActor } from "@/modules/access/actor";
import { MarketBounds } from "@/modules/discovery/components/market-bounds";
import { marketBounds } from "@/modules/discovery/restricted-queries";
import type { EditorWords } from "@/modules/listing/components/editor-words";
import type { EditedListing } from "@/modules/listing/own-queries";
import { listOwnPapers } from "@/modules/listing/paper-queries";
import { now } from "@/platform/clock";

/** What borders say of the listing, and the papers that answer them. Nothing while there are no goods to speak of. */
export const BoundsPart = async ({ actor, listing, language, words: { refusals } }: { actor: MerchantActor; listing: EditedListing; language: Language; words: EditorWords }) => {
  const [bounds, papers] = await Promise.all([marketBounds(actor, listing.number), listOwnPapers(actor, listing.id)]);
  if (!bounds) return null;
  const words = wordsIn(language);
  return (
    <MarketBounds
      bounds={bounds} papers={papers} listingId={listing.id} today={dayIn(now(), "UTC")} language={language} words={words}
      form={{
        choose: words("papers.choose"), validUntil: words("papers.validUntil"), validUntilHint: words("papers.validUntilHint"), send: words("papers.send"), sending: words("papers.sending"),
        fileNeeded: words("papers.fileNeeded"), dayNeeded: words("papers.dayNeeded"), refusals,
      }}
    />
  );
};
