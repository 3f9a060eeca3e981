"use client";
import { useRef, useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Card } from "@/ui/primitives/card";
import { CheckField, Field, SelectField, TextField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { useTypedEarly } from "@/ui/primitives/typed-early";
import { saveDraftAction, submitApplicationAction } from "../actions";
import { missingParts, type ApplicationFacts, type MissingPart } from "../application";
import { isPaperKind } from "../paper";
import type { ApplyWords } from "./apply-words";
import { PaperFields, type PaperHeld } from "./paper-fields";

type Choice = readonly [code: string, name: string];
type Start = { readonly applicationId: string | null; readonly version: number; readonly facts: ApplicationFacts; readonly papers: readonly PaperHeld[] };
type Status = { readonly kind: "still" | "saving" | "saved" } | { readonly kind: "failed"; readonly why: string };

/** A call for the server that says "unknown" instead of failing silently when there is no answer at all. */
const asked = async <V extends { ok: boolean }>(call: Promise<V>): Promise<V | { ok: false; refusal: { code: "unknown" } }> => call.catch(() => ({ ok: false as const, refusal: { code: "unknown" as const } }));

/** The form of applying: kept as a draft while one types, papers as they are chosen, sent when nothing is missing. */
export const ApplyForm = ({ start, countries, categories, markets, isAgain, canSend, words }: {
  start: Start; countries: readonly Choice[]; categories: readonly Choice[]; markets: readonly Choice[]; isAgain: boolean; canSend: boolean; words: ApplyWords;
}) => {
  const form = useTypedEarly();
  const [facts, setFacts] = useState(start.facts);
  const [papers, setPapers] = useState(start.papers);
  const [status, setStatus] = useState<Status>({ kind: "still" });
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [isSending, setSending] = useState(false);
  // What is missing is said after the first try to send, and then follows what is typed.
  const [hasTried, setTried] = useState(false);
  const lacking = missingParts({ facts, papers: papers.map(({ kind }) => kind).filter(isPaperKind) });
  const missing: readonly MissingPart[] = hasTried ? lacking : [];
  // What the server knows, and one line of calls: each waits for the one before, so that versions cannot overtake each other.
  const known = useRef({ applicationId: start.applicationId, version: start.version, facts: start.facts });
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const typed = useRef(start.facts);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const inLine = <V,>(work: () => Promise<V>): Promise<V> => {
    const next = line.current.then(work, work);
    line.current = next.catch(() => undefined);
    return next;
  };
  const say = (code: string): string => words.refusals[code] ?? words.refusals["unknown"] ?? "";

  const save = (): Promise<boolean> => {
    clearTimeout(timer.current);
    return inLine(async () => {
      if (known.current.facts === typed.current && known.current.applicationId) return true;
      const wanted = typed.current;
      setStatus({ kind: "saving" });
      const answer = await asked(saveDraftAction({ applicationId: known.current.applicationId, version: known.current.version, facts: wanted }));
      if (!answer.ok) {
        if (answer.refusal.code === "input.invalid" && "fields" in answer.refusal) setWrong(Object.fromEntries(Object.keys(answer.refusal.fields).map((path) => [path.replace("facts.", "").split(".")[0] ?? "", words.invalid])));
        setStatus({ kind: "failed", why: say(answer.refusal.code) });
        return false;
      }
      known.current = { ...answer.value, facts: wanted };
      setWrong({});
      setStatus({ kind: "saved" });
      return true;
    });
  };
  const change = (part: Partial<ApplicationFacts>) => {
    typed.current = { ...typed.current, ...part };
    setFacts(typed.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), 900);
  };
  const toggle = (list: readonly string[], code: string, isOn: boolean) => (isOn ? [...list, code] : list.filter((one) => one !== code));

  const send = async () => {
    setTried(true);
    if (lacking.length > 0) return document.getElementById(`f-${lacking[0]}`)?.focus();
    setSending(true);
    if (await save()) {
      const answer = await asked(inLine(() => submitApplicationAction({ applicationId: known.current.applicationId, version: known.current.version })));
      if (answer.ok) return window.location.reload();
      setStatus({ kind: "failed", why: say(answer.refusal.code) });
    }
    setSending(false);
  };

  const error = (field: string) => wrong[field] ?? (missing.includes(field as MissingPart) ? words.required : undefined);
  const line1 = (field: "legalName" | "legalForm" | "registrationNumber" | "city" | "brandName" | "website", more: { hint?: string; autoComplete?: string; type?: string; dir?: string } = {}) => (
    <Field label={words.fields[field]} name={field} value={facts[field]} maxLength={200} onChange={(event) => change({ [field]: event.target.value })} onBlur={() => void save()} error={error(field)} {...more} />
  );
  const nameOf = (part: MissingPart): string => (part.startsWith("papers.") ? words.papers[part.slice(7) as keyof ApplyWords["papers"]] : words.fields[part as keyof ApplyWords["fields"]]);
  const choices = (field: "categories" | "markets", from: readonly Choice[]) => (
    <fieldset id={`f-${field}`} tabIndex={-1} aria-describedby={error(field) ? `e-${field}` : undefined}>
      <legend className="mb-1 text-sm font-medium">{words.fields[field]}</legend>
      {error(field) && <p id={`e-${field}`} className="text-sm text-bad">{error(field)}</p>}
      <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {from.map(([code, name]) => (
          <CheckField key={code} label={name} name={`${field}-${code}`} checked={facts[field].includes(code)} onChange={(event) => change({ [field]: toggle(facts[field], code, event.target.checked) })} />
        ))}
      </div>
    </fieldset>
  );

  return (
    <form method="post" ref={form} className="space-y-4" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Card title={words.sections.company}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField label={words.fields.country} name="country" value={facts.country ?? ""} hint={words.hints.country} error={error("country")} onChange={(event) => change({ country: (event.target.value || null) as ApplicationFacts["country"] })}>
            <option value="">{words.choose}</option>
            {countries.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
          </SelectField>
          {line1("city", { autoComplete: "address-level2" })}
          {line1("legalName", { autoComplete: "organization" })}
          {line1("legalForm", { hint: words.hints.legalForm })}
          {line1("registrationNumber", { hint: words.hints.registrationNumber, dir: "ltr" })}
        </div>
      </Card>
      <Card title={words.sections.brand}>
        <div className="grid gap-4 sm:grid-cols-2">
          {line1("brandName")}
          {line1("website", { hint: words.hints.website, type: "url", autoComplete: "url", dir: "ltr" })}
          <TextField className="sm:col-span-2" label={words.fields.story} name="story" rows={5} maxLength={2000} value={facts.story} hint={words.hints.story} error={error("story")} onChange={(event) => change({ story: event.target.value })} onBlur={() => void save()} />
        </div>
      </Card>
      <Card title={words.sections.goods}><div className="space-y-5">{choices("categories", categories)}{choices("markets", markets)}</div></Card>
      <PaperFields
        country={facts.country} papers={papers} missing={missing} words={words} say={say}
        prepare={async () => ((await save()) ? known.current.applicationId : null)}
        inLine={inLine}
        onChange={(next, version) => { known.current = { ...known.current, version }; setPapers(next); }}
      />
      <Card title={words.sections.send}>
        {missing.length > 0 && (
          <Notice tone="bad" className="mb-4">
            <p className="font-semibold">{words.stillMissing}</p>
            <ul className="list-disc ps-5">{missing.map((part) => <li key={part}><a className="underline" href={`#f-${part}`}>{nameOf(part)}</a></li>)}</ul>
          </Notice>
        )}
        {status.kind === "failed" && <Notice tone="bad" className="mb-4">{words.notSaved.replace("{why}", status.why)}</Notice>}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" tone="primary" isBusy={isSending} disabled={!canSend} className="w-full sm:w-auto">{isSending ? words.sending : isAgain ? words.sendAgain : words.send}</Button>
          {status.kind === "failed" && <Button tone="quiet" onClick={() => void save()}>{words.retry}</Button>}
          <span role="status" className="text-sm text-ink-soft">{status.kind === "saving" ? words.saving : status.kind === "saved" ? words.saved : ""}</span>
        </div>
      </Card>
    </form>
  );
};
