"use client";
import { useState } from "react";
import { say } from "@/modules/access/components/say";
import { Button } from "@/ui/primitives/button";
import { SelectField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { saveStorefrontAction } from "../actions";

type Choice = readonly [code: string, name: string];

/** The shop window somebody comes home to, and the language of our letters. */
export const StorefrontForm = ({ language, market, languages, markets, said, words }: {
  language: string;
  market: string;
  languages: readonly Choice[];
  markets: readonly Choice[];
  said: Readonly<Record<string, string>>;
  words: { language: string; market: string; save: string; saved: string };
}) => {
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof saveStorefrontAction>> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    setAnswer(await saveStorefrontAction({ storefront: `${String(form.get("savedLanguage"))}-${String(form.get("savedMarket")).toLowerCase()}` }));
    setBusy(false);
  };
  return (
    <form method="post" className="space-y-3" onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {answer && (answer.ok ? <Notice tone="good">{words.saved}</Notice> : <Notice tone="bad">{say(said, answer.refusal)}</Notice>)}
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField label={words.market} name="savedMarket" defaultValue={market}>{markets.map(([code, name]) => <option key={code} value={code}>{name}</option>)}</SelectField>
        <SelectField label={words.language} name="savedLanguage" defaultValue={language}>{languages.map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}</SelectField>
      </div>
      <Button type="submit" tone="quiet" isBusy={isBusy}>{words.save}</Button>
    </form>
  );
};
