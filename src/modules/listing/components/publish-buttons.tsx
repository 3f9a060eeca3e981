"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { Field, SelectField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import type { SeenListing } from "../schema";
import { sayRefusal, type EditorWords } from "./editor-words";

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };
type Act = (input: SeenListing) => Promise<Answer>;

/** Publish, or take off the shelves. */
export const PublishButtons = ({ listing, isLive, isReady, publish, withdraw, words }: {
  listing: { readonly id: string; readonly version: number }; isLive: boolean; isReady: boolean; publish: Act; withdraw: Act; words: EditorWords;
}) => {
  const [isBusy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const t = words.check;
  const act = async (verb: Act) => {
    setBusy(true);
    setWhy(null);
    const answer = await verb({ listingId: listing.id as SeenListing["listingId"], version: listing.version }).catch((): Answer => ({ ok: false, refusal: { code: "unknown" } }));
    if (answer.ok) return window.location.assign(`/sell/listings/${listing.id}?step=check&saved`);
    setBusy(false);
    setWhy(sayRefusal(words.refusals, answer.refusal));
  };
  return (
    <div className="space-y-3">
      {why && <Notice tone="bad">{why}</Notice>}
      {isLive
        ? <Button tone="danger" isBusy={isBusy} onClick={() => void act(withdraw)}>{isBusy ? t.withdrawing : t.withdraw}</Button>
        : <Button tone="strong" isBusy={isBusy} disabled={!isReady} className="w-full sm:w-auto sm:px-10" onClick={() => void act(publish)}>{isBusy ? t.publishing : t.publish}</Button>}
    </div>
  );
};

/** Where a listing can be looked at as shoppers of a storefront will see it. */
export const PreviewPicker = ({ number, storefronts, first, words }: { number: number; storefronts: readonly (readonly [tag: string, name: string])[]; first: string; words: EditorWords }) => {
  const [tag, setTag] = useState(first);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectField className="min-w-0 flex-1 sm:max-w-sm" label={words.check.storefront} name="preview-storefront" value={tag} onChange={(event) => setTag(event.target.value)}>
        {storefronts.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </SelectField>
      <a href={`/${tag}/preview/${number}`} target="_blank" rel="noopener" className="inline-flex min-h-11 items-center rounded-lg border border-line-strong bg-surface px-4 font-semibold hover:border-ink-soft">{words.check.open}</a>
    </div>
  );
};

type AddLocation = (input: { kind: string; country: string; region: null; city: string; postcode: string }) => Promise<Answer>;

/** One more place where goods lie. */
export const LocationForm = ({ countries, first, add, words }: { countries: readonly (readonly [code: string, name: string])[]; first: string; add: AddLocation; words: EditorWords }) => {
  const [place, setPlace] = useState({ kind: "origin", country: first, city: "", postcode: "" });
  const [isBusy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const t = words.offers;
  const send = async () => {
    setBusy(true);
    const answer = await add({ ...place, region: null }).catch((): Answer => ({ ok: false, refusal: { code: "unknown" } }));
    if (answer.ok) return window.location.reload();
    setBusy(false);
    setWhy(sayRefusal(words.refusals, answer.refusal));
  };
  return (
    <details className="mt-4 rounded-card border border-line">
      <summary className="flex min-h-11 items-center px-3 font-semibold text-brand">{t.addLocation}</summary>
      <div className="grid gap-3 p-3 sm:grid-cols-2">
        <SelectField label={t.kind} name="location-kind" value={place.kind} onChange={(event) => setPlace({ ...place, kind: event.target.value })}>
          {(["origin", "hub", "bonded"] as const).map((kind) => <option key={kind} value={kind}>{t.kinds[kind]}</option>)}
        </SelectField>
        <SelectField label={t.country} name="location-country" value={place.country} onChange={(event) => setPlace({ ...place, country: event.target.value })}>
          {countries.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </SelectField>
        <Field label={t.city} name="location-city" maxLength={120} value={place.city} onChange={(event) => setPlace({ ...place, city: event.target.value })} />
        <Field label={t.postcode} name="location-postcode" maxLength={20} value={place.postcode} onChange={(event) => setPlace({ ...place, postcode: event.target.value })} />
        {why && <Notice tone="bad" className="sm:col-span-2">{why}</Notice>}
        <Button tone="quiet" isBusy={isBusy} disabled={place.city.trim() === ""} onClick={() => void send()}>{t.addLocation}</Button>
      </div>
    </details>
  );
};
