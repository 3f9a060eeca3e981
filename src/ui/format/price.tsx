import { exponentOf, leastShownOf, shownDigitsOf } from "@/kernel/currency";
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

// Shops in China print a whole price without its fen. A sum keeps them: its lines stand in one column, and ".00" says that nothing was left out.
const isBareWhenWhole = ({ amount, currency }: Money): boolean => currency === "CNY" && amount % 100n === 0n;

const formatFor = (language: string, market: string | undefined, money: Money, isShelf: boolean): Intl.NumberFormat => {
  const { currency, amount } = money;
  // Fewer digits are shown only when the rest is zero: no amount is ever shown rounded.
  const digits = isShelf && isBareWhenWhole(money) ? 0 : amount % leastShownOf(currency) === 0n ? shownDigitsOf(currency) : exponentOf(currency);
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

const written = (money: Money, language: string, market: string | undefined, isShelf: boolean): string => {
  const text = formatFor(language, market, money, isShelf).format(decimalText(money) as unknown as number);
  return isTurned(language, text) ? `\u2066${text.replace(/\u200f/g, "")}\u2069` : text;
};

/** Money as people of the storefront write it in a sum or on a receipt: R$ 129,90 · ¥1,980 · ¥199.00. */
export const formatMoney = (money: Money, language: string, market?: string): string => written(money, language, market, false);

/** A price of one thing as shelves write it: ¥199, but ¥199.50. */
export const formatShelfPrice = (money: Money, language: string, market?: string): string => written(money, language, market, true);

/** What stands together: the sign, the whole part with its groups, the cents. */
const runsOf = (parts: readonly Intl.NumberFormatPart[]): readonly { readonly isWhole: boolean; readonly text: string }[] => {
  const runs: { isWhole: boolean; text: string }[] = [];
  for (const { type, value } of parts) {
    const isWhole = type === "integer" || type === "group";
    const last = runs.at(-1);
    if (last?.isWhole === isWhole) last.text += value;
    else runs.push({ isWhole, text: value });
  }
  return runs;
};

/** A price with its whole part larger than currency and cents, as shelves show it; a sum (`isSum`) keeps all digits. Bidirectional text keeps it in one piece. */
export const Price = ({ money, language, market, isSum = false, className = "" }: { money: Money; language: string; market: string; isSum?: boolean; className?: string }) => {
  const parts = formatFor(language, market, money, !isSum).formatToParts(decimalText(money) as unknown as number);
  const isLeftToRight = isTurned(language, parts.map((part) => part.value).join(""));
  return (
    <bdi {...(isLeftToRight ? { dir: "ltr" } : {})} className={`tabular whitespace-nowrap font-bold text-price ${className}`}>
      {runsOf(parts).map(({ isWhole, text }, index) => (isWhole ? text : <small key={index} className="text-[0.72em]">{isLeftToRight ? text.replace(/\u200f/g, "") : text}</small>))}
    </bdi>
  );
};
