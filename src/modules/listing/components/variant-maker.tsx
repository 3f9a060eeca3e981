"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Field, SelectField } from "@/ui/primitives/field";
import type { EditorWords } from "./editor-words";
import { Chip } from "./use-save";

export type NewVariant = { readonly colour: string | null; readonly sizeSystem: string | null; readonly sizeLabel: string | null; readonly capacity: string | null };

const orNone = <V,>(values: readonly V[]): readonly (V | null)[] => (values.length > 0 ? values : [null]);

/** Makes every combination of the colours, sizes and packs that a merchant ticks. */
export const VariantMaker = ({ sizeSystems, onAdd, words }: { sizeSystems: Readonly<Record<string, readonly string[]>>; onAdd: (variants: readonly NewVariant[]) => void; words: EditorWords }) => {
  const systems = Object.keys(sizeSystems);
  const [colours, setColours] = useState<readonly string[]>([]);
  const [system, setSystem] = useState(systems[0] ?? "");
  const [sizes, setSizes] = useState<readonly string[]>([]);
  const [packs, setPacks] = useState("");
  const t = words.offers;
  const toggle = (list: readonly string[], one: string, isOn: boolean) => (isOn ? [...list, one] : list.filter((other) => other !== one));
  const capacities = packs.split(/[,،、，;]/).map((pack) => pack.trim().slice(0, 30)).filter(Boolean);
  const isPlain = colours.length + sizes.length + capacities.length === 0;
  const make = () => {
    const ordered = (sizeSystems[system] ?? []).filter((label) => sizes.includes(label));
    onAdd(orNone(colours).flatMap((colour) => orNone(ordered).flatMap((sizeLabel) => orNone(capacities).map((capacity) => ({ colour, sizeSystem: sizeLabel === null ? null : system, sizeLabel, capacity })))));
    setColours([]);
    setSizes([]);
    setPacks("");
  };
  return (
    <fieldset className="rounded-card border border-line bg-ground/60 p-3">
      <legend className="px-1 font-semibold">{t.addTitle}</legend>
      <div className="space-y-3">
        <div>
          <p className="mb-1 text-sm font-medium">{t.colours}</p>
          <div className="flex flex-wrap gap-1.5">{Object.entries(words.colourNames).map(([key, name]) => <Chip key={key} name={`colour-${key}`} isOn={colours.includes(key)} onChange={(isOn) => setColours(toggle(colours, key, isOn))}>{name}</Chip>)}</div>
        </div>
        {systems.length > 0 && (
          <div className="grid gap-3 sm:grid-cols-[9rem_1fr]">
            <SelectField label={t.system} name="system" value={system} onChange={(event) => { setSystem(event.target.value); setSizes([]); }}>
              {systems.map((code) => <option key={code} value={code}>{code.replaceAll("_", "/")}</option>)}
            </SelectField>
            <div>
              <p className="mb-1 text-sm font-medium">{t.sizes}</p>
              <div className="flex flex-wrap gap-1.5">{(sizeSystems[system] ?? []).map((label) => <Chip key={label} name={`size-${label}`} isOn={sizes.includes(label)} onChange={(isOn) => setSizes(toggle(sizes, label, isOn))}><bdi>{label}</bdi></Chip>)}</div>
            </div>
          </div>
        )}
        <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
          <Field label={t.capacities} name="capacities" hint={t.capacitiesHint} value={packs} maxLength={300} onChange={(event) => setPacks(event.target.value)} />
          <Button tone="quiet" className="sm:mb-6" onClick={make}>{isPlain ? t.addSingle : t.add}</Button>
        </div>
      </div>
    </fieldset>
  );
};
