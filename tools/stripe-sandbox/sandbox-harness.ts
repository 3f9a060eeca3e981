import { createServer, request as openRequest, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { startSandbox, type RunningSandbox } from "./server";
import type { SandboxSettings } from "./sandbox";

/** For the tests beside it: a sandbox of its own, the official SDK, and a shop that hears webhooks. Everything goes over real HTTP. */
export const testKey = "sk_test_sandbox_tests_0000000000";
export const testSecret = "whsec_of_the_tests";

export interface Bench {
  readonly sandbox: RunningSandbox;
  readonly stripe: Stripe;
  readonly settings: SandboxSettings;
  readonly control: (method: string, path: string, body?: object) => Promise<Record<string, never>>;
}

export const openBench = async (changes: Partial<SandboxSettings> = {}): Promise<Bench> => {
  const settings: SandboxSettings = {
    port: 0, stateFile: join(mkdtempSync(join(tmpdir(), "stripe-sandbox-")), "state.json"), settlementCurrency: "usd", webhook: undefined, shopName: "Entrepôt", ...changes,
  };
  const sandbox = await startSandbox(settings);
  const control: Bench["control"] = async (method, path, body) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, { method, headers: { authorization: `Bearer ${testKey}` }, ...(body ? { body: JSON.stringify(body) } : {}) });
    const json = (await answer.json()) as Record<string, never>;
    if (!answer.ok) throw new Error(JSON.stringify(json));
    return json;
  };
  return { sandbox, settings, control, stripe: stripeAt(sandbox.url) };
};

export const stripeAt = (address: string, options: Partial<NonNullable<ConstructorParameters<typeof Stripe>[1]>> = {}): Stripe => {
  const url = new URL(address);
  return new Stripe(testKey, { host: url.hostname, port: url.port, protocol: "http", maxNetworkRetries: 0, telemetry: false, ...options });
};

type SessionParams = Stripe.Checkout.SessionCreateParams;

/** Two bags of coffee for a shopper, by default in reais. */
export const coffee = (currency = "brl", unitAmount = 12_990, changes: Partial<SessionParams> = {}): SessionParams => ({
  mode: "payment", ui_mode: "hosted_page", success_url: "https://shop.example/paid?session={CHECKOUT_SESSION_ID}", cancel_url: "https://shop.example/cart",
  customer_email: "ana@example.com", line_items: [{ quantity: 2, price_data: { currency, unit_amount: unitAmount, product_data: { name: "Café da Mantiqueira" } } }], ...changes,
});

/** Fills in the hosted page's form as a browser without JavaScript would send it. */
export const submitCard = (url: string, number: string, changes: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams({ number, expiry: "12 / 34", cvc: "123", name: "Ana Souza", country: "BR", ...changes }) });

/** Several submits of one form that are all under way before any of them is complete: headers first, bodies when all have begun. Answers the statuses. */
export const submitTogether = async (url: string, number: string, times: number): Promise<number[]> => {
  const body = new URLSearchParams({ number, expiry: "12 / 34", cvc: "123", name: "Ana Souza", country: "BR" }).toString();
  const requests = Array.from({ length: times }, () => {
    const request = openRequest(url, { method: "POST", agent: false, headers: { "content-length": body.length } });
    request.flushHeaders();
    const status = new Promise<number>((done, fail) => {
      request.on("response", (answer) => { answer.resume(); done(answer.statusCode ?? 0); }).on("error", fail);
    });
    return { request, status };
  });
  await new Promise((done) => { setTimeout(done, 100); });
  for (const { request } of requests) request.end(body);
  return Promise.all(requests.map(({ status }) => status));
};

export const cards = { good: "4242 4242 4242 4242", declined: "4000000000000002", poor: "4000000000009995", expired: "4000000000000069", wrongCvc: "4000000000000127" } as const;

export interface ShopDoor {
  readonly url: string;
  readonly events: Stripe.Event[];
  readonly refusals: string[];
  /** Status for the next deliveries, in order; 200 afterwards. */
  readonly answers: number[];
  readonly heard: (type: string, times?: number) => Promise<void>;
  readonly close: () => void;
}

/** A webhook door as the app's: raw body, verified signature, 400 on a forgery. */
export const openShopDoor = async (): Promise<ShopDoor> => {
  const stripe = new Stripe(testKey);
  const events: Stripe.Event[] = [];
  const refusals: string[] = [];
  const answers: number[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let raw = "";
    for await (const part of request) raw += String(part);
    const status = answers.shift() ?? 200;
    try {
      const event = stripe.webhooks.constructEvent(raw, request.headers["stripe-signature"] ?? "", testSecret);
      if (status === 200) events.push(event);
      response.writeHead(status).end();
    } catch (error) {
      refusals.push(String(error));
      response.writeHead(400).end();
    }
  };
  const server: Server = createServer((request, response) => void take(request, response));
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  const heard = async (type: string, times = 1): Promise<void> => {
    for (let tries = 0; tries < 400; tries++) {
      if (events.filter((one) => one.type === type).length >= times) return;
      await new Promise((done) => { setTimeout(done, 25); });
    }
    throw new Error(`never heard ${type}; heard ${events.map((one) => one.type).join(", ")}; refused ${refusals.join(", ")}`);
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stripe`, events, refusals, answers, heard, close: () => void server.close() };
};

/** What the SDK threw. */
export const refusalOf = async (call: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("was not refused");
};
