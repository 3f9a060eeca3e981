"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { endSessionAction, sendVerificationAction, signOutAction, signOutEverywhereAction } from "../actions";
import { say } from "./say";

/** Leaves: this browser, or all of them. The home page follows either way. */
export const SignOutButton = ({ home, label, everywhere = false }: { home: string; label: string; everywhere?: boolean }) => {
  const [isBusy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await (everywhere ? signOutEverywhereAction({}) : signOutAction({}));
    window.location.assign(home);
  };
  return <Button tone="quiet" isBusy={isBusy} onClick={() => void leave()}>{label}</Button>;
};

/** Signs another browser out. */
export const EndSessionButton = ({ sessionId, label }: { sessionId: string; label: string }) => {
  const [isBusy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    await endSessionAction({ sessionId });
    window.location.reload();
  };
  return <Button tone="quiet" isBusy={isBusy} onClick={() => void end()}>{label}</Button>;
};

/** Asks for the letter that proves the mailbox once more. */
export const SendVerificationButton = ({ label, sent, said }: { label: string; sent: string; said: Readonly<Record<string, string>> }) => {
  const [answer, setAnswer] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const given = await sendVerificationAction({});
    setAnswer(given.ok ? sent : say(said, given.refusal));
    setBusy(false);
  };
  return answer ? <p role="status">{answer}</p> : <Button tone="quiet" isBusy={isBusy} onClick={() => void send()}>{label}</Button>;
};
