/** What happens when a test number is used. `refused`: Stripe never makes a charge of it; the form says so. */
export type CardOutcome =
  | { readonly kind: "paid"; readonly isAvailableAtOnce?: true }
  | { readonly kind: "declined"; readonly code: string; readonly declineCode: string | null; readonly message: string; readonly isBlocked?: true };

export interface TestCard {
  readonly number: string;
  readonly brand: string;
  readonly country: string;
  readonly outcome: CardOutcome;
}

const paid: CardOutcome = { kind: "paid" };
const declined = (declineCode: string, message = "Your card was declined.", code = "card_declined"): CardOutcome =>
  ({ kind: "declined", code, declineCode, message });
const card = (number: string, country: string, outcome: CardOutcome, brand = "visa"): TestCard => ({ number, brand, country, outcome });

/** Stripe's published test numbers (docs.stripe.com/testing). Numbers that ask for 3-D Secure, dispute or refund asynchronously are not here yet: they are refused. */
const cards: readonly TestCard[] = [
  card("4242424242424242", "US", paid),
  card("5555555555554444", "US", paid, "mastercard"),
  card("378282246310005", "US", paid, "amex"),
  card("4000000000000077", "US", { kind: "paid", isAvailableAtOnce: true }),
  card("4000000760000002", "BR", paid), card("4000003920000003", "JP", paid), card("4000002760000016", "DE", paid), card("4000008260000000", "GB", paid),
  card("4000001560000002", "CN", paid), card("4000003560000008", "IN", paid), card("4000004840008001", "MX", paid),
  card("4000000000000002", "US", declined("generic_decline")),
  card("4000000000009995", "US", declined("insufficient_funds", "Your card has insufficient funds.")),
  card("4000000000009987", "US", declined("lost_card")),
  card("4000000000009979", "US", declined("stolen_card")),
  card("4000000000006975", "US", declined("card_velocity_exceeded", "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.")),
  card("4000000000000341", "US", declined("generic_decline")),
  card("4000000000000069", "US", { kind: "declined", code: "expired_card", declineCode: null, message: "Your card has expired." }),
  card("4000000000000127", "US", { kind: "declined", code: "incorrect_cvc", declineCode: null, message: "Your card's security code is incorrect." }),
  card("4000000000000119", "US", { kind: "declined", code: "processing_error", declineCode: null, message: "An error occurred while processing your card. Try again in a little bit." }),
  card("4100000000000019", "US", { kind: "declined", code: "card_declined", declineCode: "fraudulent", message: "Your card was declined.", isBlocked: true }),
];
const byNumber = new Map(cards.map((one) => [one.number, one]));

/** Every number that is not on the list is `incorrect_number`: a person who types a real card into a sandbox must not see it accepted. */
export const findTestCard = (number: string): TestCard | undefined => byNumber.get(number.replace(/[\s-]/g, ""));

/** What the page offers to fill in: number and, as a word of the dictionary, what it does. */
export const offeredCards = [
  ["4242424242424242", "cardSucceeds"], ["4000000760000002", "cardSucceeds", "BR"], ["4000001560000002", "cardSucceeds", "CN"], ["4000003920000003", "cardSucceeds", "JP"],
  ["4000000000000002", "cardDeclined"], ["4000000000009995", "cardNoFunds"], ["4000000000000069", "cardExpired"], ["4000000000000127", "cardWrongCvc"],
] as const;
