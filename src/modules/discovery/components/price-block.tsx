import { ChevronDown } from "lucide-react";
import type { Words } from "@/i18n/translator";
import { isInEuropeanUnion } from "@/kernel/country";
import type { Money } from "@/kernel/money";
import type { OpenStorefront } from "@/modules/market/queries";
import type { PriceToday } from "@/modules/pricing/queries";
import { formatMoney, Price } from "@/ui/format/price";
import { formatRate, formatShare } from "@/ui/format/ratio";
import { countryName, formatDay } from "@/ui/format/words";

// Less than a hundredth is a reduction, but none to shout about.
const wholePercent = 100n;

type Shown = { readonly storefront: Pick<OpenStorefront, "language" | "market">; readonly words: Words };

/** The price that a reduction is compared with, struck out, and by how many whole percent today's is lower. */
export const StruckPrice = ({ price, lowestBefore, storefront: { language, market }, words }: Shown & { readonly price: Money; readonly lowestBefore: Money }) => {
  const before = formatMoney(lowestBefore, language, market);
  const share = { numerator: lowestBefore.amount - price.amount, denominator: lowestBefore.amount };
  const isWhole = share.numerator * wholePercent >= share.denominator;
  return (
    <>
      {" "}
      <s className="tabular text-xs text-ink-soft"><span className="sr-only">{words("product.price.before")} </span><bdi className="whitespace-nowrap">{before}</bdi></s>
      {isWhole && " "}
      {isWhole && <b className="tabular rounded bg-bad-tint px-1 text-xs text-bad"><bdi dir="ltr">−{formatShare(share, language, market)}</bdi></b>}
    </>
  );
};

/** The price of a product page: what it was lowered from, what law wants said of that, and how it is made. */
export const PriceBlock = ({ shelf, storefront, words }: Shown & { readonly shelf: PriceToday }) => {
  const { language, market } = storefront;
  const { shown, reduction } = shelf;
  return (
    <div>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <Price money={shown} language={language} market={market} className="text-3xl" />
        {reduction && <StruckPrice price={shown} lowestBefore={reduction.lowestBefore} storefront={storefront} words={words} />}
      </span>
      {reduction && isInEuropeanUnion(market) && <p className="text-sm text-ink-soft">{words("product.price.lowest", { price: formatMoney(reduction.lowestBefore, language, market) })}</p>}
      <p className="text-xs text-ink-soft">{words("product.goodsOnly")}</p>
      <HowMade shelf={shelf} storefront={storefront} words={words} />
    </div>
  );
};

/** Rate, source, day and spread of a converted price, for both sides to see; or that the merchant set it. */
const HowMade = ({ shelf: { basis, from, rate, spread, exact }, storefront: { language, market }, words }: Shown & { readonly shelf: PriceToday }) => {
  if (basis === "own-currency") return null;
  return (
    <details className="group/made text-xs text-ink-soft">
      <summary className="inline-flex min-h-11 items-center gap-1 hover:text-brand lg:min-h-8">{words("product.price.how")}<ChevronDown size={14} className="transition-transform group-open/made:rotate-180" aria-hidden /></summary>
      <p className="rounded-lg bg-ground px-3 py-2">
        {from && rate && spread
          ? words("product.price.converted", {
            base: formatMoney(from, language, market), exact: formatMoney(exact, language, market),
            rate: formatRate(rate, language, market), date: formatDay(rate.observedOn, language, market, { day: "numeric", month: "short", year: "numeric" }), source: rate.source, spread: formatShare(spread, language, market),
          })
          : words("product.price.own", { country: countryName(market, language) })}
      </p>
    </details>
  );
};
