import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { isEqual, times, total, type Money } from "@/kernel/money";
import { ok, refuse, type Result } from "@/kernel/result";

/** An offer put into a cart, with the unit price the shopper last saw and agreed to. */
export type CartLine = {
  readonly id: Id<"cartLine">;
  readonly offerId: Id<"offer">;
  readonly quantity: number;
  readonly accepted: Money;
};

export type Cart = {
  readonly id: Id<"cart">;
  readonly userId: Id<"user"> | null;
  /** The storefront the accepted prices were seen in, as a tag. */
  readonly storefront: string;
  readonly version: number;
  readonly lines: readonly CartLine[];
};

/** Of the carts that a browser may mean: a person's own, else the one its cookie names while that is nobody's. */
export const meantCart = <C extends Pick<Cart, "userId">>(carts: readonly C[], userId: Id<"user"> | null): C | null =>
  (userId && carts.find((cart) => cart.userId === userId)) || (carts.find((cart) => cart.userId === null) ?? null);

/** More different things than anybody carries to a till, and few enough that a cart is read in one statement. */
export const mostLines = 60;
export const mostOfOne = 99;

export type CartFull = { readonly code: "cart.full"; readonly most: number };
export type TooMany = { readonly code: "cart.too-many-of-one"; readonly most: number };

/**
 * How many of an offer a cart holds after more are added: quantities of one offer add up in one line.
 * Refused beyond 99 of one offer or 60 different offers.
 */
export const quantityAfterAdding = (cart: Pick<Cart, "lines">, offerId: Id<"offer">, quantity: number): Result<number, CartFull | TooMany> => {
  const present = cart.lines.find((line) => line.offerId === offerId);
  if (!present && cart.lines.length >= mostLines) return refuse({ code: "cart.full", most: mostLines });
  const wanted = (present?.quantity ?? 0) + quantity;
  return wanted > mostOfOne ? refuse({ code: "cart.too-many-of-one", most: mostOfOne }) : ok(wanted);
};

/**
 * The lines of two carts of one person as one: quantities of the same offer add up to at most 99, the person's own cart comes first,
 * what does not fit into 60 lines stays out. The guest's accepted price wins, because it was seen last.
 */
export const mergedLines = (own: readonly CartLine[], guest: readonly CartLine[]): CartLine[] => {
  const merged = new Map(own.map((line) => [line.offerId, line]));
  for (const line of guest) {
    const present = merged.get(line.offerId);
    if (present) merged.set(line.offerId, { ...present, quantity: Math.min(mostOfOne, present.quantity + line.quantity), accepted: line.accepted });
    else if (merged.size < mostLines) merged.set(line.offerId, line);
  }
  return [...merged.values()];
};

export type PricedLine = { readonly quantity: number; readonly accepted: Money; readonly price: Money };
export type PriceChange = { readonly before: Money | null; readonly after: Money; readonly changed: number };

/**
 * What accepting today's prices would change: the totals before and after, and how many lines differ. Null when nothing does.
 * `before` is null when lines were accepted in different currencies, which have no sum.
 */
export const priceChange = (lines: readonly PricedLine[], currency: Currency): PriceChange | null => {
  const changed = lines.filter((line) => !isEqual(line.accepted, line.price)).length;
  if (changed === 0) return null;
  const [first] = lines;
  const isOneCurrency = lines.every((line) => line.accepted.currency === first?.accepted.currency);
  return {
    changed,
    before: first && isOneCurrency ? total(lines.map((line) => times(line.accepted, line.quantity)), first.accepted.currency) : null,
    after: total(lines.map((line) => times(line.price, line.quantity)), currency),
  };
};

/** How many pieces a cart holds: the number beside the cart's picture. */
export const countOf = (lines: readonly { readonly quantity: number }[]): number => lines.reduce((sum, line) => sum + line.quantity, 0);
