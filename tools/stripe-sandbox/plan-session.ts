import type Stripe from "stripe";
import { invalidRequest } from "./api-error";
import { checkChargeTotal, checkCurrency, checkUnitAmount } from "./currency-rule";
import { mergeMetadata } from "./metadata";
import { newId, secondsNow, type Sandbox } from "./sandbox";
import type { SessionPlan } from "./store";

const mostLineItems = 100;
const shortestSeconds = 30 * 60;
const longestSeconds = 24 * 3600;

/** A session as asked for, or Stripe's refusal. Shape and words were checked by the schema; here is what the schema cannot say. */
export const planSession = (sandbox: Sandbox, params: Stripe.Checkout.SessionCreateParams): { session: Stripe.Checkout.Session; plan: SessionPlan } => {
  const created = secondsNow(sandbox);
  checkKind(params);
  const { items, images, currency, total } = planItems(params, created);
  checkChargeTotal(total, currency, sandbox.settings.settlementCurrency);
  const id = newId("cs_test", 58);
  const session: Stripe.Checkout.Session = {
    id, object: "checkout.session", adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? false }, after_expiration: null, allow_promotion_codes: null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null, amount_subtotal: total, amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null }, billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null, client_reference_id: params.client_reference_id ?? null, client_secret: null, collected_information: null, consent: null,
    consent_collection: null, created, currency, currency_conversion: null, custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null }, customer: null, customer_account: null,
    customer_creation: params.customer_creation ?? "if_required",
    customer_details: params.customer_email
      ? { address: null, business_name: null, email: params.customer_email, individual_name: null, name: null, phone: null, tax_exempt: "none", tax_ids: null } : null,
    customer_email: params.customer_email ?? null, discounts: [], expires_at: expiry(params.expires_at, created), integration_identifier: null, invoice: null,
    ...(params.excluded_payment_method_types ? { excluded_payment_method_types: params.excluded_payment_method_types } : {}),
    invoice_creation: { enabled: false, invoice_data: { account_tax_ids: null, custom_fields: null, description: null, footer: null, issuer: null, metadata: {}, rendering_options: null } },
    livemode: false, locale: params.locale ?? null, managed_payments: null, metadata: mergeMetadata({}, params.metadata), mode: "payment",
    origin_context: params.origin_context ?? null, payment_intent: null, payment_link: null, payment_method_collection: "if_required", payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: "automatic" } }, payment_method_types: ["card"], payment_status: "unpaid", permissions: null,
    phone_number_collection: { enabled: false }, recovered_from: null, saved_payment_method_options: null, setup_intent: null, shipping_address_collection: null,
    shipping_cost: null, shipping_options: [], status: "open", submit_type: params.submit_type ?? null, subscription: null, success_url: params.success_url!,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 }, ui_mode: "hosted_page", url: null, wallet_options: null,
  };
  return { session, plan: { id, items, images, intent: params.payment_intent_data ?? {} } };
};

const checkKind = (params: Stripe.Checkout.SessionCreateParams): void => {
  if (params.mode === undefined) throw invalidRequest("Missing required param: mode.", "parameter_missing", "mode");
  if (params.mode !== "payment") throw invalidRequest(`This sandbox implements the mode payment only, not ${params.mode}. Stripe does.`, "sandbox_unsupported", "mode");
  if (params.ui_mode && params.ui_mode !== "hosted_page") {
    throw invalidRequest(`This sandbox implements the ui_mode hosted_page only, not ${params.ui_mode}. Stripe does.`, "sandbox_unsupported", "ui_mode");
  }
  if (params.payment_intent_data?.capture_method === "manual") {
    throw invalidRequest("This sandbox captures automatically only. Stripe can do otherwise.", "sandbox_unsupported", "payment_intent_data[capture_method]");
  }
  if (params.success_url === undefined) throw invalidRequest("Missing required param: success_url.", "parameter_missing", "success_url");
  checkAddress(params.success_url, "success_url");
  if (params.cancel_url !== undefined) checkAddress(params.cancel_url, "cancel_url");
  if (params.customer_email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(params.customer_email)) {
    throw invalidRequest(`Invalid email address: ${params.customer_email}`, "email_invalid", "customer_email");
  }
  if ((params.client_reference_id?.length ?? 0) > 200) throw invalidRequest("Invalid string: must be at most 200 characters", "parameter_invalid_string_too_long", "client_reference_id");
  const allowed = params.allowed_payment_method_types;
  if ((allowed && !allowed.includes("card")) || params.excluded_payment_method_types?.includes("card")) {
    throw invalidRequest("No valid payment method types for this Checkout Session. This sandbox implements card only.", undefined, "allowed_payment_method_types");
  }
};

const checkAddress = (address: string, param: string): void => {
  const url = URL.canParse(address.replaceAll("{CHECKOUT_SESSION_ID}", "cs")) ? new URL(address.replaceAll("{CHECKOUT_SESSION_ID}", "cs")) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) throw invalidRequest("Not a valid URL", "url_invalid", param);
};

const expiry = (wanted: number | undefined, created: number): number => {
  if (wanted === undefined) return created + longestSeconds;
  if (wanted < created + shortestSeconds) throw invalidRequest("The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.", undefined, "expires_at");
  if (wanted > created + longestSeconds) throw invalidRequest("The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.", undefined, "expires_at");
  return wanted;
};

const planItems = (params: Stripe.Checkout.SessionCreateParams, created: number) => {
  const wanted = params.line_items ?? [];
  if (wanted.length === 0) throw invalidRequest("You must provide `line_items` in `payment` mode.", "parameter_missing", "line_items");
  if (wanted.length > mostLineItems) throw invalidRequest(`You can provide at most ${mostLineItems} line items.`, undefined, "line_items");
  const items = wanted.map((one, index) => planItem(one, `line_items[${index}]`, created));
  const currency = items[0]!.item.currency;
  items.forEach(({ item }, index) => {
    if (item.currency !== currency) throw invalidRequest("All line items must have the same currency.", undefined, `line_items[${index}][price_data][currency]`);
  });
  if (params.currency && params.currency.toLowerCase() !== currency) throw invalidRequest("The currency of the line items must be that of the Checkout Session.", undefined, "currency");
  const total = items.reduce((sum, { item }) => sum + item.amount_total, 0);
  return { items: items.map(({ item }) => item), images: items.map(({ image }) => image), currency, total };
};

const planItem = (wanted: Stripe.Checkout.SessionCreateParams.LineItem, param: string, created: number): { item: Stripe.LineItem; image: string | null } => {
  const price = wanted.price_data;
  if (!price) throw invalidRequest(`Missing required param: ${param}[price_data]. This sandbox has no stored prices.`, "parameter_missing", `${param}[price_data]`);
  const currency = price.currency.toLowerCase();
  checkCurrency(currency, `${param}[price_data][currency]`);
  const product = price.product_data;
  if (!product) throw invalidRequest(`Missing required param: ${param}[price_data][product_data].`, "parameter_missing", `${param}[price_data][product_data]`);
  if (price.unit_amount === undefined) throw invalidRequest(`Missing required param: ${param}[price_data][unit_amount].`, "parameter_missing", `${param}[price_data][unit_amount]`);
  checkUnitAmount(price.unit_amount, currency, `${param}[price_data][unit_amount]`);
  const quantity = wanted.quantity;
  if (quantity === undefined) throw invalidRequest(`Missing required param: ${param}[quantity].`, "parameter_missing", `${param}[quantity]`);
  if (quantity < 1 || quantity > 999_999) throw invalidRequest("The quantity must be between 1 and 999999.", "parameter_invalid_integer", `${param}[quantity]`);
  const amount = price.unit_amount * quantity;
  if (!Number.isSafeInteger(amount)) throw invalidRequest("Amount must be no more than 12 digits.", "amount_too_large", `${param}[price_data][unit_amount]`);
  const item: Stripe.LineItem = {
    id: newId("li"), object: "item", adjustable_quantity: null, amount_discount: 0, amount_subtotal: amount, amount_tax: 0, amount_total: amount, currency,
    description: product.name, metadata: mergeMetadata({}, wanted.metadata), quantity,
    price: {
      id: newId("price"), object: "price", active: false, billing_scheme: "per_unit", created, currency, custom_unit_amount: null, livemode: false, lookup_key: null,
      metadata: {}, nickname: null, product: newId("prod", 14), recurring: null, tax_behavior: price.tax_behavior ?? "unspecified", tiers_mode: null, transform_quantity: null,
      type: "one_time", unit_amount: price.unit_amount, unit_amount_decimal: String(price.unit_amount) as never,   // the SDK reads text into its Decimal
    },
  };
  return { item, image: product.images?.[0] ?? null };
};
