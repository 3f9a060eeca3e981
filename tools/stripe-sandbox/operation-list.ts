/** What this sandbox answers today; the schema is derived for these and for nothing else. One row: method, path, SDK class file, method name. */
export const operations = [
  ["POST", "/v1/checkout/sessions", "Checkout/Sessions", "create"],
  ["GET", "/v1/checkout/sessions", "Checkout/Sessions", "list"],
  ["GET", "/v1/checkout/sessions/{id}", "Checkout/Sessions", "retrieve"],
  ["POST", "/v1/checkout/sessions/{id}/expire", "Checkout/Sessions", "expire"],
  ["GET", "/v1/checkout/sessions/{id}/line_items", "Checkout/Sessions", "listLineItems"],
  ["GET", "/v1/payment_intents", "PaymentIntents", "list"],
  ["GET", "/v1/payment_intents/{id}", "PaymentIntents", "retrieve"],
  ["GET", "/v1/charges", "Charges", "list"],
  ["GET", "/v1/charges/{id}", "Charges", "retrieve"],
  ["GET", "/v1/balance_transactions", "BalanceTransactions", "list"],
  ["GET", "/v1/balance_transactions/{id}", "BalanceTransactions", "retrieve"],
  ["GET", "/v1/balance", "Balance", "retrieve"],
  ["POST", "/v1/refunds", "Refunds", "create"],
  ["GET", "/v1/refunds", "Refunds", "list"],
  ["GET", "/v1/refunds/{id}", "Refunds", "retrieve"],
  ["POST", "/v1/refunds/{id}", "Refunds", "update"],
  ["GET", "/v1/events", "Events", "list"],
  ["GET", "/v1/events/{id}", "Events", "retrieve"],
  ["POST", "/v1/webhook_endpoints", "WebhookEndpoints", "create"],
  ["GET", "/v1/webhook_endpoints", "WebhookEndpoints", "list"],
  ["GET", "/v1/webhook_endpoints/{id}", "WebhookEndpoints", "retrieve"],
  ["DELETE", "/v1/webhook_endpoints/{id}", "WebhookEndpoints", "del"],
] as const;

/** Objects kept in full; every other resource becomes its id (where expandable) or an opaque object. */
export const keptObjects = [
  "checkout.session", "payment_intent", "charge", "balance_transaction", "balance", "refund", "event", "webhook_endpoint", "item", "price",
] as const;
