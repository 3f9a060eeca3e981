"use client";
import { useState, useTransition, type FormEvent } from "react";
import { Button } from "@/ui/primitives/button";
import { SelectField, TextField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { writeReviewAction } from "../actions";

type Named = readonly [code: string, name: string];

/** The fields of a review. What was typed stays when the review is refused. */
export const ReviewFields = ({ consignmentId, listingId, language, languages, fits, mostLetters, words }: {
  consignmentId: string; listingId: string; language: string; languages: readonly Named[]; fits: readonly Named[]; mostLetters: number;
  words: {
    title: string; rating: string; text: string; hint: string; language: string; fit: string; noFit: string; send: string; thanks: string; stars: readonly string[];
    required: string; tooLong: string; refused: Readonly<Record<string, string>>;
  };
}) => {
  const [rating, setRating] = useState(0);
  const [text, setText] = useState("");
  const [written, setWritten] = useState(language);
  const [fit, setFit] = useState("");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isThanked, thank] = useState(false);
  const [isSending, startSending] = useTransition();

  const send = (event: FormEvent) => {
    event.preventDefault();
    const wrong = {
      ...(rating === 0 ? { rating: words.required } : {}),
      ...(text.trim() === "" ? { text: words.required } : text.length > mostLetters ? { text: words.tooLong } : {}),
    };
    setErrors(wrong);
    setRefusal(null);
    if (Object.keys(wrong).length > 0) return;
    startSending(async () => {
      try {
        const result = await writeReviewAction({ consignmentId, listingId, rating, text, language: written, fit: fit || null });
        if (result.ok) thank(true);
        else setRefusal(words.refused[result.refusal.code] ?? words.refused["unknown"] ?? "");
      } catch {
        setRefusal(words.refused["unknown"] ?? "");
      }
    });
  };

  if (isThanked) return <Notice tone="good">{words.thanks}</Notice>;
  const chip = "inline-flex min-h-11 cursor-pointer items-center rounded-lg border border-line-strong bg-surface px-3 has-checked:border-brand has-checked:bg-brand-tint has-checked:font-semibold has-focus-visible:outline-2";
  return (
    <form method="post" onSubmit={send} noValidate className="space-y-4 rounded-card border border-line bg-surface p-4" aria-label={words.title}>
      <h3 className="font-bold">{words.title}</h3>
      <fieldset aria-describedby={errors["rating"] ? `rating-error-${listingId}` : undefined}>
        <legend className="mb-1 text-sm font-medium">{words.rating}</legend>
        <div className="flex">
          {words.stars.map((label, index) => (
            <label key={label} className={`grid size-11 cursor-pointer place-items-center rounded-lg text-3xl leading-none has-focus-visible:outline-2 ${index < rating ? "text-star" : "text-line-strong"}`}>
              <input type="radio" name={`rating-${listingId}`} className="sr-only" checked={rating === index + 1} onChange={() => setRating(index + 1)} aria-label={label} />
              <span aria-hidden>{"★"}</span>
            </label>
          ))}
        </div>
        {errors["rating"] && <p id={`rating-error-${listingId}`} className="text-sm text-bad">{errors["rating"]}</p>}
      </fieldset>
      <TextField label={words.text} name={`text-${listingId}`} hint={words.hint} error={errors["text"]} value={text} maxLength={mostLetters} onChange={(event) => setText(event.target.value)} lang={written} />
      {fits.length > 0 && (
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{words.fit}</legend>
          <div className="flex flex-wrap gap-2">
            {[["", words.noFit] as const, ...fits].map(([code, name]) => (
              <label key={code} className={chip}><input type="radio" name={`fit-${listingId}`} className="sr-only" checked={fit === code} onChange={() => setFit(code)} />{name}</label>
            ))}
          </div>
        </fieldset>
      )}
      <SelectField label={words.language} name={`language-${listingId}`} value={written} onChange={(event) => setWritten(event.target.value)} className="max-w-60">
        {languages.map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
      </SelectField>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <Button type="submit" isBusy={isSending}>{words.send}</Button>
    </form>
  );
};
