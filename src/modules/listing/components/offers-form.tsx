"use client";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { variantKey } from "@/modules/catalog/product";
import { Button } from "@/ui/primitives/button";
import { Field, SelectField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { useTypedEarly } from "@/ui/primitives/typed-early";
import type { ChangeOffers } from "../schema";
import type { EditorWords } from "./editor-words";
import { VariantMaker, type NewVariant } from "./variant-maker";
import { SaveBar, useSave, type Save } from "./use-save";

type Pieces = { readonly locationId: string; readonly count: string; readonly was: number; readonly reserved: number };
export type OfferDraft = NewVariant & { readonly key: string; readonly offerId: string | null; readonly sku: string; readonly price: string; readonly weight: string; readonly isActive: boolean; readonly stock: readonly Pieces[] };
type Location = { readonly id: string; readonly name: string };

const box = "h-11 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-2 tabular aria-invalid:border-bad aria-invalid:bg-bad-tint";

/** Step 3: variants with prices and what lies where. A table for a desk, cards for a phone; one value for all rows at a stroke. */
export const OffersForm = ({ listing, offers, currency, currencies, locations, sizeSystems, weightGrams, wasSeen, save, words }: {
  listing: { readonly id: string; readonly version: number }; offers: readonly OfferDraft[]; currency: string; currencies: readonly string[]; locations: readonly Location[];
  sizeSystems: Readonly<Record<string, readonly string[]>>; weightGrams: number; wasSeen: boolean; save: Save<ChangeOffers>; words: EditorWords;
}) => {
  const [rows, setRows] = useState(offers);
  const [coin, setCoin] = useState(currency);
  const [all, setAll] = useState({ price: "", count: "" });
  const form = useTypedEarly();
  const saving = useSave<ChangeOffers>({ words, save, after: (id, goesOn) => `/sell/listings/${id}?step=${goesOn ? "pictures" : "offers&saved"}` });
  const t = words.offers;
  const put = (key: string, part: Partial<OfferDraft>) => {
    saving.touch();
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  };
  const add = (variants: readonly NewVariant[]) => {
    saving.touch();
    const known = new Set(rows.map((row) => variantKey(row)));
    setRows([...rows, ...variants.filter((variant) => !known.has(variantKey(variant))).map((variant, at) => ({
      ...variant, key: `new-${rows.length}-${at}-${variantKey(variant)}`, offerId: null, sku: "", price: all.price, weight: String(weightGrams || ""), isActive: true,
      stock: locations.map(({ id }, place) => ({ locationId: id, count: place === 0 ? all.count || "0" : "0", was: 0, reserved: 0 })),
    }))].slice(0, 200));
  };
  const applyAll = () => {
    saving.touch();
    setRows(rows.map((row) => ({ ...row, ...(all.price ? { price: all.price } : {}), ...(all.count ? { stock: row.stock.map((pieces, place) => (place === 0 ? { ...pieces, count: all.count } : pieces)) } : {}) })));
  };
  const send = (goesOn: boolean) => void saving.send({
    listingId: listing.id as ChangeOffers["listingId"], version: listing.version, currency: coin as ChangeOffers["currency"],
    offers: rows.map(({ offerId, colour, sizeSystem, sizeLabel, capacity, sku, price, weight, isActive, stock }) => ({
      offerId: offerId as ChangeOffers["offers"][number]["offerId"], colour, sizeSystem, sizeLabel, capacity, sku, price, isActive, weightGrams: Math.round(Number(weight) || 0),
      stock: stock.map(({ locationId, count, was }) => ({ locationId: locationId as ChangeOffers["offers"][number]["stock"][number]["locationId"], count: Math.round(Number(count) || 0), was })),
    })),
  }, goesOn);
  const fault = (row: number, field: string) => {
    const word = saving.faults[`offers.${row}.${field}`];
    return word === undefined ? undefined : (t.faults[word as keyof typeof t.faults] ?? words.invalid);
  };
  const nameOf = (row: OfferDraft) => [row.colour && (words.colourNames[row.colour] ?? row.colour), row.sizeLabel && `${row.sizeSystem === "INT" ? "" : row.sizeSystem} ${row.sizeLabel}`.trim(), row.capacity].filter(Boolean).join(" · ") || t.single;
  return (
    <form method="post" ref={form} onSubmit={(event) => { event.preventDefault(); send(true); }}>
      <div className="mb-4 max-w-xs">
        <SelectField label={t.currency} name="currency" value={coin} disabled={wasSeen} hint={wasSeen ? t.currencyFixed : undefined} onChange={(event) => { saving.touch(); setCoin(event.target.value); }}>
          {currencies.map((code) => <option key={code} value={code}>{code}</option>)}
        </SelectField>
      </div>
      <VariantMaker sizeSystems={sizeSystems} onAdd={add} words={words} />
      {rows.length === 0 ? <Notice className="mt-4">{t.none}</Notice> : (
        <>
          <div className="mt-4 grid grid-cols-[1fr_1fr_auto] items-end gap-2 sm:max-w-lg">
            <Field label={t.allPrice} name="all-price" inputMode="decimal" dir="ltr" value={all.price} onChange={(event) => setAll({ ...all, price: event.target.value })} />
            <Field label={t.allStock} name="all-stock" inputMode="numeric" dir="ltr" value={all.count} onChange={(event) => setAll({ ...all, count: event.target.value.replace(/\D/g, "") })} />
            <Button tone="quiet" onClick={applyAll}>{t.apply}</Button>
          </div>
          <ul className="mt-4 divide-y divide-line border-y border-line">
            {rows.map((row, at) => {
              const name = nameOf(row);
              const [rowFault, priceFault, sizeFault] = [fault(at, "form"), fault(at, "price"), fault(at, "sizeLabel")];
              return (
                <li key={row.key} className={`grid grid-cols-2 items-end gap-x-2 gap-y-1.5 py-2.5 sm:grid-cols-[minmax(8rem,1.4fr)_minmax(6rem,1fr)_6.5rem_5rem_minmax(7rem,2fr)_auto] ${row.isActive ? "" : "opacity-60"}`}>
                  <div className="self-center">
                    <p className="font-semibold"><bdi>{name}</bdi></p>
                    <label className="flex min-h-11 items-center gap-2 text-sm sm:min-h-8"><input type="checkbox" className="size-5 accent-brand" checked={row.isActive} onChange={(event) => put(row.key, { isActive: event.target.checked })} />{t.isActive}</label>
                  </div>
                  <label className="text-xs text-ink-soft">{t.sku}<input className={box} dir="ltr" maxLength={60} value={row.sku} aria-label={`${t.sku}: ${name}`} onChange={(event) => put(row.key, { sku: event.target.value })} /></label>
                  <label className="text-xs text-ink-soft">{`${t.price} (${coin})`}<input className={`${box} font-semibold text-ink`} dir="ltr" inputMode="decimal" maxLength={30} value={row.price} aria-label={`${t.price}: ${name}`} aria-invalid={priceFault ? true : undefined} aria-describedby={priceFault ? `e-price-${at}` : undefined} onChange={(event) => put(row.key, { price: event.target.value })} /></label>
                  <label className="col-span-2 text-xs text-ink-soft sm:col-span-1">{t.weight}<input className={box} dir="ltr" inputMode="numeric" maxLength={6} value={row.weight} aria-label={`${t.weight}: ${name}`} onChange={(event) => put(row.key, { weight: event.target.value.replace(/\D/g, "") })} /></label>
                  <div className="col-span-2 flex gap-2 overflow-x-auto sm:col-span-1">
                    {row.stock.map((pieces) => {
                      const place = locations.find(({ id }) => id === pieces.locationId)?.name ?? "";
                      return (
                        <label key={pieces.locationId} className="min-w-20 flex-1 text-xs text-ink-soft">
                          <span className="block truncate" title={place}>{place}{pieces.reserved > 0 && <span className="text-warn">{` (${t.reserved.replace("{count}", String(pieces.reserved))})`}</span>}</span>
                          <input className={box} dir="ltr" inputMode="numeric" maxLength={7} value={pieces.count} aria-label={`${t.stock}: ${name}, ${place}`}
                            onChange={(event) => put(row.key, { stock: row.stock.map((one) => (one === pieces ? { ...one, count: event.target.value.replace(/\D/g, "") } : one)) })} />
                        </label>
                      );
                    })}
                  </div>
                  <button type="button" aria-label={`${words.remove}: ${name}`} onClick={() => { saving.touch(); setRows(rows.filter((one) => one.key !== row.key)); }} className="col-start-2 row-start-1 grid size-11 place-items-center justify-self-end rounded-lg text-ink-soft hover:bg-bad-tint hover:text-bad sm:col-start-auto sm:row-start-auto"><Trash2 size={18} aria-hidden /></button>
                  {(rowFault ?? priceFault ?? sizeFault) && <p id={`e-price-${at}`} className="col-span-full text-sm text-bad">{rowFault ?? priceFault ?? sizeFault}</p>}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <SaveBar saving={saving} words={words} onSave={send} />
    </form>
  );
};
