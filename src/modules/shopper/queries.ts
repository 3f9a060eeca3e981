import type { Id } from "@/kernel/id";
import type { ShopperActor } from "@/modules/access/actor";
import type { Measure } from "@/modules/sizing/size-table";
import { reader } from "@/platform/db";
import { isMeasure, type BodyMeasures } from "./measure";
import { findAddress, findAddresses, type SavedAddress } from "./store";

/** Someone's saved addresses, the usual one first. */
export const listAddresses = (actor: Pick<ShopperActor, "userId">): Promise<readonly SavedAddress[]> => findAddresses(actor.userId);
export const findOwnAddress = (actor: Pick<ShopperActor, "userId">, addressId: string): Promise<SavedAddress | null> => findAddress(actor.userId, addressId);

/** Someone's body measures in millimetres. */
export const bodyMeasures = async (actor: Pick<ShopperActor, "userId">): Promise<BodyMeasures> => {
  const rows = await reader().measurement.findMany({ where: { userId: actor.userId } });
  return Object.fromEntries(rows.flatMap((row) => (isMeasure(row.measure) ? [[row.measure, row.mm] as const] : []))) as Partial<Record<Measure, number>>;
};

/** What somebody wishes for, the newest first, a page at a time. */
export const listWishes = async (actor: Pick<ShopperActor, "userId">, { take = 500 }: { take?: number } = {}): Promise<readonly Id<"listing">[]> => {
  const rows = await reader().wish.findMany({ where: { userId: actor.userId }, orderBy: [{ createdAt: "desc" }, { listingId: "desc" }], take, select: { listingId: true } });
  return rows.map((row) => row.listingId as Id<"listing">);
};
