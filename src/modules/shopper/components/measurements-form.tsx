"use client";
import { useState } from "react";
import { say } from "@/modules/access/components/say";
import { Button } from "@/ui/primitives/button";
import { Field } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { saveMeasurementsAction } from "../actions";

/** A person's body measures in the market's unit. Empty ones are forgotten. */
export const MeasurementsForm = ({ unit, fields, said, words }: {
  unit: "cm" | "in";
  fields: readonly { readonly name: string; readonly label: string; readonly hint: string; readonly value: string }[];
  said: Readonly<Record<string, string>>;
  words: { save: string; saved: string; wrong: string };
}) => {
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof saveMeasurementsAction>> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    setAnswer(await saveMeasurementsAction({ unit, measures: Object.fromEntries(fields.map(({ name }) => [name, String(form.get(name) ?? "")])) }));
    setBusy(false);
  };
  const refusal = answer && !answer.ok ? answer.refusal : null;
  const isWrong = (name: string): boolean =>
    refusal?.code === "shopper.bad-measures" ? (refusal.measures as readonly string[]).includes(name) : refusal?.code === "input.invalid" && `measures.${name}` in refusal.fields;
  return (
    <form method="post" className="space-y-4" noValidate onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {answer?.ok && <Notice tone="good">{words.saved}</Notice>}
      {refusal && <Notice tone="bad">{say(said, refusal)}</Notice>}
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map(({ name, label, hint, value }) => (
          <Field key={name} name={name} label={label} hint={hint} defaultValue={value} inputMode="decimal" maxLength={12} dir="ltr" autoComplete="off" error={isWrong(name) ? words.wrong : undefined} />
        ))}
      </div>
      <Button type="submit" isBusy={isBusy} className="w-full sm:w-auto">{words.save}</Button>
    </form>
  );
};
