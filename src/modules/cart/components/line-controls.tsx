"use client";
import { Minus, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { Id } from "@/kernel/id";
import { announceCart } from "@/modules/market/components/header-person";
import { changeQuantityAction, removeLineAction } from "../actions";

type Words = { readonly quantity: string; readonly fewer: string; readonly more: string; readonly remove: string };

/** How many, and away with it. Says why when a number cannot be had; what was there stays. */
export const LineControls = ({ storefront, lineId, quantity, most, said, words }: {
  storefront: string; lineId: Id<"cartLine">; quantity: number; most: number; said: Readonly<Record<string, string>>; words: Words;
}) => {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const [trouble, setTrouble] = useState<string | null>(null);
  const run = (work: () => Promise<{ ok: boolean; refusal?: { code: string } }>) =>
    start(async () => {
      const result = await work();
      setTrouble(result.ok ? null : (said[result.refusal?.code ?? ""] ?? said["unknown"] ?? ""));
      announceCart();
      router.refresh();
    });
  const set = (wanted: number) => run(() => changeQuantityAction({ storefront, lineId, quantity: wanted }));
  const button = "grid size-11 place-items-center hover:bg-ground disabled:text-line-strong";
  return (
    <div>
      <div className="flex items-center gap-2">
        <div role="group" aria-label={words.quantity} className="flex items-center rounded-lg border border-line-strong">
          <button type="button" className={`${button} rounded-s-lg`} aria-label={words.fewer} disabled={isBusy || quantity <= 1} onClick={() => set(quantity - 1)}><Minus size={16} aria-hidden /></button>
          <output className={`tabular min-w-8 text-center font-semibold ${isBusy ? "opacity-40" : ""}`} aria-live="polite">{quantity}</output>
          <button type="button" className={`${button} rounded-e-lg`} aria-label={words.more} disabled={isBusy || quantity >= most} onClick={() => set(quantity + 1)}><Plus size={16} aria-hidden /></button>
        </div>
        <button type="button" className="grid size-11 place-items-center rounded-lg text-ink-soft hover:bg-ground hover:text-bad" aria-label={words.remove} disabled={isBusy} onClick={() => run(() => removeLineAction({ lineId }))}><Trash2 size={18} aria-hidden /></button>
      </div>
      {trouble && <p role="alert" className="mt-1 text-sm text-bad">{trouble}</p>}
    </div>
  );
};

/** "Accept these prices": the shopper says yes to what changed. */
export const AcceptPrices = ({ storefront, label, accept }: { storefront: string; label: string; accept: (input: { storefront: string }) => Promise<{ ok: boolean }> }) => {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  return (
    <button
      type="button" disabled={isBusy} aria-busy={isBusy} className="inline-flex min-h-11 items-center justify-center rounded-lg bg-brand px-5 font-semibold text-white hover:bg-brand-strong disabled:bg-line-strong"
      onClick={() => start(async () => { await accept({ storefront }); router.refresh(); })}
    >{label}</button>
  );
};
