import { Browser } from "./browser";
import { ask } from "./subjects";
import type { App } from "./bench-app";

type Answer<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly refusal: { readonly code: string } };
export type Goods = { readonly offerId: string };

const storefront = "de-de";
const place = { region: null, postcode: "10115" };
const address = { recipient: "Bench Shopper", line1: "Invalidenstraße 117", postcode: "10115", locality: "Berlin", phone: "+49 30 901820" };

/**
 * Offers that a shopper in Germany can buy, each of another listing, with as many units in stock as a run may need: the bench measures selling,
 * not running out. Only in a shop of our own: somebody else's stock stays as it is.
 */
export const buyableGoods = async ({ url, database, process: own }: App, numbers: readonly number[]): Promise<Goods[]> => {
  const goods: Goods[] = [];
  for (const number of numbers) {
    if (goods.length >= (own ? 120 : 6)) break;
    const response = await fetch(`${url}/api/v1/listings/${number}?storefront=${storefront}`);
    if (response.status !== 200) continue;
    const told = (await response.json()) as { offers: { id: string; left: number; door: number }[]; doors: { ways: { unknown: string[] }[]; refusal: unknown }[] };
    const offer = told.offers.find((each) => each.left > 0 && told.doors[each.door]?.refusal === null);
    if (offer) goods.push({ offerId: offer.id });
  }
  if (goods.length === 0) throw new Error("nothing can be bought in Germany");
  if (own) await ask(database, `update stock set "onHand" = "onHand" + 1000000 where "offerId" = any($1) and "onHand" < 1000000`, [goods.map(({ offerId }) => offerId)]);
  return goods;
};

const taken = <V>(what: string, answer: Answer<V>): V => {
  if (!answer.ok) throw new Error(`${what}: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
};

export type Step = "add to cart" | "cart and checkout pages" | "quote" | "order" | "pay" | "return";
export type Watch = (step: Step) => Promise<void>;

/** From an empty cart to an order that waits for its money, as a browser asks for it; with `isPaid` on through the payment page and back. */
export const checkOut = async (origin: string, goods: readonly Goods[], { isPaid = false, looks = false, after }: { isPaid?: boolean; looks?: boolean; after?: Watch } = {}): Promise<string> => {
  const browser = new Browser();
  const path = `${origin}/${storefront}`;
  const look = async (url: string) => {
    const { status } = await browser.send(url);
    if (status >= 400) throw new Error(`${url}: ${status}`);
  };
  for (const { offerId } of goods) taken("add", await browser.ask<Answer<unknown>>(`${origin}/api/cart`, { storefront, offerId, quantity: 1 }));
  await after?.("add to cart");
  if (looks) {
    await look(`${path}/cart`);
    await look(`${path}/checkout`);
    await after?.("cart and checkout pages");
  }
  const { quoteId } = taken("quote", await browser.ask<Answer<{ quoteId: string }>>(`${origin}/api/checkout/quote`, { storefront, ...place, services: {} }));
  await after?.("quote");
  const order = taken("order", await browser.ask<Answer<{ number: string; url: string | null }>>(`${origin}/api/checkout/order`, { quoteId, email: "bench@entrepot.example", address, customsId: null, hasAgreed: true }));
  await after?.("order");
  if (!isPaid) return order.number;
  if (!order.url) throw new Error("the order has no payment page");
  const paid = await browser.send(order.url, {
    method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email: "bench@entrepot.example", number: "4242424242424242", expiry: "12/34", cvc: "123", name: "Bench Shopper", country: "DE" }).toString(),
  });
  const back = paid.location;
  if (paid.status !== 303 || !back) throw new Error(`the payment page answered ${paid.status}`);
  await after?.("pay");
  await look(origin + new URL(back).pathname + new URL(back).search);
  await after?.("return");
  return order.number;
};

export type CheckoutLoad = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly orders: number; readonly refused: number; readonly firstRefusal: string | null };

/** Shoppers who check out one after another, so many at once, for so many seconds. What counts are rows in the database, not answers. */
export const checkoutLoad = async (app: App, goods: readonly Goods[], { shoppers, seconds, isPaid }: { shoppers: number; seconds: number; isPaid: boolean }): Promise<CheckoutLoad> => {
  const counted = async () => Number((await ask<{ n: string }>(app.database, isPaid ? `select count(*) as n from checkout where state not in ('awaiting-payment', 'cancelled', 'expired')` : "select count(*) as n from checkout"))[0]?.n ?? 0);
  const before = await counted();
  const started = performance.now();
  const times: number[] = [];
  let refused = 0;
  let firstRefusal: string | null = null;
  let next = 0;
  await Promise.all(Array.from({ length: shoppers }, async () => {
    while (performance.now() - started < seconds * 1000) {
      const at = performance.now();
      const first = (next += 2);
      const basket = [goods[first % goods.length], goods[(first + 1) % goods.length]].filter((each) => each !== undefined);
      try {
        await checkOut(app.url, basket, { isPaid });
        times.push(performance.now() - at);
      } catch (error) {
        refused += 1;
        firstRefusal ??= error instanceof Error ? error.message : String(error);
      }
    }
  }));
  const took = (performance.now() - started) / 1000;
  const orders = (await counted()) - before;
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { perSecond: orders / took, p50: at(0.5), p99: at(0.99), orders, refused, firstRefusal };
};
