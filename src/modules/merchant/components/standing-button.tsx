"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Dialog } from "@/ui/primitives/dialog";
import { SelectField, TextField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";

type Answer = { readonly ok: boolean; readonly refusal?: { readonly code: string } };
export type StandingWords = {
  readonly suspend: string; readonly restore: string; readonly title: string; readonly body: string; readonly reason: string; readonly chooseReason: string; readonly note: string;
  readonly close: string; readonly reasonNeeded: string; readonly refusals: Readonly<Record<string, string>>;
};

/** Suspends or restores a merchant, with a reason, after a second look. The verbs come from above: they also take the goods off the shelves. */
export const StandingButton = ({ merchantId, isSuspended, reasons, suspend, restore, words }: {
  merchantId: string; isSuspended: boolean; reasons: readonly (readonly [string, string])[];
  suspend: (input: { merchantId: string; reason: string; note: string }) => Promise<Answer>;
  restore: (input: { merchantId: string; note: string }) => Promise<Answer>;
  words: StandingWords;
}) => {
  const [reason, setReason] = useState("");
  const [note, setNote] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (call: () => Promise<Answer>) => {
    setBusy(true);
    const answer = await call().catch((): Answer => ({ ok: false }));
    if (answer.ok) return window.location.reload();
    setRefused(words.refusals[answer.refusal?.code ?? "unknown"] ?? words.refusals["unknown"] ?? "");
    setBusy(false);
  };
  if (isSuspended) {
    return (
      <span>
        <Button tone="quiet" isBusy={isBusy} onClick={() => void run(() => restore({ merchantId, note: "" }))}>{words.restore}</Button>
        {refused && <span role="alert" className="block text-sm text-bad">{refused}</span>}
      </span>
    );
  }
  return (
    <Dialog trigger={<Button tone="danger">{words.suspend}</Button>} title={words.title} closeLabel={words.close}>
      <div className="space-y-3">
        <p>{words.body}</p>
        {refused && <Notice tone="bad">{refused}</Notice>}
        <SelectField label={words.reason} name={`reason-${merchantId}`} value={reason} onChange={(event) => setReason(event.target.value)}>
          <option value="">{words.chooseReason}</option>
          {reasons.map(([code, text]) => <option key={code} value={code}>{text}</option>)}
        </SelectField>
        <TextField label={words.note} name={`note-${merchantId}`} rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
        <Button tone="danger" isBusy={isBusy} className="w-full" onClick={() => (reason ? void run(() => suspend({ merchantId, reason, note })) : setRefused(words.reasonNeeded))}>{words.suspend}</Button>
      </div>
    </Dialog>
  );
};
