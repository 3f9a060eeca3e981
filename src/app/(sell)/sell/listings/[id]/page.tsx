import { notFound } from "next/navigation";
import { endonyms, languages } from "@/i18n/languages";
import { wordsIn } from "@/i18n/translator";
import { currencies } from "@/kernel/currency";
import { isIdOf } from "@/kernel/id";
import { currentPerson, requireMerchant } from "@/modules/access/who";
import { textFor } from "@/modules/catalog/text";
import { chooseMarketsAction, changeFactsAction, changeOffersAction, writeWordsAction } from "@/modules/discovery/actions";
import { addPictureAction, arrangePicturesAction, draftListingAction } from "@/modules/listing/actions";
import { EditorFrame, isStep } from "@/modules/listing/components/editor-frame";
import { editorWords } from "@/modules/listing/components/editor-words";
import { FactsForm } from "@/modules/listing/components/facts-form";
import { MarketsForm } from "@/modules/listing/components/markets-form";
import { OffersForm } from "@/modules/listing/components/offers-form";
import { PicturesForm } from "@/modules/listing/components/pictures-form";
import { LocationForm } from "@/modules/listing/components/publish-buttons";
import { WordsForm } from "@/modules/listing/components/words-form";
import { offerDrafts, sizeSystemsOf } from "@/modules/listing/components/offer-drafts";
import { findOwnListing, listStockLocations } from "@/modules/listing/own-queries";
import { addStockLocationAction } from "@/modules/merchant/actions";
import { listCountries, listMarkets } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { isFamily } from "@/modules/sizing/size-table";
import { countryName } from "@/ui/format/words";
import { Badge } from "@/ui/primitives/notice";
import { BoundsPart } from "./bounds-part";
import { CheckStep } from "./check-step";
import { categoryChosen, hsChosen } from "./chosen";
import { MatrixPart } from "./matrix-part";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const beside = "inline-flex min-h-11 items-center font-semibold text-brand underline";
const tones = { draft: "warn", live: "good", withdrawn: "plain" } as const;

/** The editor of a listing, a step at a time; every step saves by itself. */
const EditListing = async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const who = await requireMerchant();
  if (!who.ok) return <TurnedAway refusal={who.refusal} path={isIdOf("listing", id) ? `/sell/listings/${id}` : "/sell/listings"} />;
  const listing = isIdOf("listing", id) ? await findOwnListing(who.value, id) : null;
  if (!listing) notFound();
  const { language, market, tag } = tongueOf((await currentPerson())?.storefront);
  const asked = await searchParams;
  const step = isStep(asked["step"]) ? asked["step"] : "what";
  const plain = wordsIn(language);
  const words = editorWords(plain);
  const title = textFor(listing.texts.filter((text) => text.title !== ""), language);
  const seen = { id: listing.id, version: listing.version };
  const named = async () => (await listCountries()).map(({ code }) => [code, countryName(code, language)] as const).sort((a, b) => a[1].localeCompare(b[1], language));
  const open = (await listMarkets()).filter(({ state }) => state === "open" || state === "browse-only");

  const body = async () => {
    if (step === "words") {
      const ordered = [language, ...languages.filter((one) => one !== language)];
      const texts = Object.fromEntries(listing.texts.map((text) => [text.language, { title: text.title, description: text.description, keywords: text.keywords.join(", ") }]));
      const wanted = languages.find((one) => one === asked["language"]) ?? language;
      return <WordsForm listing={seen} texts={texts} languages={ordered.map((code) => [code, endonyms[code]] as const)} first={wanted} save={writeWordsAction} words={words} />;
    }
    if (step === "offers") {
      const family = listing.facts.sizeFamily;
      const locations = (await listStockLocations(who.value)).map((place) => ({ id: place.id, name: `${place.city}, ${countryName(place.country, language)}${place.kind === "origin" ? "" : ` · ${words.offers.kinds[place.kind]}`}` }));
      return (
        <>
          <p className="mb-2 flex flex-wrap gap-x-5">
            {listing.offers.length > 0 && <a href={`/sell/listings/${listing.id}/prices`} className={beside}>{plain("centre.prices.open")}</a>}
            {family !== null && isFamily(family) && <a href={`/sell/sizes/${listing.facts.brandId}/${family}`} className={beside}>{plain("centre.sizes.title")}</a>}
          </p>
          <OffersForm
            listing={seen} offers={offerDrafts(listing.offers, locations)} currency={listing.currency} currencies={currencies} locations={locations}
            sizeSystems={sizeSystemsOf(listing.facts.sizeFamily)} weightGrams={listing.facts.weightGrams} wasSeen={listing.wasSeen} save={changeOffersAction} words={words}
          />
          <LocationForm countries={await named()} first={market} add={addStockLocationAction} words={words} />
        </>
      );
    }
    if (step === "pictures") {
      const colours = [...new Set(listing.offers.flatMap(({ colour }) => colour ?? []))];
      return <PicturesForm listing={seen} pictures={listing.pictures} colours={colours} add={addPictureAction} arrange={arrangePicturesAction} words={words} />;
    }
    if (step === "markets") {
      return (
        <>
          <MarketsForm listing={seen} policy={listing.marketPolicy} chosen={listing.markets} markets={open.map(({ code }) => [code, countryName(code, language)] as const)} save={chooseMarketsAction} words={words} />
          <BoundsPart actor={who.value} listing={listing} language={language} words={words} />
          <MatrixPart actor={who.value} listing={listing} language={language} />
        </>
      );
    }
    if (step === "check") return <CheckStep listing={listing} markets={open} language={language} tag={tag} words={words} />;
    const { facts } = listing;
    return (
      <FactsForm
        start={{ listing: seen, facts, category: await categoryChosen(facts.categoryId, language), hs: await hsChosen(facts.hs, language) }}
        brands={[]} countries={await named()} language={language} draft={draftListingAction} change={changeFactsAction} words={words}
      />
    );
  };
  return (
    <EditorFrame
      title={title ? <bdi lang={title.language}>{title.title}</bdi> : plain("centre.editor.item", { number: String(listing.number) })}
      state={<Badge tone={tones[listing.state]}>{plain(`centre.listings.state.${listing.state}`)}</Badge>}
      step={step} missing={listing.missing} href={(one) => `/sell/listings/${listing.id}?step=${one}`} isSaved={asked["saved"] !== undefined} words={words}
    >
      {await body()}
    </EditorFrame>
  );
};

export default EditListing;
