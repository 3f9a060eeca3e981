"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { SelectField, TextField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { approveApplicationAction, askForMoreAction, claimApplicationAction, declineApplicationAction, releaseApplicationAction } from "../actions";

export type DecisionWords = {
  readonly claim: string; readonly release: string; readonly approve: string; readonly ask: string; readonly decline: string; readonly reason: string; readonly chooseReason: string;
  readonly note: string; readonly noteHint: string; readonly free: string; readonly reasonNeeded: string;
  readonly refusals: Readonly<Record<string, string>>;
};
type Refused = { readonly code: string; readonly by?: string };
type Answer = { readonly ok: boolean; readonly refusal?: Refused };
type Choice = readonly [code: string, words: string];

/** What an admin can do with an application now: take it, or, when it lies on their desk, decide. What was typed stays when somebody was quicker. */
export const DecisionPanel = ({ applicationId, mode, askReasons, declineReasons, words }: {
  applicationId: string; mode: "free" | "mine"; askReasons: readonly Choice[]; declineReasons: readonly Choice[]; words: DecisionWords;
}) => {
  const [note, setNote] = useState("");
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const run = async (name: string, call: () => Promise<Answer>) => {
    setBusy(name);
    setRefused(null);
    const answer = await call().catch((): Answer => ({ ok: false, refusal: { code: "unknown" } }));
    if (answer.ok) return window.location.reload();
    const refusal = answer.refusal ?? { code: "unknown" };
    setRefused((words.refusals[refusal.code] ?? words.refusals["unknown"] ?? "").replace("{by}", refusal.by ?? ""));
    setBusy(null);
  };
  const withReason = (name: string, allowed: readonly Choice[], call: () => Promise<Answer>) => {
    if (!allowed.some(([code]) => code === reason)) {
      setRefused(words.reasonNeeded);
      return document.getElementById("f-reason")?.focus();
    }
    void run(name, call);
  };

  const told = refused && <Notice tone="bad" className="mb-3">{refused}</Notice>;
  if (mode === "free") {
    return (
      <div>
        {told}
        <p className="mb-3 text-sm text-ink-soft">{words.free}</p>
        <Button isBusy={busy === "claim"} onClick={() => void run("claim", () => claimApplicationAction({ applicationId }))} className="w-full sm:w-auto">{words.claim}</Button>
      </div>
    );
  }
  return (
    <div className="space-y-3">
      {told}
      <SelectField label={words.reason} name="reason" value={reason} onChange={(event) => setReason(event.target.value)}>
        <option value="">{words.chooseReason}</option>
        <optgroup label={words.ask}>{askReasons.map(([code, text]) => <option key={code} value={code}>{text}</option>)}</optgroup>
        <optgroup label={words.decline}>{declineReasons.map(([code, text]) => <option key={code} value={code}>{text}</option>)}</optgroup>
      </SelectField>
      <TextField label={words.note} name="note" rows={3} maxLength={2000} hint={words.noteHint} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy !== null} isBusy={busy === "approve"} onClick={() => void run("approve", () => approveApplicationAction({ applicationId, note }))}>{words.approve}</Button>
        <Button tone="quiet" disabled={busy !== null} isBusy={busy === "ask"} onClick={() => withReason("ask", askReasons, () => askForMoreAction({ applicationId, reason, note }))}>{words.ask}</Button>
        <Button tone="danger" disabled={busy !== null} isBusy={busy === "decline"} onClick={() => withReason("decline", declineReasons, () => declineApplicationAction({ applicationId, reason, note }))}>{words.decline}</Button>
        <Button tone="quiet" className="ms-auto" disabled={busy !== null} isBusy={busy === "release"} onClick={() => void run("release", () => releaseApplicationAction({ applicationId }))}>{words.release}</Button>
      </div>
    </div>
  );
};
