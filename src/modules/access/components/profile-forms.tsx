"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Field } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { changeNameAction, changePasswordAction } from "../actions";
import { say, sayField } from "./say";

type Said = Readonly<Record<string, string>>;

/** How somebody wants to be greeted. */
export const NameForm = ({ name, said, words }: { name: string; said: Said; words: { name: string; save: string; saved: string } }) => {
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof changeNameAction>> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    setAnswer(await changeNameAction({ name: form.get("name") }));
    setBusy(false);
  };
  const refusal = answer && !answer.ok ? answer.refusal : null;
  const error = sayField(said, refusal, "name");
  return (
    <form method="post" className="max-w-md space-y-3" noValidate onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {answer?.ok && <Notice tone="good">{words.saved}</Notice>}
      {refusal && !error && <Notice tone="bad">{say(said, refusal)}</Notice>}
      <Field label={words.name} name="name" autoComplete="name" maxLength={80} defaultValue={name} error={error} />
      <Button type="submit" tone="quiet" isBusy={isBusy}>{words.save}</Button>
    </form>
  );
};

/** A new password, by whoever knows the old one. */
export const PasswordForm = ({ said, words }: { said: Said; words: { current: string; password: string; passwordHint: string; save: string; saved: string } }) => {
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof changePasswordAction>> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    setAnswer(await changePasswordAction({ current: form.get("current"), password: form.get("password") }));
    setBusy(false);
  };
  if (answer?.ok) return <Notice tone="good">{words.saved}</Notice>;
  const refusal = answer ? answer.refusal : null;
  const currentError = refusal?.code === "access.wrong-password" ? said["wrongCurrent"] : sayField(said, refusal, "current");
  const passwordError = refusal?.code === "access.weak-password" ? say(said, refusal) : sayField(said, refusal, "password");
  return (
    <form method="post" className="max-w-md space-y-3" noValidate onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {refusal && !currentError && !passwordError && <Notice tone="bad">{say(said, refusal)}</Notice>}
      <Field label={words.current} name="current" type="password" autoComplete="current-password" maxLength={200} dir="ltr" error={currentError} />
      <Field label={words.password} name="password" type="password" autoComplete="new-password" maxLength={200} dir="ltr" hint={words.passwordHint} error={passwordError} />
      <Button type="submit" tone="quiet" isBusy={isBusy}>{words.save}</Button>
    </form>
  );
};
