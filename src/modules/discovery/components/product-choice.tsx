"use client";
import { Check, Minus, Plus, ShoppingCart } from "lucide-react";
import { useState, useTransition, type ReactNode } from "react";
import { announceCart } from "@/modules/market/components/header-person";
import { ask } from "@/platform/http/ask";
import { buttonStyle } from "@/ui/primitives/button";
import { showPicture } from "./gallery-thumbs";

/** One way a thing can be chosen by: its colours, its sizes, its packs. Offers name their place in each list, -1 where there is no such choice. */
export type Axis = {
  readonly title: string;
  readonly options: readonly { readonly label: string; readonly note?: string; readonly swatch?: string; readonly picture?: number }[];
};
export type ChoiceOffer = { readonly id: string; readonly at: readonly number[]; readonly price: number; readonly door: number; readonly left: number; readonly isBuyable: boolean };

export type ChoiceWords = {
  readonly quantity: string; readonly less: string; readonly more: string; readonly add: string; readonly adding: string; readonly added: string; readonly toCart: string;
  readonly choose: readonly string[]; readonly notInStock: string; readonly notBuyable: string; readonly last: readonly string[];
  readonly refused: { readonly notEnough: string; readonly soldOut: string; readonly full: string; readonly tooMany: string; readonly notHere: string; readonly failed: string };
};

const refusedAs: Record<string, keyof ChoiceWords["refused"]> = {
  "listing.not-enough-stock": "notEnough", "listing.sold-out": "soldOut", "cart.full": "full", "cart.too-many-of-one": "tooMany", "cart.no-longer-offered": "soldOut",
  "cart.not-for-this-market": "notHere", "cart.no-such-offer": "soldOut", "market.browse-only": "notHere", "market.closed": "notHere", "market.no-delivery": "notHere", "market.stock-for-abroad": "notHere",
};

/** The part of a product page that answers a finger: which variant, how many, into the cart. Prices and costs come drawn from the server. */
export const ProductChoice = ({ storefront, cart, axes, offers, prices, doors, doorTotals, words, head, foot, guide, mustChoose }: {
  storefront: string; cart: string;
  axes: readonly (Axis | null)[];
  offers: readonly ChoiceOffer[];
  prices: readonly ReactNode[]; doors: readonly ReactNode[]; doorTotals: readonly ReactNode[];
  words: ChoiceWords;
  head: ReactNode; foot: ReactNode; guide: ReactNode;
  /** The axis that nobody should choose for the shopper: the size. */
  mustChoose: number;
}) => {
  const first = offers.find((offer) => offer.isBuyable) ?? offers[0];
  const [chosen, choose] = useState<readonly number[]>(() => (first?.at ?? []).map((at, axis) => (axis === mustChoose && (axes[axis]?.options.length ?? 0) > 1 ? -1 : at)));
  const [quantity, setQuantity] = useState(1);
  const [said, say] = useState<"added" | keyof ChoiceWords["refused"] | null>(null);
  const [isAdding, startAdding] = useTransition();

  const matches = (offer: ChoiceOffer, picks: readonly number[]) => picks.every((pick, axis) => pick === -1 || !axes[axis] || offer.at[axis] === pick);
  const missing = axes.findIndex((axis, index) => axis !== null && chosen[index] === -1);
  const matching = offers.filter((offer) => matches(offer, chosen));
  const offer = matching.find((o) => o.isBuyable) ?? matching[0] ?? first;
  const exact = missing === -1 && matching[0] === offer ? offer : undefined;
  const most = Math.max(1, Math.min(99, exact?.left ?? offer?.left ?? 1));

  const pick = (axis: number, option: number) => {
    const next = chosen.map((at, index) => (index === axis ? option : at));
    // A choice that nothing answers lets go of the others rather than leading nowhere.
    const kept = offers.some((o) => matches(o, next)) ? next : next.map((at, index) => (index === axis ? at : (offers.find((o) => o.at[axis] === option)?.at[index] ?? -1)));
    choose(kept);
    setQuantity(1);
    say(null);
    const picture = axes[axis]?.options[option]?.picture;
    if (picture !== undefined) showPicture(picture);
  };

  const add = () => {
    if (missing !== -1) return void document.getElementById(`axis-${missing}`)?.scrollIntoView({ block: "center", behavior: "smooth" });
    if (!exact) return;
    startAdding(async () => {
      try {
        const result = await ask<{ readonly count: number }>("/api/cart", { storefront, offerId: exact.id, quantity });
        say(result.ok ? "added" : (refusedAs[result.refusal.code] ?? "failed"));
        if (result.ok) announceCart();
      } catch {
        say("failed");
      }
    });
  };

  const isBuyable = missing === -1 ? (exact?.isBuyable ?? false) : offers.some((o) => o.isBuyable);
  const label = !isBuyable ? words.notBuyable : missing !== -1 ? words.choose[missing] : isAdding ? words.adding : words.add;
  const button = (className: string) => (
    <button type="button" onClick={add} disabled={!isBuyable || isAdding} aria-busy={isAdding || undefined} className={buttonStyle("strong", className)} data-testid="add-to-cart">
      <ShoppingCart size={19} aria-hidden />{label}
    </button>
  );
  const answer = said && (
    <p role="status" className={`rounded-lg px-3 py-2 text-sm font-medium ${said === "added" ? "bg-good-tint text-good" : "bg-bad-tint text-bad"}`}>
      {said === "added" ? <span className="flex items-center gap-2"><Check size={17} aria-hidden />{words.added}<a href={cart} className="ms-auto flex min-h-11 items-center font-semibold underline">{words.toCart}</a></span> : words.refused[said]}
    </p>
  );

  return (
    <>
      <div className="min-w-0 px-3 sm:px-0">
        {head}
        <div className="mt-3">{prices[offer?.price ?? 0]}</div>
        <a href="#door" className="mt-2 flex min-h-11 w-fit items-center rounded-lg bg-brand-tint px-3 py-1 leading-tight hover:underline">{doorTotals[offer?.door ?? 0]}</a>
        {axes.map((axis, index) => axis && (
          <fieldset key={index} id={`axis-${index}`} className="mt-4 min-w-0">
            <legend className="mb-1.5 text-sm text-ink-soft">{axis.title}{chosen[index] !== -1 && <b className="ms-1.5 font-semibold text-ink">{axis.options[chosen[index] ?? 0]?.label}</b>}</legend>
            <div className="flex flex-wrap gap-2">
              {axis.options.map((option, at) => {
                const isThere = offers.some((o) => o.isBuyable && matches(o, chosen.map((c, i) => (i === index ? at : c))));
                return (
                  <label key={at} className={`relative flex min-h-11 min-w-12 cursor-pointer items-center justify-center gap-2 rounded-lg border bg-surface px-3 py-1 text-center leading-tight has-checked:border-brand has-checked:bg-brand-tint has-checked:ring-1 has-checked:ring-brand has-focus-visible:outline-2 ${isThere ? "border-line-strong hover:border-ink-soft" : "border-dashed border-line-strong text-ink-soft"}`}>
                    <input type="radio" name={`axis-${index}`} checked={chosen[index] === at} onChange={() => pick(index, at)} className="sr-only" />
                    {option.swatch && <span aria-hidden className="size-5 shrink-0 rounded-full border border-black/15" style={{ background: option.swatch }} />}
                    <span className={isThere ? "" : "line-through"}><span className="block font-medium">{option.label}</span>{option.note && <span className="block text-xs text-ink-soft">{option.note}</span>}</span>
                    {!isThere && <span className="sr-only">{words.notInStock}</span>}
                  </label>
                );
              })}
            </div>
            {index === mustChoose && guide}
          </fieldset>
        ))}
      </div>
      <div id="door" className="min-w-0 scroll-mt-32 px-3 sm:px-0 lg:col-start-3 lg:row-span-2 lg:row-start-1 lg:scroll-mt-20">
        {doors[offer?.door ?? 0]}
        <div className="mt-3 space-y-3 rounded-card border border-line bg-surface p-4">
          <div className="flex items-center justify-between gap-3">
            <span className="text-sm font-medium">{words.quantity}</span>
            <span className="flex items-center rounded-lg border border-line-strong">
              <button type="button" aria-label={words.less} disabled={quantity <= 1} onClick={() => setQuantity(quantity - 1)} className="grid size-11 place-items-center disabled:text-line-strong"><Minus size={16} aria-hidden /></button>
              <output aria-label={words.quantity} className="tabular min-w-8 text-center font-semibold">{quantity}</output>
              <button type="button" aria-label={words.more} disabled={quantity >= most} onClick={() => setQuantity(quantity + 1)} className="grid size-11 place-items-center disabled:text-line-strong"><Plus size={16} aria-hidden /></button>
            </span>
          </div>
          {exact?.isBuyable && exact.left <= words.last.length && <p className="text-sm font-semibold text-warn">{words.last[exact.left - 1]}</p>}
          <div className="hidden lg:block">{button("w-full")}</div>
          {answer && <div className="hidden lg:block">{answer}</div>}
          {foot}
        </div>
      </div>
      <div className="fixed inset-x-0 bottom-0 z-30 space-y-2 border-t border-line bg-surface px-3 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] shadow-[0_-4px_16px_rgb(0_0_0/0.06)] lg:hidden">
        {answer}
        <div className="flex items-center gap-3">
          <div className="min-w-0 flex-1 leading-tight">{doorTotals[offer?.door ?? 0]}</div>
          {button("shrink-0 px-6")}
        </div>
      </div>
    </>
  );
};
