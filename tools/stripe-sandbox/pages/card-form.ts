import type { CardEntry } from "../payment";
import { iso31661 } from "iso-3166";
import type { Words } from "./words/en";

/** What was typed, as typed, so that a refused form keeps it. */
export interface TypedCard {
  readonly email: string;
  readonly number: string;
  readonly expiry: string;
  readonly cvc: string;
  readonly name: string;
  readonly country: string;
}
export type FieldName = keyof TypedCard;
export type FieldErrors = Partial<Record<FieldName, keyof Words>>;

export const countryCodes: readonly string[] = iso31661.filter((one) => one.state === "assigned").map((one) => one.alpha2);

/** Arabic-Indic and full-width digits mean the same as ASCII ones: keyboards differ. */
const plainDigits = (text: string): string =>
  text.normalize("NFKC").replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

export const readTyped = (form: URLSearchParams): TypedCard => {
  const field = (name: string) => (form.get(name) ?? "").trim().slice(0, 200);
  return { email: field("email"), number: plainDigits(field("number")), expiry: plainDigits(field("expiry")), cvc: plainDigits(field("cvc")), name: field("name"), country: field("country") };
};

/** A card as the payment takes it, or what is wrong with each field. Nothing is sent anywhere before every field is in order. */
export const checkTyped = (typed: TypedCard, knownEmail: string | null, now: Date): { entry: CardEntry } | { errors: FieldErrors } => {
  const errors: FieldErrors = {};
  const number = typed.number.replace(/[\s-]/g, "");
  if (!/^\d{12,19}$/.test(number)) errors.number = "incorrect_number";
  const expiry = /^(0?[1-9]|1[0-2])\s*[/\-. ]?\s*(?:20)?(\d{2})$/.exec(typed.expiry);
  const month = Number(expiry?.[1]);
  const year = 2000 + Number(expiry?.[2]);
  if (!expiry || year * 12 + month - 1 < now.getUTCFullYear() * 12 + now.getUTCMonth() || year > now.getUTCFullYear() + 50) errors.expiry = "invalid_expiry";
  if (!/^\d{3,4}$/.test(typed.cvc)) errors.cvc = "invalid_cvc";
  if (!typed.name) errors.name = "missing_name";
  if (!countryCodes.includes(typed.country)) errors.country = "invalid_country";
  const email = knownEmail ?? typed.email;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) errors.email = "invalid_email";
  if (Object.keys(errors).length) return { errors };
  return { entry: { number, month, year, name: typed.name, country: typed.country, email } };
};
