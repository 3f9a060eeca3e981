"use client";
import { useState } from "react";
import type { MarkDelivered, MarkShipped } from "@/modules/order/schema";
import { carriers, checkTrackingNumber, trackingExample, type Carrier } from "@/modules/order/tracking";
import { Button } from "@/ui/primitives/button";
import { Field, SelectField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { useTypedEarly } from "@/ui/primitives/typed-early";

export type ShipWords = {
  readonly carrier: string; readonly tracking: string; readonly markShipped: string; readonly shipping: string; readonly badForm: string; readonly badCheckDigit: string;
  readonly markDelivered: string; readonly delivering: string; readonly names: Readonly<Record<Carrier, string>>; readonly refusals: Readonly<Record<string, string>>;
};
type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };
const lost: Answer = { ok: false, refusal: { code: "unknown" } };

/** Hands a consignment over: carrier and the number of the label, judged while it is typed and again by the verb. */
export const ShipForm = ({ consignmentId, version, ship, words }: { consignmentId: string; version: number; ship: (input: MarkShipped) => Promise<Answer>; words: ShipWords }) => {
  const form = useTypedEarly();
  const [carrier, setCarrier] = useState<Carrier>("post");
  const [number, setNumber] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>();
  const [why, setWhy] = useState<string | null>(null);
  const send = async () => {
    const checked = checkTrackingNumber(carrier, number);
    if (!checked.ok) {
      setWrong(checked.refusal.why === "form" ? words.badForm.replace("{example}", checked.refusal.example) : words.badCheckDigit);
      return document.getElementById(`f-tracking-${consignmentId}`)?.focus();
    }
    setBusy(true);
    setWhy(null);
    const answer = await ship({ consignmentId: consignmentId as MarkShipped["consignmentId"], version, carrier, trackingNumber: checked.value }).catch(() => lost);
    if (answer.ok) return window.location.reload();
    setBusy(false);
    setWhy(words.refusals[answer.refusal.code] ?? words.refusals["unknown"] ?? "");
  };
  return (
    <form method="post" ref={form} className="grid items-start gap-3 sm:grid-cols-[12rem_1fr_auto]" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <SelectField label={words.carrier} name={`carrier-${consignmentId}`} value={carrier} onChange={(event) => { setCarrier(event.target.value as Carrier); setWrong(undefined); }}>
        {carriers.map((one) => <option key={one} value={one}>{words.names[one]}</option>)}
      </SelectField>
      <Field label={words.tracking} name={`tracking-${consignmentId}`} dir="ltr" maxLength={60} autoComplete="off" spellCheck={false} placeholder={trackingExample(carrier)} value={number} error={wrong}
        onChange={(event) => { setNumber(event.target.value); setWrong(undefined); }} />
      <Button type="submit" tone="strong" className="sm:mt-6" isBusy={isBusy} disabled={number.trim() === ""}>{isBusy ? words.shipping : words.markShipped}</Button>
      {why && <Notice tone="bad" className="sm:col-span-3">{why}</Notice>}
    </form>
  );
};

/** Says that a parcel has arrived. */
export const DeliveredButton = ({ consignmentId, version, deliver, words }: { consignmentId: string; version: number; deliver: (input: MarkDelivered) => Promise<Answer>; words: ShipWords }) => {
  const [isBusy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const send = async () => {
    setBusy(true);
    const answer = await deliver({ consignmentId: consignmentId as MarkDelivered["consignmentId"], version }).catch(() => lost);
    if (answer.ok) return window.location.reload();
    setBusy(false);
    setWhy(words.refusals[answer.refusal.code] ?? words.refusals["unknown"] ?? "");
  };
  return (
    <>
      {why && <Notice tone="bad" className="mb-3">{why}</Notice>}
      <Button tone="quiet" isBusy={isBusy} onClick={() => void send()}>{isBusy ? words.delivering : words.markDelivered}</Button>
    </>
  );
};
