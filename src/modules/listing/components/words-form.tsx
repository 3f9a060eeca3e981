"use client";
import { useState } from "react";
import { directionOf } from "@/i18n/languages";
import { Field, TextField } from "@/ui/primitives/field";
import { useTypedEarly } from "@/ui/primitives/typed-early";
import type { WriteWords } from "../schema";
import type { EditorWords } from "./editor-words";
import { SaveBar, useSave, type Save } from "./use-save";

type Text = { readonly title: string; readonly description: string; readonly keywords: string };
const empty: Text = { title: "", description: "", keywords: "" };
const standing = ({ title, description }: Text) => (title.trim() && description.trim() ? "done" : title.trim() || description.trim() ? "half" : "missing");

/** Step 2: the words, a language at a time, with those that are missing said on their tabs. What is typed in one stays while another is open. */
export const WordsForm = ({ listing, texts, languages, first, save, words }: {
  listing: { readonly id: string; readonly version: number }; texts: Readonly<Record<string, Text>>; languages: readonly (readonly [code: string, name: string])[]; first: string;
  save: Save<WriteWords>; words: EditorWords;
}) => {
  const [written, setWritten] = useState(texts);
  const [open, setOpen] = useState(first);
  const form = useTypedEarly();
  const saving = useSave<WriteWords>({ words, save, after: (id, goesOn) => `/sell/listings/${id}?step=${goesOn ? "offers" : `words&language=${open}&saved`}` });
  const text = written[open] ?? empty;
  const put = (part: Partial<Text>) => {
    saving.touch();
    setWritten({ ...written, [open]: { ...text, ...part } });
  };
  const rows = languages.flatMap(([language]) => {
    const { title, description, keywords } = written[language] ?? empty;
    return title.trim() || description.trim() ? [{ language, title, description, keywords: keywords.split(/[,،、，;\n]/).map((word) => word.trim()).filter(Boolean).slice(0, 20) }] : [];
  });
  const send = (goesOn: boolean) => void saving.send({ listingId: listing.id as WriteWords["listingId"], version: listing.version, words: rows as WriteWords["words"] }, goesOn);
  // "words.2.title": the third language sent.
  const faults = Object.keys(saving.faults).map((path) => path.split("."));
  const fault = (field: string) => (faults.some(([, at, name]) => rows[Number(at)]?.language === open && name === field) ? words.invalid : undefined);
  const t = words.words;
  const writing = { lang: open, dir: directionOf(open) };
  return (
    <form method="post" ref={form} onSubmit={(event) => { event.preventDefault(); send(true); }}>
      <p className="mb-3 text-sm text-ink-soft">{t.intro}</p>
      <div role="tablist" aria-label={t.language} className="mb-4 flex gap-1.5 overflow-x-auto pb-1 lg:flex-wrap">
        {languages.map(([code, name]) => {
          const state = standing(written[code] ?? empty);
          return (
            <button key={code} type="button" role="tab" id={`tab-${code}`} aria-selected={code === open} aria-controls="words-panel" onClick={() => setOpen(code)}
              className={`min-h-11 shrink-0 rounded-lg border px-3 py-1 text-start text-sm leading-tight ${code === open ? "border-brand bg-brand-tint" : "border-line-strong bg-surface"}`}>
              <span className="block font-semibold" lang={code}>{name}</span>
              <span className={`block text-xs ${state === "done" ? "text-good" : state === "half" ? "text-warn" : "text-ink-faint"}`}>{t[state]}</span>
            </button>
          );
        })}
      </div>
      <div role="tabpanel" id="words-panel" aria-labelledby={`tab-${open}`} className="space-y-4">
        <Field key={`title-${open}`} label={t.title} name="title" hint={t.titleHint} value={text.title} maxLength={150} error={fault("title")} onChange={(event) => put({ title: event.target.value })} {...writing} />
        <TextField key={`description-${open}`} label={t.description} name="description" rows={9} value={text.description} maxLength={8000} error={fault("description")} onChange={(event) => put({ description: event.target.value })} {...writing} />
        <Field key={`keywords-${open}`} label={t.keywords} name="keywords" hint={t.keywordsHint} value={text.keywords} maxLength={1200} error={fault("keywords")} onChange={(event) => put({ keywords: event.target.value })} {...writing} />
      </div>
      <SaveBar saving={saving} words={words} onSave={send} />
    </form>
  );
};
