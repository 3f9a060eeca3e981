import { Ruler, X } from "lucide-react";
import { wordsFor, type Words } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import { chart, groupOf, pivotOf } from "@/modules/sizing/size";
import { isFamily } from "@/modules/sizing/size-table";
import type { ProductOffer } from "../product-queries";
import { ownSize, rangeLabel, systemName } from "./variant-words";

const guideId = "size-guide";
const shownSystems = ["EU", "DE", "FR", "UK", "US", "JP", "CN", "KR", "BR", "ISO"];

const isRange = (value: unknown): value is [number, number] => Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");

/** The sizes of a listing in other countries' systems, with the body behind each label, and the merchant's own measurements. Opens without a script. */
export const SizeGuide = ({ family, offers, storefront, words }: { family: string | null; offers: readonly ProductOffer[]; storefront: OpenStorefront; words: Words }) => {
  const sized = [...new Map(offers.flatMap((offer) => (offer.sizeLabel && offer.sizeSystem ? [[offer.sizeLabel, offer] as const] : []))).values()];
  const system = sized[0]?.sizeSystem;
  if (!family || !isFamily(family) || !system || sized.length === 0) return null;
  const { language, market, profile } = storefront;
  const table = chart(family, system);
  const own = profile.sizeSystems[groupOf[family]] ?? "";
  const systems = [...new Set([own, ...shownSystems])].filter((name) => name !== system && table.systems.includes(name)).slice(0, 6);
  const rows = table.rows.filter((row) => sized.some((offer) => offer.sizeLabel === row.label));
  const measured = sized.filter((offer) => offer.measurements);
  const measures = [...new Set(measured.flatMap((offer) => Object.entries(offer.measurements ?? {}).flatMap(([name, value]) => (isRange(value) ? [name] : []))))];
  const sample = ownSize(family, system, sized[0]?.sizeLabel ?? "", profile.sizeSystems);
  const measureName = (measure: string) => wordsFor(words, `sizing.measures.${measure}`, {}, "sizing.measures.other");
  const cell = "border-b border-line px-2.5 py-2 text-center tabular whitespace-nowrap";
  return (
    <>
      <button type="button" popoverTarget={guideId} className="mt-2 inline-flex min-h-11 items-center gap-1.5 text-sm font-medium text-brand underline underline-offset-2"><Ruler size={16} aria-hidden />{words("product.sizeGuide")}</button>
      <div
        id={guideId} popover="auto" role="dialog" aria-labelledby={`${guideId}-title`}
        className="fixed inset-x-0 top-auto bottom-0 m-0 max-h-[85dvh] w-full max-w-none overflow-auto rounded-t-2xl bg-surface p-4 shadow-2xl backdrop:bg-black/40 sm:inset-0 sm:m-auto sm:h-fit sm:w-fit sm:max-w-2xl sm:rounded-2xl sm:p-6"
      >
        <div className="mb-2 flex items-center justify-between gap-4">
          <h2 id={`${guideId}-title`} className="text-lg font-bold">{words("product.sizeChart.title")}</h2>
          <button type="button" popoverTarget={guideId} popoverTargetAction="hide" aria-label={words("product.sizeChart.close")} className="grid size-11 place-items-center rounded-lg hover:bg-ground"><X size={20} aria-hidden /></button>
        </div>
        {rows.length > 0 && (
          <>
            <p className="mb-3 text-sm text-ink-soft">{words("product.sizeChart.intro")}</p>
            <div className="overflow-x-auto">
              <table className="w-full text-sm">
                <thead><tr>
                  <th scope="col" className={`${cell} text-start font-semibold`}>{systemName(system) || words("product.sizeChart.label")}</th>
                  {systems.map((name) => <th key={name} scope="col" className={`${cell} font-semibold ${name === own ? "bg-brand-tint text-brand-strong" : ""}`}>{systemName(name) || words("product.sizeChart.label")}</th>)}
                  <th scope="col" className={`${cell} font-semibold`}>{measureName(pivotOf[family])}</th>
                </tr></thead>
                <tbody>{rows.map((row) => {
                  const body = row.body[pivotOf[family]];
                  return (
                    <tr key={row.label}>
                      <th scope="row" className={`${cell} text-start font-semibold`}>{row.label}</th>
                      {systems.map((name) => <td key={name} className={`${cell} ${name === own ? "bg-brand-tint font-semibold text-brand-strong" : ""}`}>{row.labels[name] ?? "–"}</td>)}
                      <td className={cell}>{body && <bdi>{rangeLabel(body, profile.unitSystem, language, market)}</bdi>}</td>
                    </tr>
                  );
                })}</tbody>
              </table>
            </div>
            {sample && <p className="mt-3 text-xs text-ink-soft">{words(`sizing.confidence.${sample.confidence}`)}{" · "}{words("product.sizeChart.source", { source: [...new Set(sample.source.split("; "))].join("; ") })}</p>}
          </>
        )}
        {measures.length > 0 && (
          <>
            <h3 className="mt-5 mb-2 font-semibold">{words("product.sizeChart.measured")}</h3>
            <p className="mb-2 text-sm text-ink-soft">{words(measured[0]?.measurements?.["kind"] === "garment" ? "product.sizeChart.kindGarment" : "product.sizeChart.kindBody")}</p>
            <table className="w-full text-sm">
              <thead><tr><th scope="col" className={`${cell} text-start font-semibold`}>{words("product.sizeChart.label")}</th>{measures.map((name) => <th key={name} scope="col" className={`${cell} font-semibold`}>{measureName(name)}</th>)}</tr></thead>
              <tbody>{measured.map((offer) => (
                <tr key={offer.id}>
                  <th scope="row" className={`${cell} text-start font-semibold`}>{offer.sizeLabel}</th>
                  {measures.map((name) => {
                    const value = offer.measurements?.[name];
                    return <td key={name} className={cell}>{isRange(value) ? <bdi>{rangeLabel(value, profile.unitSystem, language, market)}</bdi> : "–"}</td>;
                  })}
                </tr>
              ))}</tbody>
            </table>
          </>
        )}
      </div>
    </>
  );
};
