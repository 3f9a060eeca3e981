import { wordsFor, type Words } from "@/i18n/translator";
import type { Address, AddressField, AddressForm } from "@/modules/shopper/address";
import type { AskedField } from "./checkout-form";

const autoComplete: Readonly<Record<AddressField, string>> = {
  recipient: "name", organization: "organization", line1: "address-line1", line2: "address-line2", dependentLocality: "address-level3", locality: "address-level2",
  region: "address-level1", postcode: "postal-code",
};

/** The fields of a country's form in its own order and under its own names, with what is known already. A company is not asked for: parcels go to persons. */
export const askedFields = (form: AddressForm, words: Words, language: string, given: Partial<Address> | null): AskedField[] => {
  const name = (field: AddressField): string => {
    if (field === "region" || field === "locality" || field === "dependentLocality" || field === "postcode") return wordsFor(words, `checkout.names.${form.names[field]}`, {}, "checkout.names.other");
    return words(`checkout.fields.${field}`);
  };
  const required = new Set<AddressField>([...form.required, "recipient"]);
  const latinFirst = /^(zh|ja|ko|ar|ru)$/.test(language) === false;
  const fields = form.rows.flatMap((row) => row.map((field): AskedField | null => {
    if (field === "organization") return null;
    const isRequired = required.has(field);
    return {
      name: field, isRequired, autoComplete: autoComplete[field], isWide: field === "recipient" || field === "line1" || field === "line2" || row.length === 1,
      label: isRequired ? name(field) : `${name(field)} (${words("checkout.optional")})`,
      ...(field === "postcode" ? { isNumeric: form.postcodePatterns.every((pattern) => !/[A-Z]/.test(pattern.replaceAll("\\d", ""))), hint: form.postcodeExample ? words("checkout.fields.postcodeHint", { example: form.postcodeExample }) : undefined } : {}),
      ...(field === "region" && form.regions.length > 0 ? { options: form.regions.map((r) => [r.value, latinFirst && r.latin && r.latin !== r.name ? `${r.name} (${r.latin})` : r.name] as const) } : {}),
      given: given?.[field],
    };
  })).filter((field) => field !== null);
  return [...fields, { name: "phone", isRequired: true, label: words("checkout.fields.phone"), hint: words("checkout.fields.phoneHint"), autoComplete: "tel", type: "tel", isWide: true, given: given?.phone }];
};

/** Name, street and town once more in Latin letters, where the country writes with its own and the parcel comes from abroad. */
export const latinFields = (form: AddressForm, words: Words, isFromAbroad: boolean): AskedField[] =>
  form.hasLatinForm && isFromAbroad
    ? (["latinRecipient", "latinLine1", "latinLocality"] as const).map((name) => ({ name, isRequired: false, label: `${words(`checkout.fields.${name}`)} (${words("checkout.optional")})`, autoComplete: "off", isWide: name !== "latinLocality" }))
    : [];
