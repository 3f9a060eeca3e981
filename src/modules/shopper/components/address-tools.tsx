"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { chooseUsualAddressAction, removeAddressAction } from "../actions";

/** What can be done with a saved address. Removing asks once more, on the same button. */
export const AddressTools = ({ addressId, isDefault, edit, words }: {
  addressId: string;
  isDefault: boolean;
  edit: string;
  words: { edit: string; remove: string; removeSure: string; makeUsual: string };
}) => {
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await work();
    window.location.reload();
  };
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <a href={edit} className="inline-flex min-h-11 items-center rounded-lg border border-line-strong px-4 font-semibold hover:border-ink-soft">{words.edit}</a>
      {!isDefault && <Button tone="quiet" disabled={isBusy} onClick={() => void run(() => chooseUsualAddressAction({ addressId }))}>{words.makeUsual}</Button>}
      <Button tone={isSure ? "danger" : "quiet"} disabled={isBusy} onClick={() => (isSure ? void run(() => removeAddressAction({ addressId })) : setSure(true))}>{isSure ? words.removeSure : words.remove}</Button>
    </div>
  );
};
