import { ChevronDown, Info, PackageCheck, Truck } from "lucide-react";
import type { ReactNode } from "react";
import { wordsFor, type Words } from "@/i18n/translator";
import { barArguments } from "@/modules/customs/components/bar-words";
import type { Charge } from "@/modules/customs/landed-cost";
import type { OpenStorefront } from "@/modules/market/queries";
import type { Money } from "@/kernel/money";
import type { PlainDate } from "@/kernel/time";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatDay, formatDayRange } from "@/ui/format/words";
import { Notice } from "@/ui/primitives/notice";
import type { EstimateRefusal, LandedEstimate } from "../landed-estimate";
import { worthwhile, type WayToTheDoor } from "../ways-to-the-door";
import type { Door } from "../product-queries";

type Shown = { storefront: OpenStorefront; words: Words };

/** Why something cannot be bought here, in words. */
export const refusalText = (refusal: EstimateRefusal, { storefront: { language, market }, words }: { storefront: Pick<OpenStorefront, "language" | "market">; words: Words }): string =>
  wordsFor(words, `refusals.${refusal.code}`, {
    country: countryName(market, language),
    left: "left" in refusal ? refusal.left : 0,
    goods: "flag" in refusal ? wordsFor(words, `logistics.flags.${refusal.flag}`, {}, "logistics.flags.other") : "",
    ...barArguments(refusal, words),
  });

/** "What it costs at your door": every way with its window and its lines, each line with the rule behind it; or the reason why not, said early. */
export const DoorCost = ({ door, storefront, words }: Shown & { door: Door }) => (
  <section className="overflow-hidden rounded-card border border-line bg-surface">
    <div className="border-b border-line bg-brand-tint px-4 py-3">
      <h2 className="flex items-center gap-2 font-bold text-brand-strong"><PackageCheck size={19} aria-hidden />{words("product.doorTitle")}</h2>
      <p className="text-sm text-brand-strong">{words("product.doorTo", { country: countryName(storefront.market, storefront.language) })}</p>
    </div>
    {door.ok
      ? <Ways estimate={door.value} storefront={storefront} words={words} />
      : <div className="p-4"><Notice tone="warn"><b className="block">{words("product.notBuyable")}</b>{refusalText(door.refusal, { storefront, words })}</Notice></div>}
  </section>
);

const placeKeys = { bonded: "product.fromBonded", hub: "product.fromHub", origin: "product.fromOrigin" } as const;

const Ways = ({ estimate: { from, on, ways }, storefront, words }: Shown & { estimate: LandedEstimate }) => {
  const { language, market } = storefront;
  return (
    <>
      <p className="flex items-start gap-2 px-4 pt-3 text-sm text-ink-soft"><Truck size={16} className="mt-0.5 shrink-0" aria-hidden />{words(placeKeys[from.kind], { country: countryName(from.country, language) })}</p>
      {worthwhile(ways).map((way, index) => (
        <details key={way.service.serviceId} open={index === 0} className="group/way border-b border-line px-4 py-1 last-of-type:border-b-0">
          <summary className="flex min-h-14 items-center gap-3 py-1">
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{words(`logistics.speed.${way.service.speed}`)} <span className="text-xs font-normal text-ink-soft" lang="en">{way.service.carrier}</span></span>
              <span className="block text-sm text-good">{words("product.window", { window: formatDayRange(way.service.window.earliest, way.service.window.latest, language, market) })}</span>
            </span>
            <bdi className="tabular text-lg font-bold">{formatMoney(way.cost.total, language, market)}</bdi>
            <ChevronDown size={17} className="shrink-0 text-ink-faint transition-transform group-open/way:rotate-180" aria-hidden />
          </summary>
          <Lines way={way} storefront={storefront} words={words} />
        </details>
      ))}
      <p className="border-t border-line px-4 py-2.5 text-xs text-ink-soft">{words("product.estimate", { date: formatDay(on, language, market, { day: "numeric", month: "short", year: "numeric" }) })}</p>
    </>
  );
};

const Lines = ({ way: { service, cost }, storefront, words }: Shown & { way: WayToTheDoor }) => {
  const { language, market } = storefront;
  const money = (amount: Money) => formatMoney(amount, language, market);
  const missing = cost.refusal?.missing ?? [];
  return (
    <div className="pb-3 text-sm">
      <Line label={words("product.goods")} value={money(cost.goods)} />
      <Line label={words("product.delivery")} value={money(cost.freight)}>
        <p>{words("product.tariff", { carrier: service.carrier, name: service.name })}</p>
        <p>{words("product.source", { source: service.source })}</p>
        <p>{words(`customs.confidence.${service.confidence}`)}</p>
      </Line>
      {cost.charges.map((charge) => (
        <Line
          key={`${charge.rule.id} ${charge.name}`} label={wordsFor(words, `customs.charges.${charge.name}`, {}, "customs.charges.other")}
          note={charge.due === "arrival" && charge.amount.amount > 0n ? words("product.onArrival") : undefined} value={charge.amount.amount === 0n ? words("product.nothing") : money(charge.amount)}
        >
          <Rule charge={charge} storefront={storefront} words={words} />
        </Line>
      ))}
      {missing.map((kind) => (
        <Line key={kind} label={words(`customs.notKnown.${kind}`)} value={<span className="font-semibold text-warn">{words("product.unknown")}</span>}><p>{words("product.unknownBody")}</p></Line>
      ))}
      <div className="mt-1 flex justify-between gap-3 border-t border-line pt-2 font-bold"><span>{words(missing.length ? "product.totalKnown" : "product.total")}</span><bdi className="tabular">{money(cost.total)}</bdi></div>
      {cost.payableOnArrival.amount > 0n && (
        <>
          <div className="mt-1 flex justify-between gap-3 text-ink-soft"><span>{words("product.dueNow")}</span><bdi className="tabular">{money(cost.payableNow)}</bdi></div>
          <div className="flex justify-between gap-3 text-warn"><span>{words("product.dueArrival")}</span><bdi className="tabular">{money(cost.payableOnArrival)}</bdi></div>
        </>
      )}
      {cost.near && <p className="mt-1.5 text-xs text-ink-soft">{words("customs.near", { limits: cost.near.map(({ threshold }) => money(threshold)).join(", ") })}</p>}
    </div>
  );
};

const Line = ({ label, note, value, children }: { label: string; note?: string | undefined; value: ReactNode; children?: ReactNode }) => {
  const row = (
    <>
      <span className="flex min-w-0 flex-1 items-center gap-1.5">{label}{note && <span className="rounded bg-warn-tint px-1 text-xs text-warn">{note}</span>}{children && <Info size={14} className="shrink-0 text-ink-faint" aria-hidden />}</span>
      <bdi className="tabular">{value}</bdi>
    </>
  );
  if (!children) return <div className="flex min-h-11 items-center justify-between gap-3 lg:min-h-8">{row}</div>;
  return (
    <details>
      <summary className="flex min-h-11 items-center justify-between gap-3 hover:text-brand lg:min-h-8">{row}</summary>
      <div className="mb-1 space-y-0.5 rounded-lg bg-ground px-3 py-2 text-xs text-ink-soft">{children}</div>
    </details>
  );
};

/** The rule of the book in a broker's own words: English, and said to be. */
const Rule = ({ charge: { rule }, storefront: { language, market }, words }: Shown & { charge: Charge }) => {
  const day = (date: PlainDate) => formatDay(date, language, market, { day: "numeric", month: "short", year: "numeric" });
  return (
    <>
      <p lang="en" dir="ltr" className="text-start text-ink">{rule.text}</p>
      <p>{rule.effectiveTo ? words("product.ruleBetween", { from: day(rule.effectiveFrom), to: day(rule.effectiveTo) }) : words("product.ruleSince", { date: day(rule.effectiveFrom) })}</p>
      <p>{words("product.source", { source: rule.source })}</p>
      <p>{words(`customs.confidence.${rule.confidence}`)}</p>
    </>
  );
};
