import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sequenceOf } from "@/modules/checkout/order-number";
import { checkTrackingNumber } from "@/modules/order/tracking";
import { database } from "@/platform/db";
import { seedOrders, type Deliveries } from "../../../prisma/seed/orders";
import { seedReviews } from "../../../prisma/seed/reviews";
import { invariants, listViolations } from "../invariants";
import { plantSmallShop, type SmallShop } from "../small-shop";

const count = 120;
let shop: SmallShop;
let deliveries: Deliveries;

const tables = ["checkout", "consignment", "order_line", "consignment_charge", "stock_hold", "stock_movement", "payment_attempt", "payment"] as const;
const fingerprint = async (): Promise<string> => {
  const hash = createHash("sha256");
  for (const table of tables) hash.update(JSON.stringify(await database().$queryRawUnsafe(`select t::text as row from "${table}" t order by id`)));
  return hash.digest("hex");
};

beforeAll(async () => {
  shop = await plantSmallShop(["taller-almorad", "zolvane", "alder-street", "cerro-lindero"], 6);
  ({ deliveries } = await seedOrders({ ...shop, count }));
  await seedReviews(shop.listings, deliveries);
}, 180_000);

describe("the history of the seed", () => {
  it("keeps the books right: every invariant holds", async () => {
    expect(await listViolations()).toEqual([]);
    expect(await database().checkout.count()).toBeGreaterThan(count * 0.8);
  });

  it("is old enough to be delivered, young enough to be on its way, and has something to pack now", async () => {
    const states = new Set((await database().consignment.findMany({ select: { state: true } })).map(({ state }) => state));
    expect(states).toEqual(new Set(["paid", "shipped", "delivered"]));
    expect(await database().consignment.count({ where: { state: "paid", merchant: { slug: "taller-almorad" } } })).toBeGreaterThan(0);
    const own = await database().checkout.findMany({ where: { email: "shopper@entrepot.example" }, include: { consignments: { select: { state: true } } } });
    expect(own).toHaveLength(5);
    expect(new Set(own.flatMap((order) => order.consignments.map(({ state }) => state)))).toEqual(new Set(["paid", "shipped", "delivered"]));
  });

  it("has order numbers that read back, and the next order's comes after them", async () => {
    const numbers = (await database().checkout.findMany({ select: { number: true } })).map(({ number }) => sequenceOf(number) ?? 0n);
    const [next] = await database().$queryRaw<{ n: bigint }[]>`select nextval('order_number') as n`;
    expect(numbers.every((sequence) => sequence > 0n && sequence < (next?.n ?? 0n))).toBe(true);
  });

  it("ships under numbers whose check digit fits", async () => {
    const shipped = await database().consignment.findMany({ where: { trackingNumber: { not: null } }, select: { trackingNumber: true } });
    expect(shipped.filter(({ trackingNumber }) => !checkTrackingNumber("post", trackingNumber ?? "").ok)).toEqual([]);
  });

  it("is reviewed by those who got their parcel", async () => {
    expect(await database().review.count({ where: { consignmentId: { not: null } } })).toBeGreaterThan(10);
  });

  it("is the same in every run", async () => {
    const first = await fingerprint();
    await database().$executeRawUnsafe(`truncate ${tables.map((table) => `"${table}"`).join(", ")} cascade`);
    await database().$executeRawUnsafe(`delete from app_user where email like '%@shoppers.example'`);
    await seedOrders({ ...shop, count });
    expect(await fingerprint()).toBe(first);
  }, 120_000);
});

describe("an invariant that is broken on purpose is reported by its own sentence", () => {
  const planted: Readonly<Record<string, string>> = {
    "no stock is below zero, and no more is reserved than lies there": `alter table stock drop constraint stock_never_below_zero; update stock set reserved = "onHand" + 1 where ctid = (select ctid from stock limit 1)`,
    "what is reserved is what live holds keep": `update stock set reserved = 1 where ctid = (select ctid from stock where "onHand" > 1 limit 1)`,
    "the consignments of a checkout sum to its total, in its currency": `update checkout set total = total + 1 where ctid = (select ctid from checkout limit 1)`,
    "a consignment's total is its goods, its delivery and its charges": `update consignment set delivery = delivery + 1 where ctid = (select ctid from consignment limit 1)`,
    "the goods of a consignment are its lines": `update order_line set quantity = quantity + 1 where ctid = (select ctid from order_line limit 1)`,
    "the charges of a consignment are those of its rules that are due at checkout": `update consignment_charge set amount = amount + 1 where ctid = (select ctid from consignment_charge where due = 'checkout' limit 1)`,
    "money that arrived has exactly one paid checkout, of that amount, or is given back": `update payment set standing = 'overpaid' where ctid = (select ctid from payment limit 1)`,
    "a paid checkout was paid once": `delete from payment where ctid = (select ctid from payment limit 1)`,
    "a payment belongs to an attempt that succeeded": `update payment_attempt set status = 'expired' where ctid = (select ctid from payment_attempt limit 1)`,
    "every line of a paid checkout was kept and sold, and nothing else of it is kept": `delete from stock_hold where ctid = (select ctid from stock_hold limit 1)`,
    "what was sold left the shelf by a movement that names its checkout": `delete from stock_movement where ctid = (select ctid from stock_movement limit 1)`,
    "a checkout that came to nothing keeps no units": `update stock_hold set state = 'held' where ctid = (select ctid from stock_hold limit 1); update checkout set state = 'expired' where id = (select "checkoutId" from stock_hold where state = 'held' limit 1)`,
    "nothing is packed, shipped or delivered that was not paid": `update checkout set state = 'awaiting-payment' where ctid = (select ctid from checkout limit 1)`,
    "a parcel is paid, shipped under a number, and delivered, in this order": `update consignment set "deliveredAt" = "paidAt" - interval '1 day' where ctid = (select ctid from consignment where state = 'delivered' limit 1)`,
    "a review of a purchase is by its buyer, of something in the parcel, after it was shipped, with the facts of the order": `update review set "importCharge" = coalesce("importCharge", 0) + 1 where ctid = (select ctid from review where "consignmentId" is not null limit 1)`,
    "the counted stars of a listing are those of its reviews": `update rating_summary set count = count + 1 where ctid = (select ctid from rating_summary limit 1)`,
  };
  class Undone extends Error {}

  it("and every sentence has such a case", () => expect(Object.keys(planted).sort()).toEqual(invariants.map(({ says }) => says).sort()));

  it.each(Object.entries(planted))("%s", async (says, sql) => {
    const { breaks } = invariants.find((one) => one.says === says) ?? { breaks: "" };
    await expect(database().$transaction(async (tx) => {
      for (const statement of sql.split("; ")) expect(await tx.$executeRawUnsafe(statement)).toBeGreaterThanOrEqual(0);
      expect(await tx.$queryRawUnsafe<object[]>(breaks)).not.toEqual([]);
      throw new Undone();
    })).rejects.toBeInstanceOf(Undone);
    expect(await database().$queryRawUnsafe<object[]>(breaks)).toEqual([]);
  });
});
