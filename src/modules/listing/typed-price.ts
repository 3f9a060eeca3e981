import { exponentOf, type Currency } from "@/kernel/currency";
import { money, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";

export type BadPrice = { readonly code: "listing.bad-price" };

/**
 * A price as a merchant typed it, in any language's digits, with a comma or a point before the decimals: "39,90", "39.9", "٣٩٫٩٠".
 *
 * Nothing is guessed: no thousands separators ("1.234" in euros has one digit too many and is refused, not read as 1,234), not more decimals than the
 * currency has, nothing at or below zero, at most twelve digits before the point. "39,90" EUR is 3990; "1980" JPY is 1980.
 */
export const typedPrice = (text: string, currency: Currency): Result<Money, BadPrice> => {
  const latin = text.normalize("NFKC").replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660)).replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0)).replace("٫", ".").trim();
  const match = /^(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(latin);
  const digits = exponentOf(currency);
  const [, whole, fraction = ""] = match ?? [];
  if (whole === undefined || fraction.length > digits) return refuse({ code: "listing.bad-price" });
  const amount = BigInt(whole + fraction.padEnd(digits, "0"));
  return amount > 0n ? ok(money(amount, currency)) : refuse({ code: "listing.bad-price" });
};

/** The price as it stands in a field that is edited: plain digits with a point, "39.90". */
export const priceText = ({ amount, currency }: Money): string => {
  const digits = exponentOf(currency);
  if (digits === 0) return amount.toString();
  const padded = amount.toString().padStart(digits + 1, "0");
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
};
