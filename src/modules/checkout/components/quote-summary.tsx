import type { Words } from "@/i18n/translator";
import { times } from "@/kernel/money";
import { Receipt } from "@/modules/customs/components/receipt";
import { formatMoney } from "@/ui/format/price";
import { Parts } from "@/ui/primitives/parts";
import { receiptOf, type Quote } from "../quote";

/** Every line and every charge of a promise, with the rule behind each; what is due now and what at the door are kept apart. */
export const QuoteSummary = ({ quote, title, words, language, market }: { readonly words: Words; readonly language: string; readonly market: string; readonly quote: Quote; readonly title: string }) => (
  <section className="grid gap-3" data-testid="summary">
    <h2 className="text-lg font-bold">{title}</h2>
    <ul className="grid gap-3">
      {quote.consignments.flatMap((c) => c.lines).map((line) => (
        <li key={line.offerId} className="grid grid-cols-[3.25rem_1fr_auto] items-start gap-3 text-sm">
          <span className="relative block size-13 overflow-hidden rounded-lg bg-ground">
            {line.picture && <img src={`${line.picture}-400.webp`} alt="" width={52} height={52} loading="lazy" className="size-full object-cover" />}
            <span className="tabular absolute end-0 top-0 min-w-5 rounded-es bg-ink/75 px-1 text-center text-xs font-semibold text-white">{line.quantity}</span>
          </span>
          <span className="min-w-0">
            <span className="line-clamp-2 leading-snug"><bdi {...(line.titleLanguage !== language ? { lang: line.titleLanguage } : {})}>{line.title}</bdi></span>
            <span className="text-ink-soft"><Parts text={line.variantLabel} /></span>
          </span>
          <bdi className="tabular pt-0.5">{formatMoney(times(line.unitPrice, line.quantity), language, market)}</bdi>
        </li>
      ))}
    </ul>
    <div className="border-t border-line pt-2"><Receipt parts={receiptOf(quote)} words={words} language={language} market={market} /></div>
  </section>
);
