import type { IncomingMessage, ServerResponse } from "node:http";
import type Stripe from "stripe";
import { paySession } from "../payment";
import { readBody } from "../read-body";
import { expireIfDue } from "../resources/checkout-session";
import { clockNow, type Sandbox } from "../sandbox";
import { findTestCard } from "../test-card";
import { checkTyped, countryCodes, readTyped, type FieldErrors, type TypedCard } from "./card-form";
import { renderCheckout, renderNotice } from "./checkout-page";
import { chooseLanguage, type Language } from "./dictionary";
import type { Words } from "./words/en";

/** `/c/pay/<session>`: shows the form, takes it, and sends the shopper back to the shop. */
export const answerCheckoutPage = async (sandbox: Sandbox, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
  const known = sandbox.store.get("sessions", url.pathname.slice("/c/pay/".length));
  const language = chooseLanguage(known?.locale ?? null, request.headers["accept-language"]);
  const { words } = language;
  const show = (status: number, page: string) => void response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    // Going back to a page that answered a form must not ask to send the form again; going back to one that was only looked at should show what is true now.
    "cache-control": request.method === "POST" ? "private, no-cache" : "no-store",
    "referrer-policy": "no-referrer", "x-frame-options": "DENY",
    // form-action would also bind the redirect after the form, which goes to the shop.
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  }).end(page);
  if (!known) return show(404, renderNotice(language, words.missingTitle, words.missingText, undefined));
  if (request.method !== "POST" && request.method !== "GET") return void response.writeHead(405, { allow: "GET, POST" }).end();

  const session = expireIfDue(sandbox, known);
  sandbox.store.commit();
  const plan = sandbox.store.get("plans", session.id)!;
  const forget = { typed: suggested(session, language, url.searchParams.get("card")), errors: {}, decline: undefined };
  const page = (state: { typed: TypedCard; errors: FieldErrors; decline: keyof Words | undefined }) =>
    renderCheckout(session, plan, { language, shopName: sandbox.settings.shopName, ...state });

  if (request.method === "POST" && session.status === "open") {
    const typed = readTyped(new URLSearchParams(await readBody(request)));
    // From here nothing awaits: of two submits of one form the second finds the session complete.
    const checked = checkTyped(typed, session.customer_email, new Date(clockNow(sandbox)));
    // A number that is no test number may be a real card: it goes neither back into the page nor anywhere else.
    const kept = { ...typed, cvc: "", number: findTestCard(typed.number) ? typed.number : "" };
    if ("errors" in checked) return show(422, page({ typed: { ...kept, cvc: checked.errors.cvc ? "" : typed.cvc }, errors: checked.errors, decline: undefined }));
    const result = paySession(sandbox, session.id, checked.entry);
    sandbox.store.commit();
    if (result.kind === "declined") {
      if (result.code === "incorrect_number") return show(422, page({ typed: kept, errors: { number: "incorrect_number" }, decline: undefined }));
      return show(402, page({ typed: kept, errors: {}, decline: Object.hasOwn(words, result.code) ? (result.code as keyof Words) : "card_declined" }));
    }
  }
  const now = sandbox.store.get("sessions", session.id)!;
  if (now.status === "complete") {
    const onward = successAddress(now);
    if (request.method === "POST") return void response.writeHead(303, { location: onward, "cache-control": "no-store" }).end();
    return show(200, renderNotice(language, words.paidTitle, words.paidText, { href: onward, label: words.onward }));
  }
  if (now.status === "expired") {
    return show(410, renderNotice(language, words.expiredTitle, words.expiredText, now.cancel_url ? { href: now.cancel_url, label: words.back } : undefined));
  }
  show(200, page(forget));
};

/** Stripe fills in only the literal `{CHECKOUT_SESSION_ID}`, not its percent-encoded form, and leaves the rest of the address as it was given. */
const successAddress = (session: Stripe.Checkout.Session): string => new URL(session.success_url!.replaceAll("{CHECKOUT_SESSION_ID}", session.id)).href;

const suggested = (session: Stripe.Checkout.Session, language: Language, card: string | null): TypedCard => {
  const region = new Intl.Locale(session.locale && session.locale !== "auto" ? session.locale : language.tag).maximize().region ?? "US";
  const country = countryCodes.includes(region) ? region : "US";
  const found = card ? findTestCard(card) : undefined;
  if (!found) return { email: "", number: "", expiry: "", cvc: "", name: "", country };
  return { email: "shopper@example.com", number: found.number.replace(/(\d{4})(?=\d)/g, "$1 "), expiry: "12 / 34", cvc: "123", name: "Test Shopper", country };
};
