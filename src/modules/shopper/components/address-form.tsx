"use client";
import { useState } from "react";
import { say } from "@/modules/access/components/say";
import { Button } from "@/ui/primitives/button";
import { CheckField } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { saveAddressAction } from "../actions";
import type { TypedAddress } from "../address";
import { AddressFields, readAddress } from "./address-fields";
import type { AddressInput } from "./address-inputs";

/** Keeps an address in the account. What was typed stays when something is wrong with it. */
export const AddressForm = ({ addressId, country, inputs, values, isDefault, back, said, faults, words }: {
  addressId: string | null;
  country: string;
  inputs: readonly AddressInput[];
  values: TypedAddress;
  isDefault: boolean;
  back: string;
  said: Readonly<Record<string, string>>;
  faults: Readonly<Record<string, string>>;
  words: { save: string; usual: string; optional: string; choose: string };
}) => {
  const [refusal, setRefusal] = useState<{ code: string; fields?: Readonly<Record<string, string>> } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: FormData) => {
    setBusy(true);
    const answer = await saveAddressAction({ addressId, country, address: readAddress(form, inputs), isDefault: form.get("isDefault") !== null });
    if (answer.ok) return window.location.assign(back);
    setRefusal(answer.refusal);
    setBusy(false);
  };
  const wrong = refusal?.code === "address.invalid" ? (refusal.fields ?? {}) : {};
  return (
    <form method="post" className="space-y-4" noValidate onSubmit={(event) => { event.preventDefault(); void submit(new FormData(event.currentTarget)); }}>
      {refusal && <Notice tone="bad">{say(said, refusal)}</Notice>}
      <AddressFields inputs={inputs} values={values} faults={wrong} said={faults} optional={words.optional} choose={words.choose} />
      <CheckField label={words.usual} name="isDefault" defaultChecked={isDefault} />
      <Button type="submit" isBusy={isBusy} className="w-full sm:w-auto">{words.save}</Button>
    </form>
  );
};
