import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findOrder } from "@/modules/checkout/queries";
import { placeOrder } from "@/modules/checkout/commands/place-order";
import { purgeCustomsNumbers } from "@/modules/checkout/commands/purge-customs-numbers";
import { now } from "@/platform/clock";
import { database } from "@/platform/db";
import { fill, homes, letTimePass, newShopper, openShop, openStall, orderOf, quoteFor } from "./shop";

const day = 86_400;
beforeAll(() => openShop());
afterEach(() => letTimePass(0));
afterAll(() => letTimePass(0));

const ordered = async () => {
  const shopper = newShopper();
  await fill(shopper, [await openStall({ price: 5_000n })], "zh-cn");
  const placed = await placeOrder(shopper, orderOf((await quoteFor(shopper, "zh-cn")).quoteId, "zh-cn"));
  if (!placed.ok) throw new Error(placed.refusal.code);
  return placed.value;
};
const sealedOf = async (id: string) => ((await database().checkout.findUniqueOrThrow({ where: { id } })).address as { customsId: { sealed?: string; masked: string } }).customsId;

describe("the recipient's customs number", () => {
  it("is gone fourteen days after the parcel arrived, and the order page still reads; before that it stays", async () => {
    const { checkoutId, number } = await ordered();
    await database().checkout.update({ where: { id: checkoutId }, data: { state: "paid", paidAt: now() } });
    await database().consignment.updateMany({ where: { checkoutId }, data: { state: "delivered", deliveredAt: now() } });
    letTimePass(13 * day);
    await purgeCustomsNumbers();
    expect((await sealedOf(checkoutId)).sealed).toMatch(/^v1\./);
    letTimePass(15 * day);
    await purgeCustomsNumbers();
    expect((await sealedOf(checkoutId)).sealed).toBeUndefined();
    const order = await findOrder(number);
    expect(order?.address.customsId?.masked).toMatch(/^•+002X$/);
    expect(JSON.stringify(order, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain(homes["zh-cn"].customsId);
  });

  it("stays while one parcel of the order is on its way within its time, and goes when nobody ever says that it arrived", async () => {
    const { checkoutId } = await ordered();
    await database().checkout.update({ where: { id: checkoutId }, data: { state: "paid", paidAt: now() } });
    await database().consignment.updateMany({ where: { checkoutId }, data: { state: "shipped", shippedAt: now(), promisedTo: new Date(now()) } });
    letTimePass(59 * day);
    await purgeCustomsNumbers();
    expect((await sealedOf(checkoutId)).sealed).toBeDefined();
    letTimePass(62 * day);
    await purgeCustomsNumbers();
    expect((await sealedOf(checkoutId)).sealed).toBeUndefined();
  });

  it("leaves a keyed hash for the limits of the year, which goes when the year is over", async () => {
    const { checkoutId } = await ordered();
    const { id } = await database().consignment.findFirstOrThrow({ where: { checkoutId } });
    await purgeCustomsNumbers();
    expect(await database().quotaUse.count({ where: { consignmentId: id } })).toBe(1);
    letTimePass(400 * day);
    await purgeCustomsNumbers();
    expect(await database().quotaUse.count({ where: { consignmentId: id } })).toBe(0);
  });
});
