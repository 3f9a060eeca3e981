"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Field } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { signUpAction } from "../actions";
import { say, sayField } from "./say";

type Answer = Awaited<ReturnType<typeof signUpAction>>;

/** Opens an account. The answer does not tell whether the address had one. */
export const SignUpForm = ({ storefront, signInHref, said, words }: {
  storefront: string;
  signInHref: string;
  said: Readonly<Record<string, string>>;
  words: { name: string; nameHint: string; email: string; password: string; passwordHint: string; submit: string; sent: string; sentBody: string; sentShop: string; signIn: string };
}) => {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [email, setEmail] = useState("");
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    setEmail(String(form.get("email") ?? ""));
    setAnswer(await signUpAction({ email: form.get("email"), password: form.get("password"), name: form.get("name"), storefront }));
    setBusy(false);
  };
  if (answer?.ok) {
    return (
      <div className="space-y-4">
        <Notice tone="good"><p className="font-semibold">{words.sent}</p><p>{words.sentBody.replace("{email}", email)}</p></Notice>
        <p className="text-ink-soft">{words.sentShop}</p>
        <a href={signInHref} className="inline-flex min-h-11 items-center font-semibold text-brand underline">{words.signIn}</a>
      </div>
    );
  }
  const refusal = answer ? answer.refusal : null;
  const isAbout = (code: string) => (refusal?.code === code ? say(said, refusal) : undefined);
  const emailError = isAbout("access.bad-email") ?? sayField(said, refusal, "email");
  const passwordError = isAbout("access.weak-password") ?? sayField(said, refusal, "password");
  return (
    <form method="post" className="space-y-4" noValidate onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {refusal && !emailError && !passwordError && <Notice tone="bad">{say(said, refusal)}</Notice>}
      <Field label={words.name} name="name" autoComplete="name" required maxLength={80} hint={words.nameHint} error={sayField(said, refusal, "name")} />
      <Field label={words.email} name="email" type="email" autoComplete="username" required maxLength={320} dir="ltr" error={emailError} />
      <Field label={words.password} name="password" type="password" autoComplete="new-password" required maxLength={200} dir="ltr" hint={words.passwordHint} error={passwordError} />
      <Button type="submit" isBusy={isBusy} className="w-full">{words.submit}</Button>
    </form>
  );
};
