import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { isCountryCode } from "@/kernel/country";
import { wordsIn } from "@/i18n/translator";
import { refusalWords } from "@/modules/access/components/refusal-words";
import { requireShopper } from "@/modules/access/who";
import { findStorefront, listCountries } from "@/modules/market/queries";
import { typedAgain } from "@/modules/shopper/address";
import { addressForm } from "@/modules/shopper/address-queries";
import { AccountFrame } from "@/modules/shopper/components/account-frame";
import { AddressForm } from "@/modules/shopper/components/address-form";
import { addressFaults, addressInputs } from "@/modules/shopper/components/address-inputs";
import { findOwnAddress } from "@/modules/shopper/queries";
import { countryName } from "@/ui/format/words";
import { Button } from "@/ui/primitives/button";
import { Card } from "@/ui/primitives/card";
import { SelectField } from "@/ui/primitives/field";

type Props = { params: Promise<{ storefront: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const storefront = await findStorefront((await params).storefront);
  return storefront ? { title: wordsIn(storefront.language)("account.parts.addresses"), robots: { index: false } } : {};
};

/** One saved address, or a new one: the country first, because it decides which fields there are. */
const AddressPage = async ({ params, searchParams }: Props) => {
  const { storefront: tag, id } = await params;
  const storefront = await findStorefront(tag);
  if (!storefront) notFound();
  const back = `/${storefront.tag}/account/addresses`;
  const shopper = await requireShopper();
  if (!shopper.ok) redirect(`/${storefront.tag}/sign-in?next=${back}`);
  const saved = id === "new" ? null : await findOwnAddress(shopper.value, id);
  if (id !== "new" && !saved) notFound();
  const words = wordsIn(storefront.language);
  const { country: asked } = await searchParams;
  const countries = (await listCountries()).filter((country) => country.shipTo);
  const wanted = typeof asked === "string" && isCountryCode(asked) ? asked : (saved?.address.country ?? storefront.market);
  const country = countries.find(({ code }) => code === wanted)?.code ?? countries[0]?.code;
  if (!country) notFound();
  const form = await addressForm(country);
  const names = countries.map(({ code }) => [code, countryName(code, storefront.language)] as const).sort((a, b) => a[1].localeCompare(b[1], storefront.language));
  const values = saved ? typedAgain(saved.address) : {};
  return (
    <AccountFrame storefront={storefront} current="addresses" title={words(saved ? "account.editAddress" : "account.addAddress")}>
      <Card className="max-w-2xl">
        <form method="get" className="mb-5 flex items-end gap-2">
          <SelectField label={words("address.country")} name="country" defaultValue={country} className="flex-1" autoComplete="country">{names.map(([code, name]) => <option key={code} value={code}>{name}</option>)}</SelectField>
          <Button type="submit" tone="quiet">{words("account.changeCountry")}</Button>
        </form>
        <AddressForm
          key={country} addressId={saved?.id ?? null} country={country} inputs={addressInputs(form, words, storefront.language)} values={values} isDefault={saved?.isDefault ?? false} back={back}
          said={refusalWords(words, ["address.invalid", "address.no-such-address", "address.no-such-country", "address.too-many"])} faults={addressFaults(words)}
          words={{ save: words("account.saveAddress"), usual: words("account.useFirst"), optional: words("address.optional"), choose: words("address.choose") }}
        />
      </Card>
    </AccountFrame>
  );
};

export default AddressPage;
