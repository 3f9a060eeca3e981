import { ok, type Result } from "@/kernel/result";
import type { Instant } from "@/kernel/time";
import type { Id } from "@/kernel/id";
import type { Money } from "@/kernel/money";
import { newId, now } from "@/platform/clock";
import type { Quote } from "../quote";
import { quoteCart, type HeldCart, type PrepareRefusal, type QuoteWanted } from "../queries";
import type { PrepareQuote } from "../schema";
import { insertQuote } from "../store";

/**
 * Holds a price for a quarter of an hour: for exactly this cart, region, postcode and choice of delivery. Nothing is reserved yet.
 * Refused while the shopper has not agreed to today's prices; lines that cannot be bought here stay in the cart and out of the quote.
 */
export const prepareQuote = async (held: HeldCart, wanted: QuoteWanted): Promise<Result<{ readonly quoteId: Id<"quote">; readonly quote: Quote }, PrepareRefusal>> => {
  const made = await quoteCart(held, wanted, now());
  if (!made.ok) return made;
  const quoteId = newId("quote");
  await insertQuote({ id: quoteId, cart: made.value.cart, quote: made.value.quote, services: wanted.services });
  return ok({ quoteId, quote: made.value.quote });
};

/** What a browser is told of a promise: which it is, how much, and until when. The rest is on the page. */
export const holdPrice = async (held: HeldCart & { readonly userId: Id<"user"> | null }, { customsId, email, ...wanted }: PrepareQuote): Promise<Result<{ readonly quoteId: Id<"quote">; readonly total: Money; readonly expiresAt: Instant }, PrepareRefusal>> => {
  const prepared = await prepareQuote(held, { ...wanted, who: { userId: held.userId, customsId: customsId ?? null, email: email ?? null } });
  return prepared.ok ? ok({ quoteId: prepared.value.quoteId, total: prepared.value.quote.total, expiresAt: prepared.value.quote.expiresAt }) : prepared;
};
