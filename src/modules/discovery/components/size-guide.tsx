import { Ruler, X } from "lucide-react";
import { wordsFor, type Words } from "@/i18n/translator";
import { chartColumns } from "@/modules/catalog/size-chart";
import type { ListingPage } from "@/modules/listing/queries";
import type { OpenStorefront } from "@/modules/market/queries";
import { chart, groupOf, pivotOf } from "@/modules/sizing/size";
import { isFamily, systemName, type Range } from "@/modules/sizing/size-table";
import type { ProductOffer } from "../product-queries";
import { ownSize, rangeLabel, tablesOf } from "./variant-words";

const guideId = "size-guide";
const shownSystems = ["EU", "DE", "FR", "UK", "US", "JP", "CN", "KR", "BR", "ISO"];
const cell = "border-b border-line px-2.5 py-2 text-center tabular whitespace-nowrap";

const isRange = (value: unknown): value is Range => Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");

type Measured = { readonly label: string; readonly values: Readonly<Record<string, Range | undefined>> };

/** A line a label, a column a measure, in the market's units. Nothing where nothing is measured. */
const MeasureTable = ({ about, columns, lines, storefront: { language, market, profile }, words }: {
  about: string; columns: readonly (readonly [measure: string, name: string])[]; lines: readonly Measured[]; storefront: OpenStorefront; words: Words;
}) => {
  const shown = columns.filter(([measure]) => lines.some(({ values }) => values[measure]));
  if (shown.length === 0) return null;
  return (
    <>
      <p className="mt-3 mb-1 text-sm text-ink-soft">{about}</p>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead><tr><th scope="col" className={`${cell} text-start font-semibold`}>{words("product.sizeChart.label")}</th>{shown.map(([measure, name]) => <th key={measure} scope="col" className={`${cell} font-semibold`}>{name}</th>)}</tr></thead>
          <tbody>{lines.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row" className={`${cell} text-start font-semibold`}>{label}</th>
              {shown.map(([measure]) => <td key={measure} className={cell}>{values[measure] ? <bdi>{rangeLabel(values[measure], profile.unitSystem, language, market)}</bdi> : "–"}</td>)}
            </tr>
          ))}</tbody>
        </table>
      </div>
    </>
  );
};

/**
 * The sizes of a listing in other countries' systems, with the body behind each label, the brand's own chart, and what the merchant measured on the item.
 * Opens without a script.
 */
export const SizeGuide = ({ listing, offers, storefront, words }: { listing: ListingPage; offers: readonly ProductOffer[]; storefront: OpenStorefront; words: Words }) => {
  const family = listing.product.sizeFamily;
  const sized = [...new Map(offers.flatMap((offer) => (offer.sizeLabel && offer.sizeSystem ? [[offer.sizeLabel, offer] as const] : []))).values()];
  const system = sized[0]?.sizeSystem;
  if (!family || !isFamily(family) || !system || sized.length === 0) return null;
  const { language, market, profile } = storefront;
  const tables = tablesOf(listing);
  const isOffered = (label: string) => sized.some((offer) => offer.sizeLabel === label);
  const table = chart(family, system, tables, isOffered);
  const own = profile.sizeSystems[groupOf[family]] ?? "";
  const systems = [...new Set([own, ...shownSystems])].filter((name) => name !== system && table.systems.includes(name)).slice(0, 6);
  const sample = ownSize(family, system, sized[0]?.sizeLabel ?? "", profile.sizeSystems, tables);
  const { body: bodyColumns, garment: garmentColumns } = chartColumns[family];
  const bodyNames = bodyColumns.map((measure) => [measure, words(`sizing.measures.${measure}`)] as const);
  const garmentNames = garmentColumns.map((measure) => [measure, words(`sizing.garment.${measure}`)] as const);
  const lines = (listing.chart?.rows ?? []).filter(({ label }) => isOffered(label));
  const garment = lines.map(({ label, garment: flat }) => ({ label, values: Object.fromEntries(Object.entries(flat).map(([measure, mm]) => [measure, [mm, mm] as const])) }));
  const item = sized.map(({ sizeLabel, measurements }): Measured => ({ label: sizeLabel ?? "", values: Object.fromEntries(Object.entries(measurements ?? {}).flatMap(([measure, value]) => (isRange(value) ? [[measure, value]] : []))) }));
  const isGarment = sized.some(({ measurements }) => measurements?.["kind"] === "garment");
  const itemNames = [...new Set(item.flatMap(({ values }) => Object.keys(values)))].map((measure) => [measure, wordsFor(words, `sizing.${isGarment ? "garment" : "measures"}.${measure}`, {}, "sizing.measures.other")] as const);
  const shared = { storefront, words };
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
        {table.rows.length > 0 && (
          <>
            <p className="mb-3 text-sm text-ink-soft">{words("product.sizeChart.intro")}</p>
            <div className="overflow-x-auto">
              <table className="w-full text-sm">
                <thead><tr>
                  <th scope="col" className={`${cell} text-start font-semibold`}>{systemName(system) || words("product.sizeChart.label")}</th>
                  {systems.map((name) => <th key={name} scope="col" className={`${cell} font-semibold ${name === own ? "bg-brand-tint text-brand-strong" : ""}`}>{systemName(name) || words("product.sizeChart.label")}</th>)}
                  <th scope="col" className={`${cell} font-semibold`}>{words(`sizing.measures.${pivotOf[family]}`)}</th>
                </tr></thead>
                <tbody>{table.rows.map((row) => {
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
        {lines.length > 0 && (
          <section>
            <h3 className="mt-5 font-semibold">{words("product.sizeChart.brand", { brand: listing.brand.name })}</h3>
            <MeasureTable about={words("product.sizeChart.kindBody")} columns={bodyNames} lines={lines.map(({ label, body }) => ({ label, values: body }))} {...shared} />
            <MeasureTable about={words("product.sizeChart.kindGarment")} columns={garmentNames} lines={garment} {...shared} />
          </section>
        )}
        {itemNames.length > 0 && (
          <section>
            <h3 className="mt-5 font-semibold">{words("product.sizeChart.measured")}</h3>
            <MeasureTable about={words(isGarment ? "product.sizeChart.kindGarment" : "product.sizeChart.kindBody")} columns={itemNames} lines={item} {...shared} />
          </section>
        )}
      </div>
    </>
  );
};
