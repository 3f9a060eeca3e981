import type { CountryCode } from "@/kernel/country";
import { ok, refuse, type Result } from "@/kernel/result";

/** The lines an address may have anywhere; which ones a country has, needs and in what order is its AddressForm. */
export const addressFields = ["recipient", "organization", "line1", "line2", "dependentLocality", "locality", "region", "postcode"] as const;
export type AddressField = (typeof addressFields)[number];

/** An address form of one country: what is asked, in its own order, under its own names. */
export type AddressForm = {
  readonly country: CountryCode;
  readonly rows: readonly (readonly AddressField[])[];
  readonly required: readonly AddressField[];
  /** What the country calls its parts: "state", "prefecture", "emirate"; "suburb", "neighborhood"; "zip", "postal". Keys of messages. */
  readonly names: { readonly region: string; readonly locality: string; readonly dependentLocality: string; readonly postcode: string };
  /** Regions to choose from, by what is stored; empty: free text. */
  readonly regions: readonly { readonly value: string; readonly name: string; readonly latin: string | null }[];
  /** Regular expression sources, any of which a postcode must match. */
  readonly postcodePatterns: readonly string[];
  readonly postcodeExample: string | null;
  /** Whether letters are written in a script of its own there, so that a carrier from abroad needs a Latin form beside it. */
  readonly hasLatinForm: boolean;
};

/** Name and street once more in Latin letters, for the label of a carrier from abroad. */
export type LatinForm = { readonly recipient: string; readonly line1: string; readonly locality: string };

export type Address = { readonly country: CountryCode; readonly phone: string; readonly latin: LatinForm | null } & Readonly<Partial<Record<AddressField, string>>>;

export type TypedAddress = Readonly<Partial<Record<AddressField | "phone" | "latinRecipient" | "latinLine1" | "latinLocality", string | undefined>>>;
/** An address as it would be typed again. */
export const typedAgain = ({ country: _, latin, ...fields }: Address): TypedAddress =>
  ({ ...fields, latinRecipient: latin?.recipient, latinLine1: latin?.line1, latinLocality: latin?.locality });

export type AddressInvalid = { readonly code: "address.invalid"; readonly fields: Readonly<Record<string, "required" | "invalid" | "not-latin">> };

/**
 * A typed address as it goes on a label, or what is wrong with it, field by field.
 *
 * Text is normalised first (full-width digits and letters folded, spaces tidied, a postcode in capitals), then judged by the form of the country:
 * a field that the country does not have is dropped and never missed; one it needs must be there; a region must be one of the list, by its key or any
 * of its names; a postcode must have the country's form. A recipient and a phone number are always needed: a carrier asks for both.
 * The phone comes already judged (null: not a number there), because numbering plans are a library's tables.
 */
export const checkAddress = (form: AddressForm, typed: TypedAddress, phone: string | null): Result<Address, AddressInvalid> => {
  const faults: Record<string, "required" | "invalid" | "not-latin"> = {};
  const kept: Partial<Record<AddressField, string>> = {};
  const asked = new Set<AddressField>([...form.rows.flat(), "recipient", "line2"]);
  const required = new Set<AddressField>([...form.required, "recipient"]);
  for (const field of addressFields) {
    if (!asked.has(field)) continue;
    const text = tidy(typed[field] ?? "");
    if (text === "") {
      if (required.has(field)) faults[field] = "required";
      continue;
    }
    const value = field === "region" ? regionOf(form, text) : field === "postcode" ? postcodeOf(form, text) : text;
    if (value === null) faults[field] = "invalid";
    else kept[field] = value;
  }
  if (tidy(typed.phone ?? "") === "") faults.phone = "required";
  else if (phone === null) faults.phone = "invalid";
  const latin = { recipient: tidy(typed.latinRecipient ?? ""), line1: tidy(typed.latinLine1 ?? ""), locality: tidy(typed.latinLocality ?? "") };
  const hasLatin = form.hasLatinForm && Object.values(latin).some((text) => text !== "");
  if (hasLatin) for (const [key, text] of Object.entries(latin)) if (text !== "" && !isLatin(text)) faults[`latin${key[0]?.toUpperCase()}${key.slice(1)}`] = "not-latin";
  return Object.keys(faults).length > 0 ? refuse({ code: "address.invalid", fields: faults }) : ok({ country: form.country, phone: phone ?? "", latin: hasLatin ? latin : null, ...kept });
};

/** The region as customs rules name it (ISO 3166-2 without the country), or null where the list keeps names instead of codes. */
export const regionCode = (address: Pick<Address, "region">): string | null => (address.region && /^[A-Z0-9]{1,3}$/.test(address.region) ? address.region : null);

/** What of an address decides a price, as rules and carriers read it; null where it is not given or not sound. The same text gives the same place. */
export const pricedPlace = (form: AddressForm, typed: { readonly region?: string | null | undefined; readonly postcode?: string | null | undefined }): { readonly region: string | null; readonly postcode: string | null } => {
  const fields = form.rows.flat();
  const region = tidy(typed.region ?? "");
  const postcode = tidy(typed.postcode ?? "");
  const known = fields.includes("region") && region !== "" ? regionOf(form, region) : null;
  return { region: known && regionCode({ region: known }), postcode: fields.includes("postcode") && postcode !== "" ? postcodeOf(form, postcode) : null };
};

const tidy = (text: string): string => text.normalize("NFKC").replace(/[\p{Cc}\p{Cf}]/gu, " ").replace(/\s+/g, " ").trim().slice(0, 200);
const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(text);

const regionOf = (form: AddressForm, text: string): string | null => {
  if (form.regions.length === 0) return text;
  const wanted = text.toLocaleLowerCase("en");
  return form.regions.find((r) => [r.value, r.name, r.latin ?? ""].some((name) => name.toLocaleLowerCase("en") === wanted))?.value ?? null;
};

const postcodeOf = (form: AddressForm, text: string): string | null => {
  const code = text.toUpperCase();
  const matches = form.postcodePatterns.every((source) => new RegExp(`^(?:${source})$`, "i").test(code));
  return matches && code.length <= 12 ? code : null;
};
