import { wordsFor, type Words } from "@/i18n/translator";
import { formatMoney } from "@/ui/format/price";
import { formatNumber } from "@/ui/format/words";
import { leftOf, type Meter } from "../quota";

/** What may be done lawfully where a limit is near or passed, by the kind of limit. */
const instead: Readonly<Record<Meter["kind"], readonly string[]>> = {
  "year-value": ["fewer-pieces", "general-trade", "next-year"], "day-value": ["another-day", "fewer-pieces"], "year-uses": ["next-year"],
};

/** How much of each customs limit a person has used and will have used with this order, before anything is paid. */
export const QuotaMeters = ({ meters, words, language, market }: { meters: readonly Meter[]; words: Words; language: string; market: string }) => {
  if (meters.length === 0) return null;
  const say = (amount: Meter["limit"]) => ("money" in amount ? formatMoney(amount.money, language, market) : formatNumber(amount.times, language, market));
  return (
    <section className="grid gap-3 border-t border-line pt-3 text-sm" data-testid="quota">
      <h3 className="font-bold">{words("checkout.quota.title")}</h3>
      {meters.map((meter) => {
        const isTight = meter.state !== "open";
        return (
          <div key={meter.kind} className="grid gap-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{words(`checkout.quota.kind.${meter.kind}`)}</span>
              <bdi className={`tabular ${isTight ? "font-semibold text-warn" : ""}`}>{words("checkout.quota.withThis", { after: say(meter.after), limit: say(meter.limit) })}</bdi>
            </div>
            <div className="h-2 overflow-hidden rounded-full bg-line" aria-hidden>
              <div className={`h-full rounded-full ${isTight ? "bg-warn" : "bg-brand"}`} style={{ inlineSize: `${shareOf(meter)}%` }} />
            </div>
            {meter.state === "beyond"
              ? <p className="font-medium text-warn">{words(`checkout.quota.beyond.${meter.kind}`)}</p>
              : <p className="text-ink-soft">{words("checkout.quota.left", { left: say(leftOf(meter)) })}{meter.state === "near" && <span className="ms-2 font-medium text-warn">{words("checkout.quota.near")}</span>}</p>}
            {isTight && <Alternatives alternatives={instead[meter.kind]} words={words} />}
            <details className="text-xs text-ink-soft"><summary className="flex min-h-11 items-center lg:min-h-8">{words("checkout.quota.counted")}</summary><p lang="en" dir="ltr" className="text-start text-ink">{meter.text}</p><p>{meter.source}</p></details>
          </div>
        );
      })}
    </section>
  );
};

/** What may be done instead of what a limit forbids. */
export const Alternatives = ({ alternatives, words }: { alternatives: readonly string[]; words: Words }) => (
  <div>
    <p className="font-medium">{words("checkout.quota.instead")}</p>
    <ul className="list-disc ps-5">{alternatives.map((one) => <li key={one}>{wordsFor(words, `checkout.quota.alternatives.${one}`, {}, "checkout.quota.alternatives.other")}</li>)}</ul>
  </div>
);

const shareOf = ({ limit, after }: Meter): number => {
  const [whole, part] = "money" in limit && "money" in after ? [limit.money.amount, after.money.amount] : [BigInt("times" in limit ? limit.times : 1), BigInt("times" in after ? after.times : 0)];
  return whole <= 0n || part >= whole ? 100 : Number((part * 100n) / whole);
};
