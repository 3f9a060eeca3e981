"use client";
import { FileText, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Field } from "@/ui/primitives/field";
import { showPaperAction, takeBackPaperAction } from "../actions";
import type { DocumentKind } from "../paper";
import type { ShowPaper, TakeBackPaper } from "../schema";
import { sayRefusal } from "./editor-words";

export type PaperFormWords = {
  readonly choose: string; readonly validUntil: string; readonly validUntilHint: string; readonly send: string; readonly sending: string; readonly fileNeeded: string; readonly dayNeeded: string;
  readonly refusals: Readonly<Record<string, string>>;
};
type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string; readonly megabytes?: number } };
const unknown: Answer = { ok: false, refusal: { code: "unknown" } };
const mostBytes = 10 * 1024 * 1024;

/** A paper for one rule: the file, its last day, and off to the back office. What was typed stays when it is refused. */
export const PaperForm = ({ listingId, kind, today, words }: { listingId: string; kind: DocumentKind; today: string; words: PaperFormWords }) => {
  const [file, setFile] = useState<File | null>(null);
  const [day, setDay] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [faults, setFaults] = useState<{ readonly file?: string; readonly day?: string }>({});

  const send = async () => {
    const found = { ...(file ? {} : { file: words.fileNeeded }), ...(day ? {} : { day: words.dayNeeded }) };
    setFaults(found);
    if (!file || !day) return document.getElementById(file ? `f-until-${kind}` : `f-paper-${kind}`)?.focus();
    if (file.size > mostBytes) return setFaults({ file: sayRefusal(words.refusals, { code: "media.too-large", megabytes: 10 } as { code: string }) });
    setBusy(true);
    const answer = await showPaperAction({ listingId: listingId as ShowPaper["listingId"], kind, validUntil: day, file }).catch(() => unknown);
    if (answer.ok) return window.location.reload();
    setBusy(false);
    const text = sayRefusal(words.refusals, answer.refusal);
    setFaults(answer.refusal.code === "listing.paper-expired" ? { day: text } : { file: text });
  };
  return (
    <form method="post" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} className="mt-3 grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_12rem_auto]">
      <div>
        <label htmlFor={`f-paper-${kind}`} className="mb-1 block text-sm font-medium">{words.choose}</label>
        {/* The browser's own control speaks the browser's language; ours lies under it, so that keyboard and drop work. */}
        <span className={`relative flex min-h-11 items-center gap-2 rounded-lg border border-dashed px-3 text-sm font-semibold text-brand focus-within:outline-2 focus-within:outline-brand hover:border-brand ${faults.file ? "border-bad" : "border-line-strong"}`}>
          <FileText size={18} aria-hidden className="shrink-0" /><bdi className="min-w-0 truncate">{file?.name}</bdi>
          <input
            id={`f-paper-${kind}`} type="file" accept="application/pdf,image/jpeg,image/png,image/webp,image/avif" disabled={isBusy} className="absolute inset-0 cursor-pointer opacity-0"
            aria-invalid={faults.file ? true : undefined} aria-describedby={faults.file ? `e-paper-${kind}` : undefined} onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </span>
        {faults.file && <p id={`e-paper-${kind}`} role="alert" className="mt-1 text-sm text-bad">{faults.file}</p>}
      </div>
      <Field label={words.validUntil} name={`until-${kind}`} type="date" min={today} value={day} onChange={(event) => setDay(event.target.value)} hint={words.validUntilHint} error={faults.day} />
      <Button type="submit" isBusy={isBusy} className="sm:mt-6">{isBusy ? words.sending : words.send}</Button>
    </form>
  );
};

/** Takes back a paper that nobody has decided on. */
export const TakeBackButton = ({ paperId, label, refusals }: { paperId: string; label: string; refusals: Readonly<Record<string, string>> }) => {
  const [isBusy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const take = async () => {
    setBusy(true);
    const answer = await takeBackPaperAction({ paperId: paperId as TakeBackPaper["paperId"] }).catch(() => unknown);
    if (answer.ok) return window.location.reload();
    setBusy(false);
    setWhy(sayRefusal(refusals, answer.refusal));
  };
  return (
    <>
      <button type="button" disabled={isBusy} onClick={() => void take()} aria-label={label} title={label} className="grid size-11 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-bad-tint hover:text-bad"><Trash2 size={18} aria-hidden /></button>
      {why && <p role="alert" className="basis-full text-sm text-bad">{why}</p>}
    </>
  );
};
