import { wordsIn } from "@/i18n/translator";
import { currentPerson, requireMerchant } from "@/modules/access/who";
import { listOwnBrands } from "@/modules/catalog/category-queries";
import { changeFactsAction } from "@/modules/discovery/actions";
import { draftListingAction } from "@/modules/listing/actions";
import { EditorFrame } from "@/modules/listing/components/editor-frame";
import { editorWords } from "@/modules/listing/components/editor-words";
import { FactsForm } from "@/modules/listing/components/facts-form";
import { listCountries } from "@/modules/market/queries";
import { tongueOf } from "@/modules/market/tongue";
import { TurnedAway } from "@/modules/merchant/components/turned-away";
import { countryName } from "@/ui/format/words";

/** The first step of a new listing: what it is. From the second on it has an address of its own. */
const NewListing = async () => {
  const who = await requireMerchant();
  if (!who.ok) return <TurnedAway refusal={who.refusal} path="/sell/listings/new" />;
  const { language } = tongueOf((await currentPerson())?.storefront);
  const [brands, countries] = await Promise.all([listOwnBrands(who.value), listCountries()]);
  const words = editorWords(wordsIn(language));
  const named = countries.map(({ code }) => [code, countryName(code, language)] as const).sort((a, b) => a[1].localeCompare(b[1], language));
  return (
    <EditorFrame title={words.newTitle} state={null} step="what" missing={[]} href={null} isSaved={false} words={words}>
      <FactsForm
        start={{
          listing: null, category: null, hs: null,
          facts: { brandId: brands[0]?.id ?? "", categoryId: "", hs: "", origin: "", materials: [], sizeFamily: null, flags: [], weightGrams: 0, lengthMm: 0, widthMm: 0, heightMm: 0 },
        }}
        brands={brands} countries={named} language={language} draft={draftListingAction} change={changeFactsAction} words={words}
      />
    </EditorFrame>
  );
};

export default NewListing;
