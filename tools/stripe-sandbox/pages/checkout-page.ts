import type Stripe from "stripe";
import type { SessionPlan } from "../store";
import { offeredCards } from "../test-card";
import { countryCodes, type FieldErrors, type FieldName, type TypedCard } from "./card-form";
import { fill, priceText, type Language } from "./dictionary";
import { html, Html } from "./html";
import { style } from "./style";
import type { Words } from "./words/en";

export interface PageState {
  readonly language: Language;
  readonly shopName: string;
  readonly typed: TypedCard;
  readonly errors: FieldErrors;
  /** Said above the form: the card was understood and refused. */
  readonly decline: keyof Words | undefined;
}

const frame = (language: Language, title: string, body: Html): string => html`${new Html("<!doctype html>")}
<html lang="${language.tag}" dir="${language.dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><link rel="icon" href="data:,">${style}</head>
<body><header class="banner">${language.words.banner}</header>${body}</body></html>`.text;

/** The form that a shopper sees on a phone. Works without JavaScript: the test cards are links that come back filled in. */
export const renderCheckout = (session: Stripe.Checkout.Session, plan: SessionPlan, state: PageState): string => {
  const { language, shopName } = state;
  const { words } = language;
  const total = priceText(language, session.amount_total!, session.currency!);
  return frame(language, fill(words.payTo, { shop: shopName }), html`<main class="two">
<section>
  ${session.cancel_url && html`<a class="back" href="${session.cancel_url}">${words.back}</a>`}
  <h1>${fill(words.payTo, { shop: shopName })}</h1>
  <p class="amount" data-testid="amount">${total}</p>
  <div class="paper"><h2>${words.summary}</h2><ul class="items">${plan.items.map((item) => renderItem(language, item))}</ul>
  <p class="sum" style="margin:0"><span>${words.total}</span><b>${total}</b></p></div>
</section>
<section>
  ${state.decline && html`<div class="alert" role="alert"><b>${words.problem}</b>${words[state.decline]}</div>`}
  <form class="paper" method="post" action="/c/pay/${session.id}" novalidate autocomplete="off">
    <h2>${words.card}</h2>
    ${renderTests(session, language, state.typed.number === "" && !state.decline && Object.keys(state.errors).length === 0)}
    ${session.customer_email === null && field(state, "email", words.email, { type: "email", inputmode: "email", dir: "ltr" })}
    ${session.customer_email !== null && html`<p class="hint" style="margin:.9rem 0 0">${words.email}: <bdi>${session.customer_email}</bdi></p>`}
    ${field(state, "number", words.number, { inputmode: "numeric", maxlength: "23", dir: "ltr", placeholder: "4242 4242 4242 4242" })}
    <div class="pair"><div>${field(state, "expiry", words.expiry, { inputmode: "numeric", maxlength: "9", dir: "ltr", placeholder: "12 / 34" })}</div>
    <div>${field(state, "cvc", words.cvc, { inputmode: "numeric", maxlength: "4", dir: "ltr", placeholder: "123" })}</div></div>
    ${field(state, "name", words.name, { maxlength: "100" })}
    ${renderCountries(state)}
    <button type="submit">${fill(words.pay, { amount: total })}</button>
  </form>
</section></main>${fillScript}`);
};

const renderItem = (language: Language, item: Stripe.LineItem): Html => {
  const quantity = item.quantity ?? 1;
  return html`<li><span><bdi>${item.description}</bdi><small>${fill(language.words.quantity, { n: new Intl.NumberFormat(language.tag).format(quantity) })}${quantity > 1 && html` · ${
    fill(language.words.each, { price: priceText(language, item.price!.unit_amount!, item.currency) })}`}</small></span><b>${priceText(language, item.amount_total, item.currency)}</b></li>`;
};

const field = (state: PageState, name: FieldName, label: string, attributes: Readonly<Record<string, string>>): Html => {
  const wrong = state.errors[name];
  const extra = new Html(Object.entries(attributes).map(([key, value]) => html` ${key}="${value}"`.text).join(""));
  return html`<label for="${name}">${label}</label><input id="${name}" name="${name}" value="${state.typed[name]}" required${extra}${wrong && html` aria-invalid="true" aria-describedby="${name}-wrong"`}>${
    wrong && html`<p class="wrong" id="${name}-wrong">${state.language.words[wrong]}</p>`}`;
};

const renderCountries = (state: PageState): Html => {
  const names = new Intl.DisplayNames([state.language.tag], { type: "region" });
  const order = new Intl.Collator(state.language.tag);
  const options = countryCodes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => order.compare(a.name, b.name));
  const wrong = state.errors.country;
  return html`<label for="country">${state.language.words.country}</label><select id="country" name="country" required${wrong && html` aria-invalid="true" aria-describedby="country-wrong"`}>
    <option value=""></option>${options.map(({ code, name }) => html`<option value="${code}"${code === state.typed.country && new Html(" selected")}>${name}</option>`)}</select>${
    wrong && html`<p class="wrong" id="country-wrong">${state.language.words[wrong]}</p>`}`;
};

const renderTests = (session: Stripe.Checkout.Session, { words }: Language, isOpen: boolean): Html => html`<details${isOpen && new Html(" open")}><summary>${words.tests}</summary><ul class="tests">${
  offeredCards.map(([number, effect, country]) => html`<li><a href="/c/pay/${session.id}?card=${number}" data-card="${number}"><code dir="ltr">${
    number.replace(/(\d{4})(?=\d)/g, "$1 ")}${country && ` (${country})`}</code><span>${words[effect]}</span></a></li>`)}</ul><p class="hint">${words.hint}</p></details>`;

/** Spares the round trip and keeps what was typed; without it the links do the same through the server. */
const fillScript = new Html(`<script>document.addEventListener("click",function(e){var a=e.target.closest("[data-card]");if(!a)return;e.preventDefault();
function set(n,v,f){var i=document.getElementById(n);if(i&&(f||!i.value))i.value=v}
set("number",a.dataset.card.replace(/(\\d{4})(?=\\d)/g,"$1 "),1);set("expiry","12 / 34",1);set("cvc","123",1);set("name","Test Shopper");set("email","shopper@example.com");document.querySelector("button[type=submit]").focus()})</script>`);

/** A page with one thing to say: expired, already paid, no such page. */
export const renderNotice = (language: Language, title: string, text: string, link: { href: string; label: string } | undefined): string =>
  frame(language, title, html`<main><div class="plain paper"><h1>${title}</h1><p>${text}</p>${link && html`<a class="button" href="${link.href}">${link.label}</a>`}</div></main>`);
