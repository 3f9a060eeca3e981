import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type Server } from "node:http";
import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { POST } from "@/app/api/stripe/webhook/route";
import type { Id } from "@/kernel/id";
import { addToCart } from "@/modules/cart/commands/add-to-cart";
import { payForOrder } from "@/modules/checkout/commands/pay-for-order";
import { prepareQuote } from "@/modules/checkout/commands/prepare-quote";
import { hearStripeEvent } from "@/modules/checkout/commands/hear-stripe-event";
import { sendStripeCommand } from "@/modules/payment/commands/send-stripe-command";
import { listStuckCommands, listUnfinishedEvents } from "@/modules/payment/queries";
import { newId, now, shiftClock } from "@/platform/clock";
import { database } from "@/platform/db";
import { addSeconds } from "@/kernel/time";
import pg from "pg";
import { seedReference } from "../../../prisma/seed/reference";

const { Client } = pg;
type Client = pg.Client;

/** The real sandbox as a process of its own, with a webhook door that runs the app's own route. */
export type Till = {
  readonly url: string;
  readonly control: (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;
  /** What the door answered, in order. */
  readonly answers: number[];
  readonly heard: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const key = "sk_test_sandbox_tests";

export const openTill = async (): Promise<Till> => {
  const answers: number[] = [];
  const door = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part)).on("end", () => {
      void POST(new Request("http://shop.test/api/stripe/webhook", { method: "POST", body: Buffer.concat(parts), headers: { "stripe-signature": String(request.headers["stripe-signature"] ?? "") } }))
        .then((answer) => answer.status, () => 500)
        .then((status) => {
          answers.push(status);
          response.writeHead(status).end();
        });
    });
  });
  const webhookUrl = await listen(door);
  const child = spawn("node", ["--import", "tsx", "tools/stripe-sandbox/main.ts"], {
    env: { ...process.env, SANDBOX_PORT: "0", SANDBOX_STATE: join(mkdtempSync(join(tmpdir(), "till-")), "state.json"), SANDBOX_WEBHOOK_URL: webhookUrl, SANDBOX_WEBHOOK_SECRET: process.env["STRIPE_WEBHOOK_SECRET"] ?? "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await ready(child);
  process.env["STRIPE_SANDBOX_URL"] = url;
  return {
    url, answers,
    control: async (method, path, body) => {
      const answer = await fetch(`${url}/_sandbox/${path}`, { method, headers: { authorization: `Bearer ${key}` }, ...(body ? { body: JSON.stringify(body) } : {}) });
      const json = (await answer.json()) as Record<string, unknown>;
      // A fault that the sandbox did not understand would be a test of nothing.
      if (!answer.ok) throw new Error(JSON.stringify(json));
      return json;
    },
    heard: async (count) => {
      for (let i = 0; i < 100 && answers.length < count; i++) await new Promise((done) => setTimeout(done, 50));
      if (answers.length < count) throw new Error(`only ${answers.length} webhooks came`);
    },
    close: async () => {
      child.kill("SIGTERM");
      await new Promise((done) => child.once("exit", done));
      door.closeAllConnections();
      door.close();
    },
  };
};

const listen = (server: Server): Promise<string> =>
  new Promise((done) => server.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)));

const ready = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    child.once("exit", (code) => fail(new Error(`the sandbox ended with ${code}`)));
    if (child.stdout) createInterface(child.stdout).on("line", (line) => line.startsWith("READY ") && done((JSON.parse(line.slice(6)) as { url: string }).url));
  });

/** Fills in the payment page as a browser without JavaScript does. */
export const payWith = async (url: string, number: keyof typeof cards): Promise<number> =>
  (await fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams({ number: cards[number], expiry: "12 / 34", cvc: "123", name: "Ana Souza", country: "BR" }) })).status;

const cards = { good: "4242424242424242", declined: "4000000000000002" };

/** What the worker would do now: send commands, read events. */
export const drain = async (): Promise<void> => {
  for (const commandId of await listStuckCommands(addSeconds(now(), 60))) await sendStripeCommand({ commandId });
  for (const eventId of await listUnfinishedEvents(addSeconds(now(), 60))) await hearStripeEvent({ eventId });
};

export type Stall = { readonly merchantId: string; readonly offerId: Id<"offer">; readonly locationId: string; readonly listingNumber: number };

export const openShop = (): Promise<string> => seedReference();

let made = 0;

/** A merchant with one thing to sell: by default a 20-euro shirt from Spain. */
export const openStall = async ({ onHand = 100, price = 2000n, country = "ES", currency = "EUR", hs = "620520", weightGrams = 300 }: Partial<{ onHand: number; price: bigint; country: string; currency: string; hs: string; weightGrams: number }> = {}): Promise<Stall> => {
  made += 1;
  const name = `stall-${made}`;
  const merchantId = newId("merchant");
  const productId = newId("product");
  const brandId = newId("brand");
  const listingId = newId("listing");
  const offerId = newId("offer");
  const variantId = newId("variant");
  const locationId = newId("location");
  const db = database();
  const at = new Date("2026-01-05T00:00:00Z");
  await db.category.createMany({ data: { id: "aa", depth: 0, position: 0, path: ["aa"] }, skipDuplicates: true });
  await db.merchant.create({ data: { id: merchantId, slug: name, name, legalName: name, legalForm: "SL", country, city: "Elche", payoutCurrency: currency, timeZone: "Europe/Madrid", contactEmail: `${name}@example.com`, kind: "maker", since: at } });
  await db.stockLocation.create({ data: { id: locationId, merchantId, kind: "origin", country, city: "Elche", postcode: "03201" } });
  await db.brand.create({ data: { id: brandId, slug: name, name, country, merchantId } });
  await db.product.create({
    data: { id: productId, brandId, categoryId: "aa", hs, hsSetBy: "merchant", hsSetAt: at, hsConfidence: "high", origin: country, materials: ["cotton"], flags: [], weightGrams, lengthMm: 300, widthMm: 220, heightMm: 40, attributes: {} },
  });
  await db.productText.create({ data: { productId, language: "en", title: `Shirt of ${name}`, description: "A shirt.", slug: `shirt-of-${name}`, keywords: [], writtenBy: "merchant" } });
  await db.variant.create({ data: { id: variantId, productId, position: 0, colour: "navy", sizeSystem: "EU", sizeLabel: "40", weightGrams } });
  await db.picture.create({ data: { id: newId("picture"), productId, position: 0, path: "/pictures/shirt-navy", widths: [400], thumbhash: "", colour: "navy" } });
  const listing = await db.listing.create({ data: { id: listingId, merchantId, productId, state: "live", currency, basePrice: price, markets: [], publishedAt: at } });
  await db.offer.create({ data: { id: offerId, listingId, variantId, sku: name, price } });
  await db.stock.create({ data: { offerId, locationId, onHand } });
  return { merchantId, offerId, locationId, listingNumber: listing.number };
};

export const stockOf = async ({ offerId }: Pick<Stall, "offerId">) => database().stock.findFirstOrThrow({ where: { offerId }, select: { onHand: true, reserved: true } });

/** Addresses of the markets the tests buy in. */
export const homes = {
  "ja-jp": { address: { recipient: "山田花子", line1: "渋谷区神南1-2-3", region: "東京都", postcode: "150-0001", phone: "090-1234-5678" }, region: "東京都", postcode: "150-0001", customsId: null },
  "pt-br": { address: { recipient: "Ana Rocha", line1: "Avenida Paulista 1578", locality: "São Paulo", region: "SP", postcode: "01310-200", phone: "11 98765-4321" }, region: "SP", postcode: "01310-200", customsId: "529.982.247-25" },
  "zh-cn": { address: { recipient: "王小明", line1: "南京西路1266号", dependentLocality: "静安区", locality: "上海市", region: "上海市", postcode: "200040", phone: "13800138000" }, region: "上海市", postcode: "200040", customsId: "11010519491231002X" },
  "ko-kr": { address: { recipient: "김지우", line1: "세종대로 110", locality: "중구", region: "서울특별시", postcode: "04524", phone: "010-1234-5678" }, region: "서울특별시", postcode: "04524", customsId: "P123456789012" },
} as const;

export type Shopper = { readonly userId: null; readonly cartId: Id<"cart">; readonly guestCartId: null; readonly buyerHash: string };
export const newShopper = (): Shopper => ({ userId: null, cartId: newId("cart"), guestCartId: null, buyerHash: newId("session") });

export const fill = async (shopper: Shopper, stalls: readonly Stall[], storefront: keyof typeof homes = "ja-jp", quantity = 1): Promise<void> => {
  for (const { offerId } of stalls) {
    const added = await addToCart(shopper, { storefront, offerId, quantity });
    if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  }
};

export const quoteFor = async (shopper: Shopper, storefront: keyof typeof homes = "ja-jp") => {
  const { region, postcode } = homes[storefront];
  const prepared = await prepareQuote(shopper, { storefront, region, postcode, services: {} });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  return prepared.value;
};

export const orderOf = (quoteId: Id<"quote">, storefront: keyof typeof homes = "ja-jp", email = "shopper@example.com") =>
  ({ quoteId, email, address: homes[storefront].address, customsId: homes[storefront].customsId, hasAgreed: true });

/** From an empty cart to the payment page. */
export const toTill = async (shopper: Shopper, stalls: readonly Stall[], storefront: keyof typeof homes = "ja-jp"): Promise<{ number: string; url: string; checkoutId: string }> => {
  await fill(shopper, stalls, storefront);
  const { quoteId } = await quoteFor(shopper, storefront);
  const paid = await payForOrder(shopper, orderOf(quoteId, storefront));
  if (!paid.ok || !paid.value.url) throw new Error(JSON.stringify(paid));
  const { id } = await database().checkout.findUniqueOrThrow({ where: { number: paid.value.number }, select: { id: true } });
  return { number: paid.value.number, url: paid.value.url, checkoutId: id };
};

/** Runs work with every statement passed through `see`, which may change its text: to count, or to take a guard away. What is changed is prepared under no name. */
export const watchStatements = async (see: (text: string) => string, work: () => Promise<void>): Promise<void> => {
  const original = Client.prototype.query;
  const through = original as (this: Client, ...given: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, first: string | { text: string }, ...rest: unknown[]) {
    if (typeof first === "string") return through.call(this, see(first), ...rest);
    const text = see(first.text);
    return through.call(this, text === first.text ? first : Object.assign(first, { text, name: undefined }), ...rest);
  } as typeof original;
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
};

export const letTimePass = (seconds: number): void => shiftClock(seconds);
