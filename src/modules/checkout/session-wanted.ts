import type { Words } from "@/i18n/translator";
import { plus } from "@/kernel/money";
import { stripeLocale, type SessionWanted } from "@/modules/payment/session-params";
import { toStripePart } from "@/platform/stripe/stripe-money";
import type { Quote } from "./quote";

/**
 * What the buyer sees on the payment page: each thing with its price, then delivery, then duties and taxes due now, in the buyer's language.
 * The parts sum to the total of the quote, because the quote's own parts do.
 */
export const sessionWanted = ({ quote, words, checkoutId, attemptId, number, email, language, market, base, expiresAt }: {
  readonly quote: Quote; readonly words: Words; readonly checkoutId: string; readonly attemptId: string; readonly number: string; readonly email: string;
  readonly language: string; readonly market: string; /** "https://shop.example/pt-br" */ readonly base: string; readonly expiresAt: number;
}): SessionWanted => {
  const goods = quote.consignments.flatMap((c) => c.lines).map((line) => ({
    name: [line.title, line.variantLabel].filter(Boolean).join(" · "), unitAmount: toStripePart(line.unitPrice), quantity: line.quantity,
  }));
  const rest = [
    { name: words("checkout.delivery"), money: quote.delivery },
    { name: words("checkout.dutiesAndTaxes"), money: quote.chargesNow },
  ].filter(({ money }) => money.amount > 0n).map(({ name, money }) => ({ name, unitAmount: toStripePart(money), quantity: 1 }));
  return {
    checkoutId, attemptId, number, email, locale: stripeLocale(language, market), currency: quote.currency, items: [...goods, ...rest],
    successUrl: `${base}/checkout/return?session_id={CHECKOUT_SESSION_ID}`, cancelUrl: `${base}/checkout?back=1`, expiresAt,
  };
};

/** The proof of the sum, for those who doubt: goods, delivery and charges of a quote are its total. */
export const isWhole = (quote: Quote): boolean => plus(plus(quote.goods, quote.delivery), quote.chargesNow).amount === quote.total.amount;
