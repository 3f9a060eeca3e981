"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Notice } from "@/ui/primitives/notice";
import { useUnsaved } from "@/ui/primitives/unsaved";
import { sayRefusal, type EditorWords } from "./editor-words";

type Answer = { readonly ok: true; readonly value: { readonly listingId: string } } | { readonly ok: false; readonly refusal: { readonly code: string; readonly fields?: Readonly<Record<string, string>> } };
export type Save<I> = (input: I) => Promise<Answer>;
export type FieldFaults = Readonly<Record<string, string>>;

/**
 * Saving a step of the editor: sends it, keeps what was typed whatever the answer is, says faults at their fields, warns before unsaved words are left,
 * and goes on when it is saved. No answer at all is an answer too.
 */
export const useSave = <I,>({ save, words, after }: { save: Save<I>; words: EditorWords; /** Where to go next, by what was saved. */ after: (listingId: string, goesOn: boolean) => string }) => {
  const [isBusy, setBusy] = useState(false);
  const [why, setWhy] = useState<{ readonly text: string; readonly isStale: boolean } | null>(null);
  const [faults, setFaults] = useState<FieldFaults>({});
  const unsaved = useUnsaved();

  const send = async (input: I, goesOn: boolean): Promise<void> => {
    setBusy(true);
    setWhy(null);
    setFaults({});
    const answer = await save(input).catch((): Answer => ({ ok: false, refusal: { code: "unknown" } }));
    if (answer.ok) {
      unsaved.saved();
      return window.location.assign(after(answer.value.listingId, goesOn));
    }
    setBusy(false);
    setWhy({ text: sayRefusal(words.refusals, answer.refusal), isStale: answer.refusal.code === "listing.stale" });
    const { fields = {} } = answer.refusal;
    setFaults(fields);
    const first = Object.keys(fields)[0];
    // The bar with the button lies over the foot of the page: the field is brought to the middle, where it can be seen.
    if (first) setTimeout(() => {
      const field = document.querySelector<HTMLElement>("[aria-invalid=true]");
      field?.focus({ preventScroll: true });
      field?.scrollIntoView({ block: "center" });
    }, 50);
  };
  return { send, isBusy, why, faults, touch: unsaved.touch };
};

/** The foot of every step: save, save and go on, and why not. */
export const SaveBar = ({ saving, words, onSave, isLast = false }: {
  saving: Pick<ReturnType<typeof useSave>, "isBusy" | "why">; words: EditorWords; onSave: (goesOn: boolean) => void; isLast?: boolean;
}) => (
  <div className="sticky bottom-0 z-10 -mx-4 mt-5 border-t border-line bg-surface px-4 py-3 sm:-mx-5 sm:px-5">
    {saving.why && (
      <Notice tone="bad" className="mb-3">
        {saving.why.text}
        {saving.why.isStale && <a href="" target="_blank" rel="noopener" className="ms-2 font-semibold underline">{words.loadNewest}</a>}
      </Notice>
    )}
    <div className="flex flex-wrap gap-2">
      {!isLast && <Button type="submit" isBusy={saving.isBusy} className="flex-1 sm:flex-none" onClick={(event) => { event.preventDefault(); onSave(true); }}>{saving.isBusy ? words.saving : words.saveNext}</Button>}
      <Button tone={isLast ? "primary" : "quiet"} isBusy={saving.isBusy && isLast} disabled={saving.isBusy} onClick={() => onSave(false)}>{words.save}</Button>
    </div>
  </div>
);

/** A chip that is on or off: a check box that a finger can hit. */
export const Chip = ({ name, isOn, onChange, children }: { name: string; isOn: boolean; onChange: (isOn: boolean) => void; children: React.ReactNode }) => (
  <label className="relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-lg border border-line-strong bg-surface px-3 text-sm hover:border-ink-soft has-checked:border-brand has-checked:bg-brand-tint has-checked:font-semibold has-checked:text-brand-strong has-focus-visible:outline-2 has-focus-visible:outline-brand">
    <input type="checkbox" name={name} checked={isOn} onChange={(event) => onChange(event.target.checked)} className="sr-only" />
    {children}
  </label>
);
