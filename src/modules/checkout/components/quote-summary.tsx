import { ChevronDown } from "lucide-react";
import { wordsFor, type Words } from "@/i18n/translator";
import { times, type Money } from "@/kernel/money";
import type { Charge } from "@/modules/customs/landed-cost";
import { formatMoney, Price } from "@/ui/format/price";
import { formatDay, languageName } from "@/ui/format/words";
import { Parts } from "@/ui/primitives/parts";
import type { Quote, QuoteConsignment } from "../quote";

type Shown = { readonly words: Words; readonly language: string; readonly market: string; readonly tag: string };

/** Every line and every charge of a promise, with the rule behind each; what is due now and what at the door are kept apart. */
export const QuoteSummary = ({ quote, title, ...shown }: Shown & { quote: Quote; title: string }) => {
  const { words, language, market } = shown;
  const arrival = quote.consignments.flatMap((c) => c.charges.filter((charge) => charge.due === "arrival" && charge.amount.amount > 0n));
  return (
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
      <dl className="grid gap-0.5 border-t border-line pt-3 text-sm">
        <Row label={words("checkout.goods")} money={quote.goods} {...shown} />
        <Row label={words("checkout.delivery")} money={quote.delivery} {...shown} />
        {quote.consignments.flatMap((c) => c.charges.filter((charge) => charge.due === "checkout").map((charge) => <ChargeRow key={`${c.key} ${charge.rule.id} ${charge.name}`} charge={charge} note={quote.consignments.length > 1 ? c.merchant.name : null} {...shown} />))}
      </dl>
      <div className="flex items-baseline justify-between gap-3 border-t border-line pt-3">
        <span className="font-bold">{words("checkout.dueNow")}</span>
        <span data-testid="total"><Price money={quote.total} language={language} market={market} isSum className="text-2xl" /></span>
      </div>
      <div className="rounded-lg bg-ground p-3 text-sm" data-testid="on-arrival">
        {arrival.length > 0 ? (
          <>
            <div className="flex justify-between gap-3 font-semibold"><span>{words("checkout.dueOnArrival")}</span><bdi className="tabular">{formatMoney(quote.chargesOnArrival, language, market)}</bdi></div>
            <p className="mb-1 text-ink-soft">{words("checkout.onArrivalHint")}</p>
            <dl>{quote.consignments.flatMap((c) => c.charges.filter((charge) => arrival.includes(charge)).map((charge) => <ChargeRow key={`${c.key} ${charge.rule.id} ${charge.name}`} charge={charge} note={quote.consignments.length > 1 ? c.merchant.name : null} {...shown} />))}</dl>
          </>
        ) : quote.consignments.every((c) => c.unknown.length === 0) && <p>{words("checkout.nothingOnArrival")}</p>}
        {quote.consignments.filter((c) => c.unknown.length > 0).map((c) => <p key={c.key} className="text-warn"><b>{c.merchant.name}</b>{" "}{words("checkout.unknown", { what: unknownOf(c) })}</p>)}
      </div>
    </section>
  );
};

const unknownOf = ({ unknown }: QuoteConsignment): string => (unknown.length > 1 ? "both" : (unknown[0] ?? "other"));

const Row = ({ label, money, language, market }: Shown & { label: string; money: Money }) => (
  <div className="flex min-h-8 items-center justify-between gap-3"><dt>{label}</dt><dd><bdi className="tabular">{formatMoney(money, language, market)}</bdi></dd></div>
);

/** A duty, tax or fee; opened, it says which rule it comes from. */
export const ChargeRow = ({ charge, note, words, language, market }: Shown & { charge: Pick<Charge, "name" | "amount"> & { readonly rule: Pick<Charge["rule"], "text" | "source" | "effectiveFrom" | "confidence"> }; note: string | null }) => (
  <div>
    <dt className="sr-only">{wordsFor(words, `customs.charges.${charge.name}`, {}, "customs.charges.other")}</dt>
    <dd>
      <details className="group">
        <summary className="flex min-h-11 items-center justify-between gap-3 py-1 hover:text-brand lg:min-h-8">
          <span className="min-w-0">
            <span className="flex items-center gap-1.5">{wordsFor(words, `customs.charges.${charge.name}`, {}, "customs.charges.other")}<ChevronDown size={15} className="shrink-0 text-ink-faint transition-transform group-open:rotate-180" aria-hidden /></span>
            {note && <bdi className="block truncate text-xs text-ink-faint">{note}</bdi>}
          </span>
          <bdi className="tabular shrink-0">{formatMoney(charge.amount, language, market)}</bdi>
        </summary>
        <div className="mb-1 rounded-lg bg-surface px-3 py-2 text-xs text-ink-soft ring-1 ring-line">
          <p lang="en" dir="ltr" className="text-ink">{charge.rule.text}</p>
          {language !== "en" && <p>{words("shop.shownIn", { language: languageName("en", language) })}</p>}
          <p>{words("checkout.ruleSource", { source: charge.rule.source, day: formatDay(charge.rule.effectiveFrom, language, market, { day: "numeric", month: "short", year: "numeric" }) })}</p>
          <p>{words(`checkout.confidence.${charge.rule.confidence}`)}</p>
        </div>
      </details>
    </dd>
  </div>
);
