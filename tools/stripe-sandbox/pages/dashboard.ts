import type { IncomingMessage, ServerResponse } from "node:http";
import { clockNow, type Sandbox } from "../sandbox";
import { decimalText } from "../currency-rule";
import { html, Html } from "./html";
import { style } from "./style";

const shown = 50;

/** `/dashboard`: what there is and what was delivered, for the developer at this machine. English only: shoppers never see it. */
export const answerDashboard = (sandbox: Sandbox, request: IncomingMessage, response: ServerResponse, url: URL): void => {
  if (request.method === "POST" && url.pathname.startsWith("/dashboard/resend/")) {
    // A page elsewhere must not press our buttons through the developer's browser.
    const origin = request.headers["sec-fetch-site"];
    if (origin !== undefined && origin !== "same-origin") return void response.writeHead(403).end();
    const found = sandbox.deliveries.resend(url.pathname.slice("/dashboard/resend/".length));
    return void response.writeHead(found ? 303 : 404, { location: "/dashboard#deliveries" }).end();
  }
  const object = url.pathname.startsWith("/dashboard/object/") ? findObject(sandbox, url.pathname.slice("/dashboard/object/".length)) : undefined;
  const isKnown = url.pathname === "/dashboard" || object !== undefined;
  const page = object ? html`<h2><a href="/dashboard">Dashboard</a></h2><pre class="paper wide">${JSON.stringify(object, null, 2)}</pre>` : renderLists(sandbox);
  response.writeHead(isKnown ? 200 : 404, {
    "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "x-frame-options": "DENY",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  }).end(html`${new Html("<!doctype html>")}<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Payment sandbox</title><link rel="icon" href="data:,">${style}</head><body><header class="banner">Sandbox: no real money</header><main class="dashboard">${page}</main></body></html>`.text);
};

const findObject = ({ store }: Sandbox, id: string): unknown =>
  store.get("sessions", id) ?? store.get("intents", id) ?? store.get("charges", id) ?? store.get("refunds", id) ?? store.get("movements", id) ?? store.get("events", id);

const link = (id: unknown): Html => (typeof id === "string" ? html`<a href="/dashboard/object/${id}"><code>${id.length > 32 ? `${id.slice(0, 30)}…` : id}</code></a>` : html`–`);
const time = (seconds: number): string => new Date(seconds * 1000).toISOString().replace("T", " ").slice(0, 19);
const money = (amount: number | null, currency: string | null): string => (amount === null || !currency ? "–" : `${decimalText(amount, currency)} ${currency.toUpperCase()}`);

const table = (id: string, title: string, total: number, heads: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html =>
  html`<section id="${id}"><h2>${title} (${total})</h2><div class="wide" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${
    rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div></section>`;

const renderLists = (sandbox: Sandbox): Html => {
  const { store } = sandbox;
  const latest = <T>(rows: readonly T[]): T[] => rows.slice(-shown).reverse();
  return html`<h1>Sandbox clock: ${time(Math.floor(clockNow(sandbox) / 1000))} UTC</h1>
${table("sessions", "Checkout sessions", store.count("sessions"), ["Session", "Created", "Amount", "Status", "Payment", "PaymentIntent", "Reference"], latest(store.all("sessions")).map((one) => [
    link(one.id), time(one.created), money(one.amount_total, one.currency), one.status === "open" ? html`<a href="/c/pay/${one.id}">open</a>` : String(one.status),
    one.payment_status, link(one.payment_intent), one.client_reference_id ?? "–"]))}
${table("charges", "Charges", store.count("charges"), ["Charge", "Created", "Amount", "Status", "Refunded", "PaymentIntent", "Balance transaction"], latest(store.all("charges")).map((one) => [
    link(one.id), time(one.created), money(one.amount, one.currency), one.failure_code ? `${one.status}: ${one.failure_code}` : one.status, money(one.amount_refunded, one.currency),
    link(one.payment_intent), link(one.balance_transaction)]))}
${table("refunds", "Refunds", store.count("refunds"), ["Refund", "Created", "Amount", "Status", "Charge"], latest(store.all("refunds")).map((one) => [
    link(one.id), time(one.created), money(one.amount, one.currency), String(one.status), link(one.charge)]))}
${table("deliveries", "Webhook deliveries", store.count("deliveries"), ["Event", "Type", "To", "State", "Tries", "Last answer", "Again"], latest(store.all("deliveries")).map((one) => {
    const last = one.attempts.at(-1);
    return [link(one.event), store.get("events", one.event)?.type ?? "–", store.get("endpoints", one.endpoint)?.url ?? "–", one.state, String(one.attempts.length),
      last ? (last.problem ?? `HTTP ${last.status}`) : "–", html`<form method="post" action="/dashboard/resend/${one.id}"><button type="submit">Resend</button></form>`];
  }))}
${table("events", "Events", store.count("events"), ["Event", "Created", "Type"], latest(store.all("events")).map((one) => [link(one.id), time(one.created), one.type]))}`;
};
