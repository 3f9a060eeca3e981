"use client";
import { useState } from "react";
import { Button, ButtonLink } from "@/ui/primitives/button";
import { TextField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { approveRuleAction, declineRuleAction, proposeRuleAction, withdrawRuleAction } from "../actions";

type Answer = { readonly ok: boolean; readonly refusal?: { readonly code: string } };
export type ProposalWords = { readonly own: string; readonly note: string; readonly propose: string; readonly withdraw: string; readonly edit: string; readonly approve: string; readonly decline: string; readonly refusals: Readonly<Record<string, string>> };

/** What a person may do with a proposal now: its author moves it, somebody else decides. */
export const ProposalPanel = ({ proposalId, mode, words }: { proposalId: string; mode: "own-draft" | "own-proposed" | "to-decide"; words: ProposalWords }) => {
  const [note, setNote] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const run = async (name: string, call: () => Promise<Answer>) => {
    setBusy(name);
    setRefused(null);
    const answer = await call().catch((): Answer => ({ ok: false }));
    if (answer.ok) return window.location.reload();
    setRefused(words.refusals[answer.refusal?.code ?? "unknown"] ?? words.refusals["unknown"] ?? "");
    setBusy(null);
  };
  const button = (name: string, text: string, call: () => Promise<Answer>, tone: "primary" | "quiet" | "danger" = "primary") => (
    <Button tone={tone} disabled={busy !== null} isBusy={busy === name} onClick={() => void run(name, call)}>{text}</Button>
  );
  return (
    <div className="space-y-3">
      {refused && <Notice tone="bad">{refused}</Notice>}
      {mode === "own-proposed" && <Notice tone="warn">{words.own}</Notice>}
      {mode === "to-decide" && <TextField label={words.note} name="note" rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />}
      <div className="flex flex-wrap gap-2">
        {mode === "to-decide" && button("approve", words.approve, () => approveRuleAction({ proposalId, note }))}
        {mode === "to-decide" && button("decline", words.decline, () => declineRuleAction({ proposalId, note }), "danger")}
        {mode === "own-draft" && button("propose", words.propose, () => proposeRuleAction({ proposalId }))}
        {mode === "own-draft" && <ButtonLink tone="quiet" href={`/admin/rules/new?draft=${proposalId}`}>{words.edit}</ButtonLink>}
        {mode !== "to-decide" && button("withdraw", words.withdraw, () => withdrawRuleAction({ proposalId }), "quiet")}
      </div>
    </div>
  );
};
