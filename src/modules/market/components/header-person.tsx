"use client";
import { useEffect, useState } from "react";

type Me = { readonly name: string | null; readonly cartCount: number };

// One request for all islands of a page; cart changes announce themselves with an event.
let asked: Promise<Me> | undefined;
const ask = (): Promise<Me> =>
  (asked ??= fetch("/api/me", { headers: { accept: "application/json" } })
    .then((answer) => (answer.ok ? (answer.json() as Promise<Me>) : { name: null, cartCount: 0 }))
    .catch(() => ({ name: null, cartCount: 0 })));

/** Tells every island of the page that the cart has changed. */
export const announceCart = (): void => {
  asked = undefined;
  window.dispatchEvent(new Event("cart-changed"));
};

/** The personal part of the header, asked after load so that the page itself is the same for everybody. */
export const HeaderPerson = ({ part, signIn }: { part: "name" | "cart"; signIn: string }) => {
  const [me, setMe] = useState<Me>({ name: null, cartCount: 0 });
  useEffect(() => {
    const load = () => void ask().then(setMe);
    load();
    window.addEventListener("cart-changed", load);
    return () => window.removeEventListener("cart-changed", load);
  }, []);
  if (part === "name") return <span className="hidden max-w-28 truncate text-sm font-medium lg:inline">{me.name ?? signIn}</span>;
  return me.cartCount > 0 ? (
    <span className="absolute end-0 top-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-price px-1 text-xs font-bold text-white lg:static" data-testid="cart-count">{me.cartCount}</span>
  ) : null;
};
