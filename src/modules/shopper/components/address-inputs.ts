import type { WordKey, Words } from "@/i18n/translator";
import { wordsFor } from "@/i18n/translator";
import type { AddressField, AddressForm, TypedAddress } from "../address";

/** One field of an address form, ready to be shown. */
export type AddressInput = {
  readonly name: keyof TypedAddress;
  readonly label: string;
  readonly hint: string | null;
  readonly isRequired: boolean;
  readonly autoComplete: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly isWide: boolean;
  /** Digits and Latin letters are written from left to right, on every page. */
  readonly isLatin: boolean;
  readonly isNumeric: boolean;
};

const autoComplete: Readonly<Record<AddressField, string>> = {
  recipient: "name", organization: "organization", line1: "address-line1", line2: "address-line2", dependentLocality: "address-level3", locality: "address-level2",
  region: "address-level1", postcode: "postal-code",
};

const named = (words: Words, kind: string, name: string): string => wordsFor(words, `address.${kind}.${name}`, {}, `address.${kind}.other` as WordKey);

/** The fields of a country's address form in its own order and under its own names, then the phone, then the Latin form where letters have another script. */
export const addressInputs = (form: AddressForm, words: Words, language: string): readonly AddressInput[] => {
  const readsLatin = !/^(zh|ja|ko|ar|ru)$/.test(language);
  const labels: Readonly<Record<AddressField, string>> = {
    recipient: words("address.recipient"), organization: words("address.organization"), line1: words("address.line1"), line2: words("address.line2"),
    dependentLocality: named(words, "dependentLocality", form.names.dependentLocality), locality: named(words, "locality", form.names.locality),
    region: named(words, "region", form.names.region),
    // Google's data call it a postal code like any other; in Brazil it has one name only.
    postcode: named(words, "postcode", form.country === "BR" ? "cep" : form.names.postcode),
  };
  // A person first, then their company: the order of the lines on a label is not the order in which people tell who they are.
  const fields: readonly AddressField[] = ["recipient", ...form.rows.flat().filter((field) => field !== "recipient")];
  const narrow = new Set<AddressField>(form.rows.filter((row) => row.length > 1).flat());
  const required = new Set<AddressField>([...form.required, "recipient"]);
  const plain = { hint: null, options: [], isWide: true, isLatin: false, isNumeric: false, isRequired: false } as const;
  const own = fields.map((field): AddressInput => ({
    ...plain, name: field, label: labels[field], isRequired: required.has(field), autoComplete: autoComplete[field], isWide: !narrow.has(field), isLatin: field === "postcode",
    isNumeric: field === "postcode" && form.postcodePatterns.every((pattern) => !/[A-Z]/.test(pattern.replaceAll("\\d", ""))),
    hint: field === "postcode" && form.postcodeExample ? words("address.forExample", { example: form.postcodeExample }) : null,
    options: field === "region" ? form.regions.map(({ value, name, latin }) => ({ value, name: readsLatin && latin && latin !== name ? `${name} (${latin})` : name })) : [],
  }));
  const phone: AddressInput = { ...plain, name: "phone", label: words("address.phone"), hint: words("address.phoneHint"), isRequired: true, autoComplete: "tel", isLatin: true };
  const latin = form.hasLatinForm
    ? (["latinRecipient", "latinLine1", "latinLocality"] as const).map((name): AddressInput => ({ ...plain, name, label: words(`address.${name}`), autoComplete: "off", isLatin: true, hint: name === "latinRecipient" ? words("address.latinHint") : null }))
    : [];
  return [...own, phone, ...latin];
};

/** What an address form may have to say about a field. */
export const addressFaults = (words: Words): Readonly<Record<string, string>> => ({
  required: words("address.required"), invalid: words("address.invalid"), "not-latin": words("address.notLatin"),
});
