import type { CountryCode } from "@/kernel/country";
import type { Id } from "@/kernel/id";
import type { Instant } from "@/kernel/time";
import type { Measure } from "@/modules/sizing/size-table";
import { reader, type Tx } from "@/platform/db";
import type { Address } from "./address";

export type SavedAddress = { readonly id: Id<"address">; readonly isDefault: boolean; readonly address: Address };

const saved = (row: { id: string; country: string; fields: unknown; isDefault: boolean }): SavedAddress => ({
  id: row.id as Id<"address">,
  isDefault: row.isDefault,
  address: { phone: "", latin: null, ...(row.fields as object), country: row.country as CountryCode },
});

/** Someone's saved addresses, the usual one first. */
export const findAddresses = async (userId: string): Promise<readonly SavedAddress[]> =>
  (await reader().address.findMany({ where: { userId }, orderBy: [{ isDefault: "desc" }, { createdAt: "desc" }, { id: "desc" }], take: 50 })).map(saved);

export const findAddress = async (userId: string, addressId: string): Promise<SavedAddress | null> => {
  const row = await reader().address.findFirst({ where: { id: addressId, userId } });
  return row && saved(row);
};

/** Two browsers of one person take turns where "at most twenty" and "exactly one is the usual one" are decided. */
export const lockShopper = async (tx: Tx, userId: string): Promise<void> => {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`shopper ${userId}`}, 0))::text`;
};

export const countAddresses = (tx: Tx, userId: string): Promise<number> => tx.address.count({ where: { userId } });

const fieldsOf = ({ country: _, ...fields }: Address): object => fields;

export const insertAddress = async (tx: Tx, userId: string, { id, address, isDefault }: SavedAddress, at: Instant): Promise<void> => {
  await tx.address.create({ data: { id, userId, country: address.country, fields: fieldsOf(address), isDefault, createdAt: at } });
};

/** False when the address is not this person's. */
export const updateAddress = async (tx: Tx, userId: string, addressId: string, address: Address): Promise<boolean> =>
  (await tx.address.updateMany({ where: { id: addressId, userId }, data: { country: address.country, fields: fieldsOf(address) } })).count === 1;

export const deleteAddress = async (tx: Tx, userId: string, addressId: string): Promise<boolean> =>
  (await tx.address.deleteMany({ where: { id: addressId, userId } })).count === 1;

/** Makes one of a person's addresses the usual one and every other not: one statement. False when it is not theirs. */
export const makeDefault = async (tx: Tx, userId: string, addressId: string): Promise<boolean> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update address set "isDefault" = (id = ${addressId})
    where "userId" = ${userId} and exists (select 1 from address a where a.id = ${addressId} and a."userId" = ${userId})
    returning id`;
  return rows.length > 0;
};

export const saveMeasures = async (tx: Tx, userId: string, kept: readonly { measure: Measure; mm: number | null }[], at: Instant): Promise<void> => {
  for (const { measure, mm } of kept) {
    if (mm === null) await tx.measurement.deleteMany({ where: { userId, measure } });
    else await tx.measurement.upsert({ where: { userId_measure: { userId, measure } }, create: { userId, measure, mm, updatedAt: at }, update: { mm, updatedAt: at } });
  }
};

/** Adds a wish for a listing that exists, while there are fewer than `most`. The row itself refers to the listing; nothing of it is read. */
export const addWish = async (tx: Tx, userId: string, listingId: string, most: number, at: Instant): Promise<"added" | "no-such-listing" | "full"> => {
  const [found] = await tx.$queryRaw<{ exists: boolean; count: number }[]>`
    select exists (select 1 from listing where id = ${listingId} and state = 'live') as exists, (select count(*)::int from wish where "userId" = ${userId} and "listingId" <> ${listingId}) as count`;
  if (!found?.exists) return "no-such-listing";
  if (found.count >= most) return "full";
  await tx.wish.createMany({ data: { userId, listingId, createdAt: at }, skipDuplicates: true });
  return "added";
};

export const removeWish = async (tx: Tx, userId: string, listingId: string): Promise<void> => {
  await tx.wish.deleteMany({ where: { userId, listingId } });
};
