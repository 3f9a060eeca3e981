export const en = {
  banner: "Sandbox: no real money", payTo: "Pay {shop}", total: "Total", summary: "Your order", quantity: "Quantity {n}", each: "{price} each", email: "E-mail",
  card: "Card", number: "Card number", expiry: "Expiry (MM / YY)", cvc: "Security code (CVC)", name: "Name on the card", country: "Country or region",
  pay: "Pay {amount}", back: "Back to the shop", tests: "Test cards: choose one to fill in", hint: "Any future date and any code will do. Never type a real card here.",
  cardSucceeds: "is paid", cardDeclined: "is declined", cardNoFunds: "has too little money", cardExpired: "has expired", cardWrongCvc: "has a wrong security code",
  problem: "The payment did not go through", card_declined: "Your card was declined. Please try another card.",
  insufficient_funds: "Your card has insufficient funds. Please try another card.", expired_card: "Your card has expired. Please try another card.",
  incorrect_cvc: "The security code is incorrect.", processing_error: "An error occurred while processing your card. Please try again in a little while.",
  incorrect_number: "This is not one of the test card numbers.", invalid_expiry: "Enter a month and year in the future, like 12 / 34.", invalid_cvc: "Enter the 3 or 4 digits of the security code.",
  missing_name: "Enter the name on the card.", invalid_email: "Enter a valid e-mail address.", invalid_country: "Choose a country or region.",
  expiredTitle: "This payment page has expired", expiredText: "Nothing was charged. Go back to the shop to start again.",
  paidTitle: "Already paid", paidText: "This order has been paid. You will not be charged twice.", onward: "Continue to your order",
  missingTitle: "There is no such payment page", missingText: "Check the address, or go back to the shop.",
};
export type Words = typeof en;
