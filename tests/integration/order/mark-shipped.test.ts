import { beforeAll, expect, test } from "vitest";
import type { Id } from "@/kernel/id";
import { mint, type AdminActor } from "@/modules/access/actor";
import { shipConsignment } from "@/modules/checkout/commands/ship-consignment";
import { markDelivered } from "@/modules/order/commands/mark-delivered";
import type { ConsignmentState } from "@/modules/order/consignment";
import { newId, now } from "@/platform/clock";
import { database } from "@/platform/db";
import { aSeller, must, seedFloor, type Seller } from "../listing/selling";

let seller: Seller;
let other: Seller;
const admin: AdminActor = mint({ kind: "admin" as const, userId: newId("user") });
beforeAll(async () => {
  await seedFloor();
  seller = await aSeller();
  other = await aSeller();
});

let orders = 0;

/** An order of one shopper with a consignment of each seller. */
const anOrder = async (state: ConsignmentState = "paid") => {
  orders += 1;
  const [checkoutId, mine, theirs] = [newId("checkout"), newId("consignment"), newId("consignment")];
  await database().checkout.create({
    data: {
      id: checkoutId, number: `EN-TEST-${orders}`, email: "ana@example.com", storefront: "ja-jp", market: "JP", language: "ja", currency: "JPY", total: 2000n, state: "paid", address: {},
      promise: { consignments: [] }, cartId: newId("cart"), cartVersion: 1, createdAt: now(), holdUntil: now(), paidAt: now(),
    },
  });
  for (const [part, id, { actor, locationId }] of [[1, mine, seller], [2, theirs, other]] as const) {
    await database().consignment.create({
      data: {
        id, checkoutId, merchantId: actor.merchantId, part, locationId, state, serviceId: "svc_x", serviceName: "Post", transport: "post", incoterm: "DAP", currency: "JPY",
        goods: 1000n, delivery: 0n, charges: 0n, total: 1000n, merchantAmount: 600n, merchantCurrency: "EUR", promisedFrom: new Date("2026-12-01"), promisedTo: new Date("2026-12-09"), createdAt: now(),
        lines: { create: { id: newId("line"), offerId: newId("offer"), listingId: newId("listing"), listingNumber: 1, title: "革のサンダル", titleLanguage: "ja", variantLabel: "EU 38", picture: "", quantity: 2, unitPrice: 500n, currency: "JPY", hs: "640359", origin: "ES" } },
      },
    });
  }
  return { checkoutId, mine, theirs };
};

const label = { carrier: "post" as const, trackingNumber: "rb 123 456 785 es" };
const row = (id: Id<"consignment">) => database().consignment.findUniqueOrThrow({ where: { id } });
const letters = (id: Id<"consignment">) => database().mail.findMany({ where: { kind: "order-shipped", subjectId: id } });

test("a paid consignment is shipped under its number, and the shopper is told in the language of the order", async () => {
  const { mine, theirs } = await anOrder();
  must(await shipConsignment(seller.actor, { consignmentId: mine, version: 1, ...label }));
  expect(await row(mine)).toMatchObject({ state: "shipped", carrier: "post", trackingNumber: "RB123456785ES", version: 2 });
  expect((await row(mine)).shippedAt).not.toBeNull();
  expect(await row(theirs)).toMatchObject({ state: "paid", version: 1 });
  const [letter, ...more] = await letters(mine);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ recipient: "ana@example.com", language: "ja" });
  for (const part of ["RB123456785ES", "革のサンダル", "/ja-jp/orders/EN-TEST-"]) expect(letter?.text).toContain(part);
});

test("a mistyped number ships nothing and writes to nobody", async () => {
  const { mine } = await anOrder();
  expect(await shipConsignment(seller.actor, { consignmentId: mine, version: 1, carrier: "post", trackingNumber: "RB123456786ES" })).toMatchObject({ refusal: { code: "order.bad-tracking-number", why: "check-digit" } });
  expect(await row(mine)).toMatchObject({ state: "paid", version: 1, trackingNumber: null });
  expect(await letters(mine)).toEqual([]);
});

test("another merchant's part of the same order is not found", async () => {
  const { mine, theirs } = await anOrder();
  expect(await shipConsignment(seller.actor, { consignmentId: theirs, version: 1, ...label })).toEqual({ ok: false, refusal: { code: "order.not-found" } });
  expect(await shipConsignment(other.actor, { consignmentId: mine, version: 1, ...label })).toEqual({ ok: false, refusal: { code: "order.not-found" } });
  expect(await row(theirs)).toMatchObject({ state: "paid" });
  expect(await letters(theirs)).toEqual([]);
});

test("two clicks at once ship once and write one letter", async () => {
  const { mine } = await anOrder();
  const clicks = await Promise.all([1, 2, 3].map(() => shipConsignment(seller.actor, { consignmentId: mine, version: 1, ...label })));
  expect(clicks.filter((click) => click.ok)).toHaveLength(1);
  expect(clicks.filter((click) => !click.ok)).toMatchObject([{ refusal: { code: "order.not-now", state: "shipped" } }, { refusal: { code: "order.not-now", state: "shipped" } }]);
  expect(await letters(mine)).toHaveLength(1);
});

test("what is not paid, or was paid back, does not ship; an old version is told that it is old", async () => {
  for (const state of ["awaiting-payment", "canceled", "refunded"] as const) {
    const { mine } = await anOrder(state);
    expect(await shipConsignment(seller.actor, { consignmentId: mine, version: 1, ...label })).toEqual({ ok: false, refusal: { code: "order.not-now", state } });
  }
  const { mine } = await anOrder();
  expect(await shipConsignment(seller.actor, { consignmentId: mine, version: 7, ...label })).toEqual({ ok: false, refusal: { code: "order.stale" } });
});

test("a shipped consignment is delivered by its merchant or by the staff, and by no other merchant", async () => {
  const { mine, theirs } = await anOrder();
  expect(await markDelivered(seller.actor, { consignmentId: mine, version: 1 })).toEqual({ ok: false, refusal: { code: "order.not-now", state: "paid" } });
  must(await shipConsignment(seller.actor, { consignmentId: mine, version: 1, ...label }));
  must(await shipConsignment(other.actor, { consignmentId: theirs, version: 1, ...label }));
  expect(await markDelivered(other.actor, { consignmentId: mine, version: 2 })).toEqual({ ok: false, refusal: { code: "order.not-found" } });
  must(await markDelivered(seller.actor, { consignmentId: mine, version: 2 }));
  must(await markDelivered(admin, { consignmentId: theirs, version: 2 }));
  for (const id of [mine, theirs]) expect(await row(id)).toMatchObject({ state: "delivered", version: 3 });
});
