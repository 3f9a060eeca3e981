import { ChevronDown, Lightbulb } from "lucide-react";
import { wordsIn, type Words } from "@/i18n/translator";
import { Receipt } from "@/modules/customs/components/receipt";
import type { Basket } from "@/modules/discovery/basket";
import { refusalText } from "@/modules/discovery/components/door-cost";
import { receiptOfWay } from "@/modules/discovery/ways-to-the-door";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatMoney } from "@/ui/format/price";
import type { CartCost } from "../queries";

/** What a parcel of the cart costs at the door, opened to its receipt; and, where customs counts codes, what another piece would do. */
export const ParcelCost = ({ cost, storefront }: { cost: CartCost | null; storefront: OpenStorefront }) => {
  const { language, market } = storefront;
  const words = wordsIn(language);
  if (!cost) return null;
  if (!cost.ways.ok) return <p className="border-t border-line px-3 py-2.5 text-sm text-warn sm:px-4">{refusalText(cost.ways.refusal, { storefront, words })}</p>;
  const [way] = cost.ways.value;
  const hints = cost.basket ? hintsOf(cost.basket, { words, language, market }) : [];
  return (
    <div className="border-t border-line px-3 sm:px-4" data-testid="parcel-cost">
      <details className="group/cost">
        <summary className="flex min-h-11 items-center justify-between gap-3 text-sm font-semibold hover:text-brand">
          <span className="flex items-center gap-1.5">{words(way.cost.refusal ? "receipt.totalKnown" : "receipt.total")}<ChevronDown size={15} className="shrink-0 text-ink-faint transition-transform group-open/cost:rotate-180" aria-hidden /></span>
          <bdi className="tabular">{formatMoney(way.cost.total, language, market)}</bdi>
        </summary>
        <div className="pb-3"><Receipt parts={[receiptOfWay(way)]} words={words} language={language} market={market} /></div>
      </details>
      {hints.length > 0 && (
        <ul className="grid gap-1 pb-3 text-sm text-ink-soft" data-testid="basket-hints">
          {hints.map((hint) => <li key={hint} className="flex gap-2"><Lightbulb size={16} className="mt-0.5 shrink-0 text-brand" aria-hidden />{hint}</li>)}
        </ul>
      )}
    </div>
  );
};

const hintsOf = ({ sameKind, anotherKind, grouping }: Basket, { words, language, market }: { words: Words; language: string; market: string }): string[] => [
  ...(sameKind?.amount === 0n ? [words("cart.basket.same")] : []),
  ...(anotherKind && anotherKind.amount > 0n ? [words("cart.basket.other", { amount: formatMoney(anotherKind, language, market) })] : []),
  ...(grouping && grouping.saves.amount > 0n
    ? [grouping.best === "together"
      ? words("cart.basket.together", { amount: formatMoney(grouping.saves, language, market) })
      : words("cart.basket.apart", { amount: formatMoney(grouping.saves, language, market), count: grouping.parcels })]
    : []),
];
