import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { wordsFor, type Words } from "@/i18n/translator";
import type { Money } from "@/kernel/money";
import type { PlainDate } from "@/kernel/time";
import { formatMoney } from "@/ui/format/price";
import { formatDay, formatNumber, languageName } from "@/ui/format/words";
import { receiptTotals, type ReceiptPart, type Tariff } from "../receipt";
import type { Reckoning } from "../reckoning";

type Shown = { readonly words: Words; readonly language: string; readonly market: string };
type ShownCharge = ReceiptPart["charges"][number];

/**
 * Why this price: goods, delivery and every charge, each opened to the rule behind it, then what is paid at checkout and what at the door.
 * The one receipt of product page, cart, checkout, order and invoice. `isPaid` speaks of the past; `isOpen` shows every rule, for paper.
 */
export const Receipt = ({ parts, isPaid = false, isOpen = false, ...shown }: Shown & { parts: readonly ReceiptPart[]; isPaid?: boolean; isOpen?: boolean }) => {
  const [first, ...others] = parts;
  if (!first) return null;
  const { words, language, market } = shown;
  const money = (amount: Money) => formatMoney(amount, language, market);
  const totals = receiptTotals([first, ...others]);
  const near = parts.flatMap((part) => part.near ?? []);
  const noteOf = (part: ReceiptPart) => (others.length > 0 ? part.title : null);
  return (
    <div className="text-sm" data-testid="receipt">
      <Line label={words("receipt.goods")} value={money(totals.goods)} isOpen={isOpen} />
      {parts.map((part, index) => (
        <Line key={index} label={words("receipt.delivery")} note={noteOf(part)} marks={part.tariff?.confidence === "low" ? [words("receipt.estimate")] : []} value={money(part.delivery)} isOpen={isOpen}>
          {part.tariff && <Carriage tariff={part.tariff} {...shown} />}
        </Line>
      ))}
      {parts.flatMap((part, index) => part.charges.map((charge) => (
        <Line
          key={`${index} ${charge.rule.id} ${charge.name}`} label={wordsFor(words, `customs.charges.${charge.name}`, {}, "customs.charges.other")} note={noteOf(part)} isOpen={isOpen}
          marks={[...(charge.due === "arrival" && charge.amount.amount > 0n ? [words("receipt.onArrival")] : []), ...(charge.rule.confidence === "low" ? [words("receipt.estimate")] : [])]}
          value={charge.amount.amount === 0n ? words("receipt.nothing") : money(charge.amount)}
        >
          <Rule charge={charge} {...shown} />
        </Line>
      )))}
      {parts.flatMap((part, index) => part.unknown.map((kind) => (
        <Line key={`${index} ${kind}`} label={wordsFor(words, `customs.notKnown.${kind}`, {}, "customs.charges.other")} note={noteOf(part)} value={<span className="font-semibold text-warn">{words("receipt.unknown")}</span>} isOpen={isOpen}>
          <p>{words("receipt.unknownBody")}</p>
        </Line>
      )))}
      <div className="mt-2 grid gap-1 border-t border-line pt-2">
        <p className="flex items-baseline justify-between gap-3 text-base font-bold"><span>{words(isPaid ? "receipt.paid" : "receipt.dueNow")}</span><bdi className="tabular text-xl" data-testid="total">{money(totals.now)}</bdi></p>
        <div data-testid="on-arrival">
          {totals.onArrival.amount > 0n ? (
            <>
              <p className="flex justify-between gap-3 font-semibold text-warn"><span>{words("receipt.dueArrival")}</span><bdi className="tabular">{money(totals.onArrival)}</bdi></p>
              <p className="mt-1 flex justify-between gap-3 border-t border-line pt-2 font-bold"><span>{words(totals.isWhole ? "receipt.total" : "receipt.totalKnown")}</span><bdi className="tabular">{money(totals.landed)}</bdi></p>
            </>
          ) : totals.isWhole && <p className="text-ink-soft">{words("receipt.nothingOnArrival")}</p>}
        </div>
      </div>
      {near.length > 0 && <p className="mt-1.5 text-xs text-ink-soft">{words("customs.near", { limits: near.map(money).join(", ") })}</p>}
    </div>
  );
};

const Line = ({ label, note = null, marks = [], value, isOpen, children }: { label: string; note?: string | null; marks?: readonly string[]; value: ReactNode; isOpen: boolean; children?: ReactNode }) => {
  const row = (
    <>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-1.5">
          {label}
          {marks.map((mark) => <span key={mark} className="rounded bg-warn-tint px-1 text-xs text-warn">{mark}</span>)}
          {children && <ChevronDown size={15} className="shrink-0 text-ink-faint transition-transform group-open/line:rotate-180 print:hidden" aria-hidden />}
        </span>
        {note && <bdi className="block truncate text-xs text-ink-soft">{note}</bdi>}
      </span>
      <bdi className="tabular shrink-0">{value}</bdi>
    </>
  );
  if (!children) return <div className="flex min-h-11 items-center justify-between gap-3 lg:min-h-8">{row}</div>;
  return (
    <details className="group/line" open={isOpen}>
      <summary className="flex min-h-11 items-center justify-between gap-3 py-1 hover:text-brand lg:min-h-8">{row}</summary>
      <div className="mb-1 grid gap-0.5 rounded-lg bg-ground px-3 py-2 text-xs text-ink-soft">{children}</div>
    </details>
  );
};

/** The carrier's price line by line, in the money of its rate card, and where that is from. */
const Carriage = ({ tariff: { carrier, name, lines, source, confidence }, words, language, market }: Shown & { tariff: Tariff }) => (
  <>
    <p lang="en" dir="ltr" className="text-start text-ink">{`${carrier}, ${name}`}</p>
    {lines.map(({ kind, amount }) => (
      <p key={kind} className="flex justify-between gap-3"><span>{wordsFor(words, `receipt.carriage.${kind}`, {}, "customs.charges.other")}</span><bdi className="tabular">{formatMoney(amount, language, market)}</bdi></p>
    ))}
    <p>{words("receipt.source", { source })}</p>
    <p>{words(`customs.confidence.${confidence}`)}</p>
  </>
);

/** The row of the rule book: how it was reckoned, its text in a broker's own English, said to be, its source, its days, and how sure it is. */
const Rule = ({ charge: { rule, base }, words, language, market }: Shown & { charge: ShownCharge }) => {
  const day = (date: PlainDate) => formatDay(date, language, market, { day: "numeric", month: "short", year: "numeric" });
  return (
    <>
      {rule.reckoning && <p className="font-medium text-ink">{howText(rule.reckoning, base, { words, language, market })}</p>}
      <p lang="en" dir="ltr" className="text-start text-ink">{rule.text}</p>
      {language !== "en" && <p>{words("shop.shownIn", { language: languageName("en", language) })}</p>}
      <p>{words("receipt.source", { source: rule.source })}</p>
      <p>{rule.effectiveTo ? words("receipt.ruleBetween", { from: day(rule.effectiveFrom), to: day(rule.effectiveTo) }) : words("receipt.ruleSince", { date: day(rule.effectiveFrom) })}</p>
      {rule.checkedOn && <p>{words("receipt.checkedOn", { date: day(rule.checkedOn) })}</p>}
      <p>{words(`customs.confidence.${rule.confidence}`)}</p>
    </>
  );
};

/** The base and the rate of a charge in words: "20 % of €41.00". */
const howText = (how: Reckoning, base: Money | null, { words, language, market }: Shown): string => {
  const money = (amount: Money) => formatMoney(amount, language, market);
  const share = (percent: string) => formatNumber(Number(percent) / 100, language, market, { style: "percent", maximumFractionDigits: 4 });
  return wordsFor(words, `receipt.how.${how.kind}`, {
    base: base ? money(base) : "",
    ...("percent" in how ? { percent: share(how.percent) } : {}),
    ...("less" in how ? { less: money(how.less) } : {}),
    ...("vat" in how ? { vat: share(how.vat), consumption: share(how.consumption) } : {}),
    ...("free" in how ? { free: money(how.free), perKg: money(how.perKg) } : {}),
    ...("each" in how ? { each: money(how.each) } : {}),
    ...("per" in how ? { per: how.per } : {}),
  });
};
