import { exponentOf } from "@/kernel/currency";
import type { Money } from "@/kernel/money";

/** An amount as customs forms have it: a point, as many digits as the currency has, and its code: 1299.50 BRL, 1980 JPY. */
export const decimalText = ({ amount, currency }: Money): string => {
  const digits = exponentOf(currency);
  const text = amount.toString().padStart(digits + 1, "0");
  return digits === 0 ? `${text} ${currency}` : `${text.slice(0, -digits)}.${text.slice(-digits)} ${currency}`;
};
