"use client";
import { useState } from "react";
import type { Currency } from "@/kernel/currency";
import type { Money } from "@/kernel/money";
import type { Ratio } from "@/kernel/ratio";
import type { CrossRate } from "@/modules/fx/rate";
import type { EditorWords } from "@/modules/listing/components/editor-words";
import { SaveBar, useSave, type Save } from "@/modules/listing/components/use-save";
import { priceText, typedPrice } from "@/modules/listing/typed-price";
import type { PriceEndings } from "@/modules/market/market";
import { pricePolicies, type PricePolicy } from "../price-policy";
import type { SetPrices } from "../schema";
import { merchantNet, shelfForNet } from "../shelf-price";

export type PriceRow = {
  readonly code: string; readonly name: string; readonly currency: Currency; readonly endings: PriceEndings; readonly rate: CrossRate | null;
  /** As typed before; empty where the base price counts. */
  readonly own: string;
  readonly converted: Money | null;
  /** How the converted price is made, or why there is none; what the shopper pays at the door at the saved price. */
  readonly how: string; readonly door: string;
};
export type PriceWords = { readonly policyTitle: string; readonly policies: Readonly<Record<PricePolicy, { readonly name: string; readonly note: string }>>; readonly own: string; readonly net: string; readonly bad: string };

const box = "h-11 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-2 tabular placeholder:text-ink-faint aria-invalid:border-bad aria-invalid:bg-bad-tint";

/** Prices market by market, read both ways: what is typed on the shelf says what the merchant gets, what the merchant wants to get says the shelf price. */
export const PriceForm = ({ listing, policy, offerIds, rows, merchantCurrency, spread, commission, after, save, words, editor }: {
  readonly listing: { readonly id: string; readonly version: number }; readonly policy: PricePolicy; readonly offerIds: readonly string[]; readonly rows: readonly PriceRow[];
  readonly merchantCurrency: Currency; readonly spread: Ratio; readonly commission: Ratio; readonly after: string; readonly save: Save<SetPrices>; readonly words: PriceWords; readonly editor: EditorWords;
}) => {
  const netOf = (row: PriceRow, shelf: string): string => {
    const typed = shelf.trim() === "" ? null : typedPrice(shelf, row.currency);
    const price = typed ? (typed.ok ? typed.value : null) : row.converted;
    return price && row.rate ? priceText(merchantNet({ shelf: price, rate: row.rate, spread, commission }).net) : "";
  };
  const [way, setWay] = useState(policy);
  const [typed, setTyped] = useState(() => rows.map((row) => ({ shelf: row.own, net: netOf(row, row.own) })));
  const saving = useSave<SetPrices>({ words: editor, save, after: () => after });
  const put = (at: number, change: { shelf: string; net: string }) => {
    saving.touch();
    setTyped(typed.map((one, index) => (index === at ? change : one)));
  };
  const typeNet = (at: number, row: PriceRow, net: string) => {
    const wanted = typedPrice(net, merchantCurrency);
    const shelf = wanted.ok && row.rate ? priceText(shelfForNet({ net: wanted.value, market: { currency: row.currency, priceEndings: row.endings }, rate: row.rate, spread, commission })) : (typed[at]?.shelf ?? "");
    put(at, { shelf: net.trim() === "" ? "" : shelf, net });
  };
  const send = () => void saving.send({
    listingId: listing.id as SetPrices["listingId"], version: listing.version, policy: way, offerIds: offerIds as SetPrices["offerIds"],
    prices: rows.flatMap((row, at) => (typed[at]?.shelf === row.own ? [] : [{ market: row.code, price: typed[at]?.shelf ?? "" }])),
  }, false);
  return (
    <form method="post" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <fieldset>
        <legend className="font-semibold">{words.policyTitle}</legend>
        {pricePolicies.map((one) => (
          <label key={one} className="flex min-h-11 items-start gap-2 py-1.5">
            <input type="radio" name="policy" className="mt-0.5 size-5 shrink-0 accent-brand" checked={way === one} onChange={() => { saving.touch(); setWay(one); }} />
            <span>{words.policies[one].name}<span className="block text-sm text-ink-soft">{words.policies[one].note}</span></span>
          </label>
        ))}
      </fieldset>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {rows.map((row, at) => {
          const fault = saving.faults[`prices.${row.code}`] !== undefined;
          return (
            <li key={row.code} className="grid grid-cols-2 items-end gap-x-3 gap-y-1.5 py-3 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
              <div className="col-span-2 self-center sm:col-span-1">
                <p className="font-semibold">{row.name}</p>
                <p className="text-xs text-ink-soft">{row.how}</p>
                {row.door && <p className="text-xs text-ink-soft">{row.door}</p>}
              </div>
              <label className="text-xs text-ink-soft">{`${words.own} (${row.currency})`}
                <input name={`own-${row.code}`} className={`${box} font-semibold text-ink`} dir="ltr" inputMode="decimal" maxLength={30} placeholder={row.converted ? priceText(row.converted) : ""} value={typed[at]?.shelf ?? ""}
                  aria-label={`${words.own}: ${row.name}`} aria-invalid={fault || undefined} onChange={(event) => put(at, { shelf: event.target.value, net: netOf(row, event.target.value) })} />
              </label>
              <label className="text-xs text-ink-soft">{`${words.net} (${merchantCurrency})`}
                <input name={`net-${row.code}`} className={`${box} text-good`} dir="ltr" inputMode="decimal" maxLength={30} disabled={row.rate === null} value={typed[at]?.net ?? ""}
                  aria-label={`${words.net}: ${row.name}`} onChange={(event) => typeNet(at, row, event.target.value)} />
              </label>
              {fault && <p className="col-span-full text-sm text-bad">{words.bad}</p>}
            </li>
          );
        })}
      </ul>
      <SaveBar saving={saving} words={editor} onSave={send} isLast />
    </form>
  );
};
