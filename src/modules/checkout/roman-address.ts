import { ok, refuse, type Result } from "@/kernel/result";
import { inRoman } from "@/modules/logistics/shipment";
import type { Address } from "@/modules/shopper/address";

/** The three lines that a label cannot do without, in Roman letters. */
export const romanLines = ["recipient", "line1", "locality"] as const;
export type RomanLines = { readonly [line in (typeof romanLines)[number]]?: string | undefined };
export type RomanNeeded = { readonly code: "checkout.roman-letters-needed"; readonly fields: readonly (typeof romanLines)[number][] };

type Addressed = Pick<Address, "latin"> & { readonly [field in "recipient" | "organization" | "line1" | "line2" | "dependentLocality" | "locality" | "region"]?: string | undefined };

/** What of an address has no Roman form yet: what a merchant must type for the label. */
export const romanMissing = (address: Addressed): readonly (typeof romanLines)[number][] => romanLines.filter((line) => romanOf(address, line, {}) === null);

/**
 * The recipient as a label has it in Roman letters: what the shopper gave in them, else what the merchant typed, else the address itself where it is written
 * in them. A second line, district, company or region in another script is left out: the postcode finds the place.
 */
export const romanRecipient = (address: Addressed, typed: RomanLines): Result<{ readonly name: string; readonly lines: readonly string[] }, RomanNeeded> => {
  const [name, line1, locality] = romanLines.map((line) => romanOf(address, line, typed));
  const fields = romanLines.filter((line) => romanOf(address, line, typed) === null);
  if (fields.length > 0) return refuse({ code: "checkout.roman-letters-needed", fields });
  const also = (text: string | undefined) => inRoman(text ?? "") ?? "";
  const place = [locality, also(address.region)].filter((part, at, all) => part && all.indexOf(part) === at).join(", ");
  return ok({ name: name ?? "", lines: [also(address.organization), line1 ?? "", also(address.line2), also(address.dependentLocality), place].filter((line) => line !== "") });
};

const romanOf = (address: Addressed, line: (typeof romanLines)[number], typed: RomanLines): string | null => {
  const given = typed[line]?.trim() ? inRoman(typed[line].trim().slice(0, 120)) : null;
  // A country whose form has no such line, as Singapore has no city, needs none.
  if (!address[line] && !address.latin?.[line]) return given ?? "";
  return (address.latin?.[line] ? inRoman(address.latin[line]) : null) ?? (inRoman(address[line] ?? "") || null) ?? given;
};
