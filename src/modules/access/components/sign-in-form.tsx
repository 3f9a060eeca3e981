"use client";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Field } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { say } from "./say";

/** Asks who somebody is. What was typed stays when it was wrong; after it, the door page merges the cart and leads on. */
export const SignInForm = ({ done, said, words, withGoogle, first }: {
  done: string;
  said: Readonly<Record<string, string>>;
  words: { email: string; password: string; submit: string; google: string; or: string };
  withGoogle: boolean;
  first: string | null;
}) => {
  const [refused, setRefused] = useState<string | null>(first);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    setRefused(null);
    const answer = await signIn("credentials", { email: form.get("email"), password: form.get("password"), redirect: false }).catch(() => undefined);
    if (answer?.ok && !answer.error) return window.location.assign(done);
    let refusal: { code: string; minutes?: number } = { code: "unknown" };
    try {
      refusal = JSON.parse(answer?.error ?? "") as typeof refusal;
    } catch {
      // Not a refusal of ours: next-auth's own word for a failure, which has no words of ours.
    }
    setRefused(say(said, refusal));
    setBusy(false);
  };
  return (
    <form method="post" className="space-y-4" onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {refused && <Notice tone="bad">{refused}</Notice>}
      <Field label={words.email} name="email" type="email" autoComplete="username" required maxLength={320} dir="ltr" />
      <Field label={words.password} name="password" type="password" autoComplete="current-password" required maxLength={200} dir="ltr" />
      <Button type="submit" isBusy={isBusy} className="w-full">{words.submit}</Button>
      {withGoogle && (
        <>
          <p className="text-center text-sm text-ink-soft">{words.or}</p>
          <Button tone="quiet" className="w-full" onClick={() => void signIn("google", { callbackUrl: done })}>{words.google}</Button>
        </>
      )}
    </form>
  );
};
