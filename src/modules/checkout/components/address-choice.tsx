"use client";
import { useRef } from "react";
import type { TypedAddress } from "@/modules/shopper/address";
import { AddressFields } from "@/modules/shopper/components/address-fields";
import type { AddressInput } from "@/modules/shopper/components/address-inputs";
import { CheckField } from "@/ui/primitives/field";

export type KeptAddress = { readonly id: string; readonly lines: readonly string[]; readonly values: TypedAddress };
/** The way of an address that is typed here. */
export const typedHere = "";

/** Puts an address into the fields of a form, whole: what it does not have is emptied. */
export const fillAddress = (form: HTMLFormElement | null, inputs: readonly AddressInput[], values: TypedAddress): void => {
  for (const { name } of inputs) {
    const element = form?.elements.namedItem(name);
    if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) element.value = values[name] ?? "";
  }
};

/**
 * Where it goes: an address that the account keeps, or another one. The fields stand in the form either way; those of a kept address are out of sight
 * until something is wrong with one of them. What was typed for another address is there again when one comes back to it.
 */
export const AddressChoice = ({ kept, chosen, inputs, start, faults, words, onChoose, onPlace }: {
  kept: readonly KeptAddress[]; /** The id of a kept one, or `typedHere`. */ chosen: string; inputs: readonly AddressInput[]; start: TypedAddress;
  faults: Readonly<Record<string, string>>; words: AddressChoiceWords; onChoose: (id: string) => void; /** A field that may change the price was changed. */ onPlace: () => void;
}) => {
  const frame = useRef<HTMLDivElement>(null);
  const typed = useRef<TypedAddress>({ recipient: start.recipient });
  const choose = (id: string) => {
    const form = frame.current?.closest("form") ?? null;
    if (form && chosen === typedHere) typed.current = Object.fromEntries(inputs.map(({ name }) => [name, String(new FormData(form).get(name) ?? "")]));
    fillAddress(form, inputs, kept.find((one) => one.id === id)?.values ?? typed.current);
    onChoose(id);
    onPlace();
  };
  const isTyped = kept.length === 0 || chosen === typedHere;
  return (
    <div ref={frame} className="grid gap-4">
      {kept.length > 0 && (
        <fieldset className="grid gap-2 sm:grid-cols-2">
          <legend className="sr-only">{words.title}</legend>
          {[...kept, { id: typedHere, lines: [words.other] }].map(({ id, lines: [first, ...lines] }) => (
            <label key={id} className="flex min-h-14 cursor-pointer items-start gap-3 rounded-lg border border-line-strong px-3 py-2.5 hover:border-ink-soft has-checked:border-brand has-checked:bg-brand-tint">
              <input type="radio" name="kept" value={id} className="mt-0.5 size-5 shrink-0 accent-brand" checked={chosen === id} onChange={() => choose(id)} />
              <span className="min-w-0 text-sm"><bdi className="block font-semibold">{first}</bdi>{lines.length > 0 && <span className="line-clamp-3 text-ink-soft">{lines.map((line, index) => <bdi key={index} className="block truncate">{line}</bdi>)}</span>}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div hidden={!isTyped && Object.keys(faults).length === 0} className="space-y-4">
        <AddressFields inputs={inputs} values={start} faults={faults} said={words.faults} optional={words.optional} choose={words.choose} onChange={(name) => (name === "region" || name === "postcode") && onPlace()} />
        {words.keep && isTyped && <CheckField label={words.keep} name="keep" defaultChecked={kept.length === 0} />}
      </div>
    </div>
  );
};

export type AddressChoiceWords = {
  readonly title: string; readonly other: string; readonly optional: string; readonly choose: string; readonly faults: Readonly<Record<string, string>>;
  /** Null for a guest, who has no account to keep it in. */ readonly keep: string | null;
};
