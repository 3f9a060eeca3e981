import { isCountryCode, type CountryCode } from "@/kernel/country";
import type { Currency } from "@/kernel/currency";
import type { Money } from "@/kernel/money";
import type { PlainDate } from "@/kernel/time";
import type { Consignment } from "./rule";

export type LandedItem = {
  readonly hs: string;
  /** Where it was made, in the sense of customs. */
  readonly origin: CountryCode;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** Of one piece. */
  readonly weightGrams: number;
};

export type LandedCostInput = Omit<Consignment, "on"> & {
  readonly date: PlainDate;
  /** The currency of the answer, the market's. Prices may come in others. */
  readonly currency: Currency;
  readonly items: readonly LandedItem[];
  readonly freight: Money;
  readonly insurance: Money | null;
  /** What the buyer has against yearly and daily limits; null is not known and counts as nothing used. */
  readonly buyer: { readonly usedThisYear: Money | null; readonly sameDayValue: Money | null; readonly usesThisYear: number | null };
  /**
   * What the other parcels of the same order hold, when this is one of several: limits of value and of pieces look at the whole order, because what one
   * consignor sends one person at one time is one consignment in law, however it is packed.
   */
  readonly alongside?: { readonly goods: readonly Money[]; readonly freight: readonly Money[]; readonly pieces: number };
  /** The day whose exchange rates count, when it is not `date`: a rule of next year is computed with the rates of today. */
  readonly ratesOn?: PlainDate;
};

export type DeclarationRefusal =
  | { readonly code: "customs.no-lines" } | { readonly code: "customs.too-many-lines"; readonly most: number }
  | { readonly code: "customs.bad-hs" | "customs.bad-origin" | "customs.bad-quantity" | "customs.bad-amount" | "customs.bad-weight"; readonly line: number }
  | { readonly code: "customs.bad-freight" | "customs.bad-date" | "customs.bad-buyer" };

const mostLines = 200;
const mostMinor = 10n ** 15n;

// Chapters 1 to 97 of HS 2022; 77 is kept free, 98 and 99 are for nations' own use and mean nothing abroad.
const isHsCode = (text: string): boolean => /^(?:0[1-9]|[1-68]\d|7[0-689]|9[0-7])\d{4}$/.test(text);

/** What is wrong with a declaration before any rule is read, or null. Sums over ten thousand million units and more than 200 lines are no purchase. */
export const faultIn = (input: LandedCostInput): DeclarationRefusal | null => {
  const isBad = (a: Money | null) => a !== null && (a.amount < 0n || a.amount > mostMinor);
  if (input.items.length === 0) return { code: "customs.no-lines" };
  if (input.items.length > mostLines) return { code: "customs.too-many-lines", most: mostLines };
  if (input.date < "2000-01-01" || input.date > "2100-01-01") return { code: "customs.bad-date" };
  if (isBad(input.freight) || isBad(input.insurance)) return { code: "customs.bad-freight" };
  const { usedThisYear, sameDayValue, usesThisYear } = input.buyer;
  if (isBad(usedThisYear) || isBad(sameDayValue) || (usesThisYear !== null && (!Number.isInteger(usesThisYear) || usesThisYear < 0))) return { code: "customs.bad-buyer" };
  for (const [line, item] of input.items.entries()) {
    if (!isHsCode(item.hs)) return { code: "customs.bad-hs", line };
    if (!isCountryCode(item.origin)) return { code: "customs.bad-origin", line };
    if (!Number.isInteger(item.quantity) || item.quantity < 1 || item.quantity > 10_000) return { code: "customs.bad-quantity", line };
    if (isBad(item.unitPrice)) return { code: "customs.bad-amount", line };
    if (!Number.isInteger(item.weightGrams) || item.weightGrams < 0 || item.weightGrams > 10_000_000) return { code: "customs.bad-weight", line };
  }
  return null;
};
