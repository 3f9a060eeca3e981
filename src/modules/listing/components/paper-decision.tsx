"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { SelectField, TextField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { declinePaperAction } from "../actions";
import type { PaperFault } from "../paper";
import type { ApprovePaper } from "../schema";
import { sayRefusal } from "./editor-words";

export type PaperDecisionWords = {
  readonly approve: string; readonly decline: string; readonly reason: string; readonly chooseReason: string; readonly reasonNeeded: string; readonly note: string; readonly noteHint: string;
  readonly refusals: Readonly<Record<string, string>>;
};
type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };

/** What an admin does with a paper: approve it, or decline it with a reason. What was typed stays when somebody was quicker. */
export const PaperDecision = ({ paperId, reasons, approve, words }: {
  paperId: string; reasons: readonly (readonly [code: PaperFault, words: string])[]; approve: (input: ApprovePaper) => Promise<Answer>; words: PaperDecisionWords;
}) => {
  const [reason, setReason] = useState("");
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState<"approve" | "decline" | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const id = paperId as ApprovePaper["paperId"];
  const run = async (name: "approve" | "decline", call: () => Promise<Answer>) => {
    setBusy(name);
    setWhy(null);
    const answer = await call().catch((): Answer => ({ ok: false, refusal: { code: "unknown" } }));
    if (answer.ok) return window.location.assign("/admin/documents");
    setBusy(null);
    setWhy(sayRefusal(words.refusals, answer.refusal));
  };
  const decline = () => {
    const fault = reasons.find(([code]) => code === reason)?.[0];
    if (fault) return void run("decline", () => declinePaperAction({ paperId: id, reason: fault, note }));
    setWhy(words.reasonNeeded);
    document.getElementById("f-reason")?.focus();
  };
  return (
    <div className="space-y-3">
      {why && <Notice tone="bad">{why}</Notice>}
      <Button disabled={busy !== null} isBusy={busy === "approve"} className="w-full sm:w-auto" onClick={() => void run("approve", () => approve({ paperId: id }))}>{words.approve}</Button>
      <SelectField label={words.reason} name="reason" value={reason} onChange={(event) => setReason(event.target.value)}>
        <option value="">{words.chooseReason}</option>
        {reasons.map(([code, text]) => <option key={code} value={code}>{text}</option>)}
      </SelectField>
      <TextField label={words.note} name="note" rows={3} maxLength={2000} hint={words.noteHint} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button tone="danger" disabled={busy !== null} isBusy={busy === "decline"} className="w-full sm:w-auto" onClick={decline}>{words.decline}</Button>
    </div>
  );
};
