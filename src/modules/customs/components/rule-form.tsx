"use client";
import { useState, type FormEvent } from "react";
import { Button } from "@/ui/primitives/button";
import { Field, SelectField, TextField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { saveRuleDraftAction } from "../actions";
import type { RuleRow } from "../rule-book";

type Choice = readonly [code: string, words: string];
export type RuleFormWords = {
  readonly fields: Readonly<Record<string, string>>; readonly market: string; readonly jsonHint: string; readonly scopeHint: string; readonly faulty: string; readonly save: string;
  readonly refusals: Readonly<Record<string, string>>;
};
const lists = ["origins", "hsPrefixes", "transports", "modes", "shipFrom"] as const;
const listOf = (text: string): string[] => text.split(/[,，、\s]+/u).filter(Boolean);

/** A row of the rule book as it is written, to be put before a second person. What was typed stays when it does not read, and every faulty field says so. */
export const RuleForm = ({ proposalId, version, follows, market, markets, row, reason, kinds, formulas, names, dues, confidences, words }: {
  proposalId: string | null; version: number; follows: string | null; market: string; markets: readonly Choice[]; row: Partial<RuleRow>; reason: string;
  kinds: readonly Choice[]; formulas: readonly string[]; names: readonly Choice[]; dues: readonly Choice[]; confidences: readonly Choice[]; words: RuleFormWords;
}) => {
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const scope = (row.scope ?? {}) as Readonly<Record<string, string | readonly string[] | undefined>>;
  const errorOf = (field: string): string | undefined => {
    const inside = faults.filter((fault) => fault.startsWith(`${field}.`)).map((fault) => fault.slice(field.length + 1));
    return faults.includes(field) || inside.length > 0 ? [words.faulty, ...inside].join(" ") : undefined;
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    setBusy(true);
    setRefused(null);
    setFaults([]);
    const answer = await saveRuleDraftAction({
      proposalId, version, follows, market: text("market"), reason: text("reason"),
      row: {
        kind: text("kind"), name: text("name"), from: text("from"), to: text("to") || null, due: text("due"), confidence: text("confidence"), text: text("text"), source: text("source"),
        formula: text("formula"), parameters: text("parameters"),
        scope: {
          ...(text("region") ? { region: text("region") } : {}), ...(text("currency") ? { currency: text("currency") } : {}),
          ...Object.fromEntries(lists.flatMap((name) => (listOf(text(name)).length > 0 ? [[name, listOf(text(name))]] : []))),
        },
      },
    }).catch(() => ({ ok: false as const, refusal: { code: "unknown" } }));
    if (answer.ok) return window.location.assign(`/admin/rules/proposals/${answer.value.proposalId}`);
    const { refusal } = answer;
    const fields = "fields" in refusal ? refusal.fields : [];
    setFaults(Array.isArray(fields) ? fields : Object.keys(fields).map((key) => key.replace(/^row\.(scope\.)?/, "")));
    setRefused(words.refusals[refusal.code] ?? words.refusals["unknown"] ?? "");
    setBusy(false);
  };
  const select = (name: "kind" | "name" | "due" | "confidence", choices: readonly Choice[]) => (
    <SelectField label={words.fields[name]} name={name} defaultValue={row[name] ?? choices[0]?.[0]} error={errorOf(name)}>
      {choices.map(([code, said]) => <option key={code} value={code}>{said}</option>)}
    </SelectField>
  );
  return (
    <form method="post" onSubmit={(event) => void send(event)} className="max-w-3xl space-y-4" noValidate>
      {refused && <Notice tone="bad">{refused}</Notice>}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label={words.market} name="market" defaultValue={market} error={errorOf("market")}>
          {markets.map(([code, said]) => <option key={code} value={code}>{said}</option>)}
        </SelectField>
        {select("kind", kinds)}
        <Field type="date" label={words.fields["from"]} name="from" defaultValue={row.from} error={errorOf("from")} />
        <Field type="date" label={words.fields["to"]} name="to" defaultValue={row.to ?? ""} error={errorOf("to")} />
        <SelectField label={words.fields["formula"]} name="formula" defaultValue={row.formula ?? "ad-valorem"} error={errorOf("formula")}>
          {formulas.map((code) => <option key={code} value={code}>{code}</option>)}
        </SelectField>
        <Field label={words.fields["currency"]} name="currency" maxLength={3} dir="ltr" defaultValue={scope["currency"] as string | undefined} error={errorOf("currency")} />
      </div>
      <TextField label={words.fields["parameters"]} name="parameters" rows={5} dir="ltr" maxLength={8000} spellCheck={false} hint={words.jsonHint} defaultValue={JSON.stringify(row.parameters ?? {}, null, 1)} error={errorOf("parameters")} />
      <div className="grid gap-4 sm:grid-cols-2">
        {lists.map((name) => <Field key={name} label={words.fields[name]} name={name} dir="ltr" hint={words.scopeHint} defaultValue={((scope[name] ?? []) as readonly string[]).join(", ")} error={errorOf(name)} />)}
        <Field label={words.fields["region"]} name="region" dir="ltr" maxLength={3} defaultValue={scope["region"] as string | undefined} error={errorOf("region")} />
        {select("name", names)}
        {select("due", dues)}
        {select("confidence", confidences)}
      </div>
      <TextField label={words.fields["text"]} name="text" rows={3} maxLength={2000} defaultValue={row.text} error={errorOf("text")} />
      <TextField label={words.fields["source"]} name="source" rows={2} maxLength={1000} defaultValue={row.source} error={errorOf("source")} />
      <TextField label={words.fields["reason"]} name="reason" rows={2} maxLength={2000} defaultValue={reason} error={errorOf("reason")} />
      <Button type="submit" isBusy={isBusy}>{words.save}</Button>
    </form>
  );
};
