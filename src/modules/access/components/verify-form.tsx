"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Field } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { verifyEmailAction } from "../actions";
import { say } from "./say";

/** Confirms a mailbox by a press, not by opening the page: mail scanners open every link. Signed out, the password is asked too. */
export const VerifyForm = ({ token, asksPassword, said, words }: {
  token: string;
  asksPassword: boolean;
  said: Readonly<Record<string, string>>;
  words: { password: string; submit: string; done: string };
}) => {
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof verifyEmailAction>> | null>(null);
  const [asks, setAsks] = useState(asksPassword);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    const given = await verifyEmailAction({ token, password: form.get("password") ?? "" });
    // Signed in as somebody else than the letter's owner: the password decides.
    if (!given.ok && given.refusal.code === "access.wrong-password") setAsks(true);
    setAnswer(given);
    setBusy(false);
  };
  if (answer?.ok) return <Notice tone="good">{words.done}</Notice>;
  return (
    <form method="post" className="space-y-4" noValidate onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {answer && <Notice tone="bad">{answer.refusal.code === "input.invalid" ? say(said, { code: "access.bad-token" }) : say(said, answer.refusal)}</Notice>}
      {asks && <Field label={words.password} name="password" type="password" autoComplete="current-password" required maxLength={200} dir="ltr" />}
      <Button type="submit" isBusy={isBusy} className="w-full">{words.submit}</Button>
    </form>
  );
};
