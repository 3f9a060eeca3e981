import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { settleCheckout } from "@/modules/checkout/commands/settle-checkout";
import { database } from "@/platform/db";
import { drain, fill, letTimePass, newShopper, openShop, openStall, openTill, payWith, stockOf, toTill, type Till } from "./shop";

let till: Till;
beforeAll(async () => {
  await openShop();
  till = await openTill();
});
afterEach(() => letTimePass(0));
afterAll(() => till.close());

const stateOf = async (id: string) => (await database().checkout.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

describe("an order that was paid", () => {
  it("of two merchants in two countries is one payment and two consignments, sold units and a letter to each", async () => {
    const [a, b] = [await openStall({ onHand: 5 }), await openStall({ onHand: 5, country: "US", currency: "USD", price: 3500n })];
    const shopper = newShopper();
    const { url, checkoutId } = await toTill(shopper, [a, b], "pt-br");
    expect(await stockOf(a)).toEqual({ onHand: 5, reserved: 1 });
    expect(await payWith(url, "good")).toBe(303);
    const settled = await settleCheckout({ checkoutId });
    expect(settled.ok && settled.value.state).toBe("paid");
    expect(await stockOf(a)).toEqual({ onHand: 4, reserved: 0 });
    expect(await database().payment.count({ where: { checkoutId } })).toBe(1);
    const consignments = await database().consignment.findMany({ where: { checkoutId }, orderBy: { part: "asc" }, include: { lines: true, levied: true } });
    expect(consignments.map((c) => [c.state, c.lines.length])).toEqual([["paid", 1], ["paid", 1]]);
    const checkout = await database().checkout.findUniqueOrThrow({ where: { id: checkoutId } });
    expect(consignments.reduce((sum, c) => sum + c.total, 0n)).toBe(checkout.total);
    expect(JSON.stringify(checkout.address)).not.toContain("52998224725");
    expect(await database().mail.groupBy({ by: ["kind"], _count: true, where: { OR: [{ subjectId: checkoutId }, { subjectId: { in: consignments.map((c) => c.id) } }] }, orderBy: { kind: "asc" } }))
      .toEqual([{ kind: "order-confirmed", _count: 1 }, { kind: "order-to-pack", _count: 2 }]);
    expect(await database().cartLine.count({ where: { cartId: shopper.cartId } })).toBe(0);
  });
});
