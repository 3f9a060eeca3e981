"use client";
import { useState } from "react";
import { Button } from "@/ui/primitives/button";
import { setMarketStateAction, setShipToAction } from "../actions";

type Choice = readonly [code: string, words: string];
type Answer = { readonly ok: boolean; readonly refusal?: { readonly code: string } };
type SwitchWords = { readonly state: string; readonly reason: string; readonly noReason: string; readonly save: string; readonly turnOn: string; readonly turnOff: string; readonly refusals: Readonly<Record<string, string>> };

const box = "h-11 min-w-32 rounded-lg border border-line-strong bg-surface px-2 text-sm";

const useSwitch = (words: SwitchWords) => {
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (call: () => Promise<Answer>) => {
    setBusy(true);
    setRefused(null);
    const answer = await call().catch((): Answer => ({ ok: false }));
    if (answer.ok) return window.location.reload();
    setRefused(words.refusals[answer.refusal?.code ?? "unknown"] ?? words.refusals["unknown"] ?? "");
    setBusy(false);
  };
  return { refused, isBusy, run, told: refused && <span role="alert" className="basis-full text-sm text-bad">{refused}</span> };
};

/** Opens, half-closes or closes a market. A state that is not open needs a reason. */
export const MarketSwitch = ({ code, name, state, reason, states, reasons, words }: { code: string; name: string; state: string; reason: string; states: readonly Choice[]; reasons: readonly Choice[]; words: SwitchWords }) => {
  const [wanted, setWanted] = useState(state);
  const [why, setWhy] = useState(reason);
  const { isBusy, run, told } = useSwitch(words);
  const isChanged = wanted !== state || (wanted !== "open" && why !== reason);
  return (
    <form method="post" className="flex flex-wrap items-center gap-2" onSubmit={(event) => { event.preventDefault(); void run(() => setMarketStateAction({ code, from: state, state: wanted, reason: wanted === "open" ? null : why || null })); }}>
      <select aria-label={`${words.state}: ${name}`} value={wanted} onChange={(event) => setWanted(event.target.value)} className={box}>
        {states.map(([key, text]) => <option key={key} value={key}>{text}</option>)}
      </select>
      {wanted !== "open" && (
        <select aria-label={`${words.reason}: ${name}`} value={why} onChange={(event) => setWhy(event.target.value)} className={box}>
          <option value="">{words.reason}</option>
          {reasons.map(([key, text]) => <option key={key} value={key}>{text}</option>)}
        </select>
      )}
      {isChanged && <Button type="submit" isBusy={isBusy}>{words.save}</Button>}
      {told}
    </form>
  );
};

/** Turns delivery to a country on or off; off needs a reason. */
export const ShipToSwitch = ({ code, name, isOn, reasons, words }: { code: string; name: string; isOn: boolean; reasons: readonly Choice[]; words: SwitchWords }) => {
  const [why, setWhy] = useState("");
  const { isBusy, run, told } = useSwitch(words);
  return (
    <form method="post" className="flex flex-wrap items-center gap-2" onSubmit={(event) => { event.preventDefault(); void run(() => setShipToAction({ code, isOn: !isOn, reason: isOn ? why || null : null })); }}>
      {isOn && (
        <select aria-label={`${words.reason}: ${name}`} value={why} onChange={(event) => setWhy(event.target.value)} className={box}>
          <option value="">{words.reason}</option>
          {reasons.map(([key, text]) => <option key={key} value={key}>{text}</option>)}
        </select>
      )}
      <Button type="submit" tone={isOn ? "danger" : "quiet"} isBusy={isBusy} aria-label={`${isOn ? words.turnOff : words.turnOn}: ${name}`}>{isOn ? words.turnOff : words.turnOn}</Button>
      {told}
    </form>
  );
};
