"use client";
import { FileText, Trash2 } from "lucide-react";
import { useState } from "react";
import type { CountryCode } from "@/kernel/country";
import { Card } from "@/ui/primitives/card";
import { Badge } from "@/ui/primitives/notice";
import { addDocumentAction, removeDocumentAction } from "../actions";
import type { MissingPart } from "../application";
import { paperKinds, registerPaperName, requiredPapers, type PaperKind } from "../paper";
import type { ApplyWords } from "./apply-words";

export type PaperHeld = { readonly id: string; readonly kind: string; readonly fileName: string; readonly bytes: number };

const mostBytes = 10 * 1024 * 1024;
const sizeOf = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);
const unknown = { ok: false as const, refusal: { code: "unknown" } };

/** The papers of an application, each kind with what it is called in the company's country; uploaded when chosen, taken back at a click. */
export const PaperFields = ({ country, papers, missing, words, say, prepare, inLine, onChange }: {
  country: CountryCode | null; papers: readonly PaperHeld[]; missing: readonly MissingPart[]; words: ApplyWords; say: (code: string) => string;
  /** Makes sure that there is a draft; gives its id. */
  prepare: () => Promise<string | null>;
  inLine: <V>(work: () => Promise<V>) => Promise<V>;
  onChange: (change: (before: readonly PaperHeld[]) => readonly PaperHeld[], version: number) => void;
}) => {
  const [busy, setBusy] = useState<Partial<Record<PaperKind, string>>>({});
  const [failed, setFailed] = useState<Partial<Record<PaperKind, string>>>({});
  const required = requiredPapers(country);
  const register = registerPaperName(country);
  const note = (kind: PaperKind, text: string | undefined) => setFailed((before) => ({ ...before, [kind]: text }));

  const upload = async (kind: PaperKind, file: File) => {
    note(kind, undefined);
    if (file.size > mostBytes) return note(kind, say("media.too-large"));
    setBusy((before) => ({ ...before, [kind]: words.uploading.replace("{name}", file.name).replace("{size}", sizeOf(file.size)) }));
    const applicationId = await prepare();
    const answer = applicationId ? await inLine(() => addDocumentAction({ applicationId, kind, file })).catch(() => unknown) : unknown;
    setBusy((before) => ({ ...before, [kind]: undefined }));
    if (!answer.ok) return note(kind, say(answer.refusal.code));
    const added = { id: answer.value.documentId, kind, fileName: file.name, bytes: file.size };
    onChange((before) => [...before, added], answer.value.version);
  };
  const remove = async (paper: PaperHeld) => {
    const applicationId = await prepare();
    const answer = await inLine(() => removeDocumentAction({ applicationId, documentId: paper.id })).catch(() => unknown);
    if (!answer.ok) return note(paper.kind as PaperKind, say(answer.refusal.code));
    onChange((before) => before.filter(({ id }) => id !== paper.id), answer.value.version);
  };

  return (
    <Card title={words.sections.papers}>
      <p className="mb-4 text-sm text-ink-soft">{words.hints.papers}</p>
      <ul className="grid gap-3 lg:grid-cols-2">
        {paperKinds.map((kind) => {
          const part: MissingPart = `papers.${kind}`;
          const error = failed[kind] ?? (missing.includes(part) ? words.required : undefined);
          return (
            <li key={kind} className={`rounded-card border p-3 ${error ? "border-bad" : "border-line"}`}>
              <div className="flex items-start justify-between gap-2">
                <label htmlFor={`f-${part}`} className="min-w-0 break-words font-medium">{words.papers[kind]}</label>
                <Badge tone={required.includes(kind) ? "warn" : "plain"}>{required.includes(kind) ? words.required : words.optional}</Badge>
              </div>
              {kind === "register-extract" && register && <p className="text-sm text-ink-soft">{words.hints.registerPaper} <bdi lang={register.language}>{register.name}</bdi></p>}
              <ul className="mt-2 space-y-1">
                {papers.filter((paper) => paper.kind === kind).map((paper) => (
                  <li key={paper.id} className="flex items-center gap-2 text-sm">
                    <FileText size={18} aria-hidden className="shrink-0 text-ink-faint" />
                    <a href={`/api/documents/${paper.id}`} target="_blank" rel="noopener" className="min-w-0 flex-1 truncate py-2.5 text-brand underline"><bdi>{paper.fileName || words.open}</bdi></a>
                    <span className="tabular shrink-0 text-ink-soft" dir="ltr">{sizeOf(paper.bytes)}</span>
                    <button type="button" onClick={() => void remove(paper)} aria-label={words.removeNamed.replace("{name}", paper.fileName)} className="grid size-11 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-bad-tint hover:text-bad"><Trash2 size={18} aria-hidden /></button>
                  </li>
                ))}
              </ul>
              {/* The browser's own control speaks the browser's language; the label is ours and the input lies over it, so that keyboard and drop work. */}
              <span className="relative mt-2 flex min-h-11 items-center justify-center rounded-lg border border-dashed border-line-strong px-3 text-sm font-semibold text-brand focus-within:outline-2 focus-within:outline-brand hover:border-brand">
                {busy[kind] ?? words.chooseFile}
                <input
                  id={`f-${part}`} type="file" accept="application/pdf,image/jpeg,image/png,image/webp,image/avif" disabled={busy[kind] !== undefined}
                  aria-invalid={error ? true : undefined} aria-describedby={error ? `e-${part}` : undefined}
                  className="absolute inset-0 cursor-pointer opacity-0"
                  onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ""; if (file) void upload(kind, file); }}
                />
              </span>
              <p role="status" className="sr-only">{busy[kind] ?? ""}</p>
              {error && <p id={`e-${part}`} role="alert" className="mt-1 text-sm text-bad">{error}</p>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
