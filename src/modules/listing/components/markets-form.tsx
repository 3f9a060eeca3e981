"use client";
import { useState } from "react";
import { useTypedEarly } from "@/ui/primitives/typed-early";
import type { ChooseMarkets } from "../schema";
import type { EditorWords } from "./editor-words";
import { Chip, SaveBar, useSave, type Save } from "./use-save";

const policies = ["all", "only", "except"] as const;

/** Step 5: where it is offered. */
export const MarketsForm = ({ listing, policy, chosen, markets, save, words }: {
  listing: { readonly id: string; readonly version: number }; policy: (typeof policies)[number]; chosen: readonly string[]; markets: readonly (readonly [code: string, name: string])[];
  save: Save<ChooseMarkets>; words: EditorWords;
}) => {
  const [way, setWay] = useState(policy);
  const [named, setNamed] = useState(chosen);
  const form = useTypedEarly();
  const saving = useSave<ChooseMarkets>({ words, save, after: (id, goesOn) => `/sell/listings/${id}?step=${goesOn ? "check" : "markets&saved"}` });
  const t = words.markets;
  const send = (goesOn: boolean) => void saving.send({ listingId: listing.id as ChooseMarkets["listingId"], version: listing.version, marketPolicy: way, markets: [...named] }, goesOn);
  return (
    <form method="post" ref={form} onSubmit={(event) => { event.preventDefault(); send(true); }}>
      <div role="radiogroup" aria-label={t.list} className="flex flex-wrap gap-x-6">
        {policies.map((one) => (
          <label key={one} className="flex min-h-11 items-center gap-2"><input type="radio" name="policy" className="size-5 accent-brand" checked={way === one} onChange={() => { saving.touch(); setWay(one); }} />{t.policy[one]}</label>
        ))}
      </div>
      {way !== "all" && (
        <div className="mt-2 flex flex-wrap gap-1.5">
          {markets.map(([code, name]) => <Chip key={code} name={`market-${code}`} isOn={named.includes(code)} onChange={(isOn) => { saving.touch(); setNamed(isOn ? [...named, code] : named.filter((other) => other !== code)); }}>{name}</Chip>)}
        </div>
      )}
      <SaveBar saving={saving} words={words} onSave={send} />
    </form>
  );
};
