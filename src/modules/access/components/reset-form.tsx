"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Field } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { askPasswordResetAction, resetPasswordAction } from "../actions";
import { say, sayField } from "./say";

type Asked = Awaited<ReturnType<typeof askPasswordResetAction>>;
type Reset = Awaited<ReturnType<typeof resetPasswordAction>>;

/** Asks for a letter with a link to a new password. */
export const AskResetForm = ({ storefront, said, words }: { storefront: string; said: Readonly<Record<string, string>>; words: { email: string; submit: string; sent: string } }) => {
  const [answer, setAnswer] = useState<Asked | null>(null);
  const [email, setEmail] = useState("");
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    const typed = String(form.get("email") ?? "");
    setBusy(true);
    setEmail(typed);
    setAnswer(await askPasswordResetAction({ email: typed, storefront }));
    setBusy(false);
  };
  if (answer?.ok) return <Notice tone="good">{words.sent.replace("{email}", email)}</Notice>;
  const refusal = answer ? answer.refusal : null;
  const emailError = refusal?.code === "access.bad-email" ? say(said, refusal) : sayField(said, refusal, "email");
  return (
    <form method="post" className="space-y-4" noValidate onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {refusal && !emailError && <Notice tone="bad">{say(said, refusal)}</Notice>}
      <Field label={words.email} name="email" type="email" autoComplete="username" required maxLength={320} dir="ltr" error={emailError} />
      <Button type="submit" isBusy={isBusy} className="w-full">{words.submit}</Button>
    </form>
  );
};

/** Takes the new password of whoever holds the letter. */
export const ResetForm = ({ token, signInHref, said, words }: {
  token: string;
  signInHref: string;
  said: Readonly<Record<string, string>>;
  words: { password: string; passwordHint: string; submit: string; done: string; signIn: string };
}) => {
  const [answer, setAnswer] = useState<Reset | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    setAnswer(await resetPasswordAction({ token, password: form.get("password") }));
    setBusy(false);
  };
  if (answer?.ok) return <div className="space-y-4"><Notice tone="good">{words.done}</Notice><a href={signInHref} className="inline-flex min-h-11 items-center font-semibold text-brand underline">{words.signIn}</a></div>;
  const refusal = answer ? answer.refusal : null;
  const passwordError = refusal?.code === "access.weak-password" ? say(said, refusal) : sayField(said, refusal, "password");
  return (
    <form method="post" className="space-y-4" noValidate onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {refusal && !passwordError && <Notice tone="bad">{refusal.code === "input.invalid" ? say(said, { code: "access.bad-token" }) : say(said, refusal)}</Notice>}
      <Field label={words.password} name="password" type="password" autoComplete="new-password" required maxLength={200} dir="ltr" hint={words.passwordHint} error={passwordError} />
      <Button type="submit" isBusy={isBusy} className="w-full">{words.submit}</Button>
    </form>
  );
};
