"use client";
import { useState } from "react";
import { flags } from "@/modules/catalog/product";
import { families } from "@/modules/sizing/size-table";
import { Field, SelectField } from "@/ui/primitives/field";
import { SearchSelect, type Found } from "@/ui/primitives/search-select";
import { useTypedEarly } from "@/ui/primitives/typed-early";
import type { ChangeFacts, DraftListingInput } from "../schema";
import type { EditorWords } from "./editor-words";
import { Chip, SaveBar, useSave, type Save } from "./use-save";

type Facts = Omit<DraftListingInput, "brandId" | "origin" | "sizeFamily" | "flags"> & { readonly brandId: string; readonly origin: string; readonly sizeFamily: string | null; readonly flags: readonly string[] };
export type FactsStart = { readonly listing: { readonly id: string; readonly version: number } | null; readonly facts: Facts; readonly category: Found | null; readonly hs: Found | null };

const cm = (mm: number): string => (mm === 0 ? "" : String(mm / 10));
const mm = (text: string): number => Math.round((Number(text.replace(",", ".")) || 0) * 10);

/** Step 1: what it is. The category comes first: it leads to the customs code. */
export const FactsForm = ({ start, brands, countries, language, draft, change, words }: {
  start: FactsStart; brands: readonly { readonly id: string; readonly name: string }[]; countries: readonly (readonly [code: string, name: string])[]; language: string;
  draft: Save<DraftListingInput>; change: Save<ChangeFacts>; words: EditorWords;
}) => {
  const [facts, setFacts] = useState(start.facts);
  const [category, setCategory] = useState(start.category);
  const [hs, setHs] = useState(start.hs);
  const [sides, setSides] = useState({ lengthMm: cm(start.facts.lengthMm), widthMm: cm(start.facts.widthMm), heightMm: cm(start.facts.heightMm) });
  const [weight, setWeight] = useState(start.facts.weightGrams ? String(start.facts.weightGrams) : "");
  const form = useTypedEarly();
  const saving = useSave<DraftListingInput>({
    words, after: (id, goesOn) => `/sell/listings/${id}?step=${goesOn ? "words" : "what&saved"}`,
    save: ({ brandId, ...rest }) => (start.listing ? change({ ...rest, listingId: start.listing.id as ChangeFacts["listingId"], version: start.listing.version }) : draft({ brandId, ...rest })),
  });
  const put = (part: Partial<Facts>) => {
    saving.touch();
    setFacts((before) => ({ ...before, ...part }));
  };
  const toggle = (list: readonly string[], one: string, isOn: boolean) => (isOn ? [...list, one] : list.filter((other) => other !== one));
  const save = (goesOn: boolean) => void saving.send({
    ...facts, weightGrams: Math.round(Number(weight) || 0), lengthMm: mm(sides.lengthMm), widthMm: mm(sides.widthMm), heightMm: mm(sides.heightMm),
  } as DraftListingInput, goesOn);
  const fault = (field: string) => (Object.keys(saving.faults).some((path) => path.split(".")[0] === field) ? words.invalid : undefined);
  const t = words.what;
  const side = (name: keyof typeof sides, label: string) => (
    <Field label={label} name={name} inputMode="decimal" dir="ltr" value={sides[name]} error={fault(name)} onChange={(event) => { saving.touch(); setSides({ ...sides, [name]: event.target.value }); }} />
  );
  return (
    <form method="post" ref={form} className="space-y-5" onSubmit={(event) => { event.preventDefault(); save(true); }}>
      <div className="grid gap-4 sm:grid-cols-2">
        {brands.length > 1 && (
          <SelectField label={t.brand} name="brandId" value={facts.brandId} disabled={start.listing !== null} error={fault("brandId")} onChange={(event) => put({ brandId: event.target.value })}>
            {brands.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </SelectField>
        )}
        <SearchSelect label={t.category} name="categoryId" url={`/api/sell/categories?language=${language}`} value={category} hint={t.categoryHint} nothing={words.nothingFound} error={fault("categoryId")}
          onChoose={(found) => { setCategory(found); put({ categoryId: found.id }); }} />
        <SearchSelect label={t.hs} name="hs" url={`/api/sell/hs?language=${language}&category=${facts.categoryId}`} value={hs} hint={t.hsHint} nothing={words.nothingFound} opensEmpty error={fault("hs")}
          onChoose={(found) => { setHs(found); put({ hs: found.id }); }} />
        <SelectField label={t.origin} name="origin" value={facts.origin} hint={t.originHint} error={fault("origin")} onChange={(event) => put({ origin: event.target.value })}>
          <option value="">{words.choose}</option>
          {countries.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </SelectField>
        <SelectField label={t.sizeFamily} name="sizeFamily" value={facts.sizeFamily ?? ""} onChange={(event) => put({ sizeFamily: event.target.value || null })}>
          <option value="">{t.noSizes}</option>
          {families.map((family) => <option key={family} value={family}>{words.families[family]}</option>)}
        </SelectField>
      </div>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t.measures}</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          <Field label={t.weight} name="weightGrams" inputMode="numeric" dir="ltr" value={weight} error={fault("weightGrams")} onChange={(event) => { saving.touch(); setWeight(event.target.value.replace(/\D/g, "")); }} />
          {side("lengthMm", t.length)}{side("widthMm", t.width)}{side("heightMm", t.height)}
        </div>
        <p className="mt-1 text-sm text-ink-soft">{t.weightHint}</p>
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t.materials}</legend>
        <div className="flex flex-wrap gap-2">
          {Object.entries(words.materialNames).map(([key, name]) => <Chip key={key} name={`material-${key}`} isOn={facts.materials.includes(key)} onChange={(isOn) => put({ materials: toggle(facts.materials, key, isOn).slice(-8) })}>{name}</Chip>)}
        </div>
      </fieldset>
      <fieldset>
        <legend className="text-sm font-medium">{t.flags}</legend>
        <p className="mb-1 text-sm text-ink-soft">{t.flagsHint}</p>
        <div className="flex flex-wrap gap-2">
          {flags.map((flag) => <Chip key={flag} name={`flag-${flag}`} isOn={facts.flags.includes(flag)} onChange={(isOn) => put({ flags: toggle(facts.flags, flag, isOn) })}>{words.flags[flag]}</Chip>)}
        </div>
      </fieldset>
      <SaveBar saving={saving} words={words} onSave={save} />
    </form>
  );
};
