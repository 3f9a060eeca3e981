import { exponentOf, shownDigitsOf } from "@/kernel/currency";
import type { Money } from "@/kernel/money";
import { formatLocale } from "@/i18n/languages";

/** Minor units as decimal text, exact however large: `Intl` accepts text and never sees a float. */
const decimalText = ({ amount, currency }: Money): `${number}` => {
  const digits = exponentOf(currency);
  const sign = amount < 0n ? "-" : "";
  const padded = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  const whole = padded.slice(0, padded.length - digits);
  return `${sign}${whole}${digits ? `.${padded.slice(-digits)}` : ""}` as `${number}`;
};

const formats = new Map<string, Intl.NumberFormat>();

const formatFor = (language: string, market: string | undefined, { currency, amount }: Money): Intl.NumberFormat => {
  // Fewer digits are shown only when the rest is zero: no amount is ever shown rounded.
  const shown = shownDigitsOf(currency);
  const digits = amount % 10n ** BigInt(exponentOf(currency) - shown) === 0n ? shown : exponentOf(currency);
  const key = `${language} ${market} ${currency} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(formatLocale(language, market), {
      style: "currency", currency, currencyDisplay: "narrowSymbol", minimumFractionDigits: digits, maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  return format;
};

/** Money as people of the storefront write it: R$ 129,90 · ¥1,980 · 9.900 ₩. */
export const formatMoney = (money: Money, language: string, market?: string): string =>
  formatFor(language, market, money).format(decimalText(money) as unknown as number);

/** A price with its whole part larger than currency and cents, as shelves show it. Bidirectional text keeps it in one piece. */
export const Price = ({ money, language, market, className = "" }: { money: Money; language: string; market: string; className?: string }) => {
  const parts = formatFor(language, market, money).formatToParts(decimalText(money) as unknown as number);
  return (
    <bdi className={`tabular whitespace-nowrap font-bold text-price ${className}`}>
      {parts.map((part, index) =>
        part.type === "integer" || part.type === "group" ? part.value : <span key={index} className="text-[0.72em]">{part.value}</span>,
      )}
    </bdi>
  );
};
