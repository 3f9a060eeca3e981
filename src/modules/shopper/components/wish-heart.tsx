"use client";
import { Heart } from "lucide-react";
import { useEffect, useState } from "react";
import { toggleWishAction } from "../actions";

// One question for all hearts of a page, after load: the page itself is the same for everybody.
let asked: Promise<ReadonlySet<string>> | undefined;
const ask = (): Promise<ReadonlySet<string>> =>
  (asked ??= fetch("/api/wishes", { headers: { accept: "application/json" } })
    .then(async (answer) => new Set(answer.ok ? ((await answer.json()) as { listingIds: string[] }).listingIds : []))
    .catch(() => new Set<string>()));

/** Puts a listing on the wishlist or takes it off. Somebody who is not signed in is led to the door and back. */
export const WishHeart = ({ listingId, words, signIn, isWished = null, className = "" }: {
  listingId: string;
  words: { add: string; remove: string };
  /** The address of the storefront's sign-in page. */
  signIn: string;
  /** Known already, as on the wishlist itself; null asks after load. */
  isWished?: boolean | null;
  className?: string;
}) => {
  const [isOn, setOn] = useState(isWished ?? false);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (isWished === null) void ask().then((wished) => setOn(wished.has(listingId)));
  }, [isWished, listingId]);
  const press = async () => {
    setBusy(true);
    setOn(!isOn);
    const answer = await toggleWishAction({ listingId, isWished: !isOn });
    if (!answer.ok) {
      setOn(isOn);
      if (answer.refusal.code === "access.not-signed-in") window.location.assign(`${signIn}?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
    }
    setBusy(false);
  };
  return (
    <button type="button" aria-pressed={isOn} aria-label={isOn ? words.remove : words.add} title={isOn ? words.remove : words.add} disabled={isBusy} onClick={() => void press()} className={`grid size-11 place-items-center rounded-full bg-surface/90 shadow-sm hover:bg-surface ${className}`}>
      <Heart size={22} aria-hidden className={isOn ? "fill-price text-price" : "text-ink-soft"} />
    </button>
  );
};
