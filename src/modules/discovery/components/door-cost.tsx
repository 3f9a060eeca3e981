import { ChevronDown, PackageCheck, Truck } from "lucide-react";
import { wordsFor, type Words } from "@/i18n/translator";
import { barArguments } from "@/modules/customs/components/bar-words";
import { Receipt } from "@/modules/customs/components/receipt";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatMoney } from "@/ui/format/price";
import { countryName, formatDay, formatDayRange } from "@/ui/format/words";
import { Notice } from "@/ui/primitives/notice";
import type { EstimateRefusal, LandedEstimate } from "../landed-estimate";
import { receiptOfWay, worthwhile } from "../ways-to-the-door";
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
          <div className="pb-3"><Receipt parts={[receiptOfWay(way)]} words={words} language={language} market={market} /></div>
        </details>
      ))}
      <p className="border-t border-line px-4 py-2.5 text-xs text-ink-soft">{words("product.estimate", { date: formatDay(on, language, market, { day: "numeric", month: "short", year: "numeric" }) })}</p>
    </>
  );
};
