import { exponentOf, shownDigitsOf } from "@/kernel/currency";
import type { Money } from "@/kernel/money";
import { directionOf, formatLocale } from "@/i18n/languages";

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

// A sign such as "R$" holds a letter and a neutral: read from right to left it would turn into "$R". Amounts with a Latin sign are isolated
// and stand from left to right in Arabic too; an Arabic sign keeps the order of its language.
const isTurned = (language: string, text: string): boolean => directionOf(language) === "rtl" && !/\p{Script=Arabic}/u.test(text);

/** Money as people of the storefront write it: R$ 129,90 · ¥1,980 · 9.900 ₩. */
export const formatMoney = (money: Money, language: string, market?: string): string => {
  const text = formatFor(language, market, money).format(decimalText(money) as unknown as number);
  return isTurned(language, text) ? `\u2066${text.replace(/\u200f/g, "")}\u2069` : text;
};

/** A price with its whole part larger than currency and cents, as shelves show it. Bidirectional text keeps it in one piece. */
export const Price = ({ money, language, market, className = "" }: { money: Money; language: string; market: string; className?: string }) => {
  const parts = formatFor(language, market, money).formatToParts(decimalText(money) as unknown as number);
  const isLeftToRight = isTurned(language, parts.map((part) => part.value).join(""));
  return (
    <bdi {...(isLeftToRight ? { dir: "ltr" } : {})} className={`tabular whitespace-nowrap font-bold text-price ${className}`}>
      {parts.map((part, index) =>
        part.type === "integer" || part.type === "group" ? part.value : <span key={index} className="text-[0.72em]">{isLeftToRight ? part.value.replace(/\u200f/g, "") : part.value}</span>,
      )}
    </bdi>
  );
};
