import { directionOf } from "@/i18n/languages";
import type { Currency } from "@/kernel/currency";
import type { Ratio } from "@/kernel/ratio";
import { formatNumber } from "./words";

// People read a rate, nobody counts with it: six digits of a float are exact enough to be read.
const asNumber = ({ numerator, denominator }: Ratio): number => Number(numerator) / Number(denominator);

/** A share as people write it: 1,5 % · 8 %. Cut after one decimal, not rounded up: no discount is called larger than it is. */
export const formatShare = (share: Ratio, language: string, market?: string): string =>
  formatNumber(asNumber(share), language, market, { style: "percent", maximumFractionDigits: 1, roundingMode: "trunc" } as Intl.NumberFormatOptions);

/** A rate as an equation of both currencies: 1 EUR = 6,0492 BRL. The smaller unit never stands on the left: 100 JPY = 0.55 EUR reads worse than 1 EUR = 182.66 JPY. */
export const formatRate = ({ from, to, rate }: { readonly from: Currency; readonly to: Currency; readonly rate: Ratio }, language: string, market?: string): string => {
  const isSmall = rate.numerator < rate.denominator;
  const [one, other, shown] = isSmall ? [to, from, { numerator: rate.denominator, denominator: rate.numerator }] : [from, to, rate];
  const text = `1 ${one} = ${formatNumber(asNumber(shown), language, market, { maximumSignificantDigits: 6 })} ${other}`;
  return directionOf(language) === "rtl" ? `\u2066${text}\u2069` : text;
};
