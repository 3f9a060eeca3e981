import type Stripe from "stripe";

/** What a buyer is asked to pay, in Stripe's units and in the buyer's language: kept with the command, so that every try sends the same. */
export type SessionWanted = {
  readonly checkoutId: string;
  readonly attemptId: string;
  readonly number: string;
  readonly email: string;
  readonly locale: string;
  /** Upper case, ISO. */
  readonly currency: string;
  readonly items: readonly { readonly name: string; readonly unitAmount: number; readonly quantity: number }[];
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
};

// The languages Stripe's page speaks; for the others it is left to the browser.
const spoken = new Set(["en", "zh", "es", "fr", "de", "ja", "ko", "ru", "id", "pt", "pt-BR", "zh-HK", "zh-TW", "en-GB", "es-419", "fr-CA"]);

export const stripeLocale = (language: string, market: string): string =>
  spoken.has(`${language}-${market}`) ? `${language}-${market}` : spoken.has(language) ? language : "auto";

/** The parameters of `checkout.sessions.create` for an attempt (payments.md D4, D11): hosted page, automatic capture, no adaptive pricing. */
export const sessionParams = (wanted: SessionWanted, commandId: string): Stripe.Checkout.SessionCreateParams => {
  const metadata = { checkout_id: wanted.checkoutId, attempt_id: wanted.attemptId, command_id: commandId, order_number: wanted.number };
  return {
    mode: "payment", ui_mode: "hosted_page",
    client_reference_id: wanted.checkoutId, customer_email: wanted.email, locale: wanted.locale as Stripe.Checkout.SessionCreateParams.Locale,
    line_items: wanted.items.map(({ name, unitAmount, quantity }) => ({
      quantity, price_data: { currency: wanted.currency.toLowerCase(), unit_amount: unitAmount, product_data: { name: name.slice(0, 250) || wanted.number } },
    })),
    adaptive_pricing: { enabled: false },
    success_url: wanted.successUrl, cancel_url: wanted.cancelUrl, expires_at: wanted.expiresAt, metadata,
    payment_intent_data: { metadata, transfer_group: wanted.checkoutId, description: wanted.number },
  };
};
