import type { Cart } from "@/modules/cart/cart";
import type { Id } from "@/kernel/id";
import { plainDate, type Instant } from "@/kernel/time";
import type { Address } from "@/modules/shopper/address";
import { database, reader, type Tx } from "@/platform/db";
import type { CheckoutState } from "./checkout";
import { readPromise, writePromise } from "./promise-json";
import type { Quote } from "./quote";
import type { ShippedParcel } from "./checkout";

export type KeptQuote = { readonly id: Id<"quote">; readonly cartId: string; readonly cartVersion: number; readonly quote: Quote; readonly services: Readonly<Record<string, string>>; readonly expiresAt: Instant };

export const insertQuote = async ({ id, cart, quote, services }: { id: Id<"quote">; cart: Cart; quote: Quote; services: Readonly<Record<string, string>> }): Promise<void> => {
  await database().quote.createMany({
    data: {
      id, cartId: cart.id, cartVersion: cart.version, storefront: quote.storefront, currency: quote.currency, total: quote.total.amount,
      promise: { quote: JSON.parse(writePromise(quote)) as object, services }, createdAt: quote.madeAt, expiresAt: quote.expiresAt,
    },
  });
};

/** A quote of this cart; somebody else's is not found. */
export const findQuote = async (id: string, cartId: string): Promise<KeptQuote | null> => {
  const row = await reader().quote.findFirst({ where: { id, cartId } });
  if (!row) return null;
  const kept = row.promise as unknown as { quote: unknown; services: Record<string, string> };
  return { id: row.id as Id<"quote">, cartId: row.cartId, cartVersion: row.cartVersion, quote: readPromise(kept.quote), services: kept.services, expiresAt: row.expiresAt.toISOString() as Instant };
};

/** The address with the customs number closed: the only form in which it is kept. */
export type KeptAddress = Address & { readonly customsId?: { readonly kind: string; readonly sealed: string; readonly masked: string } };

export type CheckoutRow = {
  readonly id: Id<"checkout">; readonly number: string; readonly guestHash: string | null; readonly userId: string | null; readonly email: string; readonly storefront: string;
  readonly market: string; readonly language: string; readonly currency: string; readonly total: bigint; readonly state: CheckoutState; readonly address: KeptAddress;
  readonly promise: Quote & { readonly quoteId: string }; readonly cartId: string; readonly cartVersion: number; readonly createdAt: Instant; readonly holdUntil: Instant; readonly paidAt: Instant | null;
};

export const insertCheckout = async (tx: Tx, checkout: Omit<CheckoutRow, "paidAt">): Promise<void> => {
  const { promise, address, ...row } = checkout;
  await tx.checkout.createMany({
    data: { ...row, address: JSON.parse(JSON.stringify(address)) as object, promise: { ...(JSON.parse(writePromise(promise)) as object), quoteId: promise.quoteId } },
  });
};

type Kept = { address: unknown; promise: unknown; createdAt: Date; holdUntil: Date; paidAt: Date | null };
const rowOf = (row: Kept): CheckoutRow => ({
  ...(row as unknown as CheckoutRow), address: row.address as KeptAddress, promise: readPromise(row.promise) as CheckoutRow["promise"],
  createdAt: row.createdAt.toISOString() as Instant, holdUntil: row.holdUntil.toISOString() as Instant, paidAt: row.paidAt && (row.paidAt.toISOString() as Instant),
});

export const findCheckout = async (where: { id: string } | { number: string } | { cartId_cartVersion: { cartId: string; cartVersion: number } }): Promise<CheckoutRow | null> => {
  const row = await reader().checkout.findUnique({ where: where as { id: string } });
  return row && rowOf(row);
};

/** The checkout with its row locked: webhook, return page and sweeper take turns. */
export const lockCheckout = async (tx: Tx, id: string): Promise<CheckoutRow | null> => {
  const rows = await tx.$queryRaw<(Kept & { total: bigint })[]>`select * from checkout where id = ${id} for update`;
  return rows[0] ? rowOf(rows[0]) : null;
};

export const setCheckoutState = async (tx: Tx, id: string, state: CheckoutState, at: Instant): Promise<void> => {
  await tx.checkout.updateMany({ where: { id }, data: { state, ...(state === "paid" ? { paidAt: at } : {}) } });
};

export const nextOrderSequence = async (tx: Tx): Promise<bigint> => {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`select nextval('order_number') as n`;
  return row?.n ?? 0n;
};

/** Checkouts whose units were kept long enough, oldest first. */
export const listOverdueCheckouts = async (at: Instant): Promise<readonly string[]> =>
  (await database().checkout.findMany({ where: { state: "awaiting-payment", holdUntil: { lt: at } }, select: { id: true }, orderBy: { holdUntil: "asc" }, take: 200 })).map((row) => row.id);

/** Who is told of a paid consignment: the merchant's address, in the language of its first owner. */
export const listMerchantsToTell = (tx: Tx, checkoutId: string) => tx.$queryRaw<{ id: string; part: number; email: string; name: string; storefront: string; amount: bigint; currency: string; promisedFrom: Date; handlingDays: number }[]>`
  select c.id, c.part, m."contactEmail" as email, m.name, m."handlingDays", c."merchantAmount" as amount, c."merchantCurrency" as currency, c."promisedFrom",
    coalesce((select u.storefront from membership b join app_user u on u.id = b."userId" where b."merchantId" = m.id order by b.role = 'owner' desc, b."createdAt" limit 1), 'en-us') as storefront
  from consignment c join merchant m on m.id = c."merchantId" where c."checkoutId" = ${checkoutId} order by c.part`;

/** A shipped consignment as its letter tells of it. */
export const findParcel = async (tx: Tx, consignmentId: string): Promise<ShippedParcel | null> => {
  const row = await tx.consignment.findUnique({
    where: { id: consignmentId },
    select: {
      id: true, part: true, carrier: true, trackingNumber: true, promisedFrom: true, promisedTo: true, merchant: { select: { name: true } },
      lines: { select: { quantity: true, title: true, variantLabel: true }, orderBy: { id: "asc" } },
    },
  });
  if (!row) return null;
  const { merchant, carrier, trackingNumber, promisedFrom, promisedTo, ...rest } = row;
  const day = (date: Date) => plainDate(date.toISOString().slice(0, 10));
  return { ...rest, merchantName: merchant.name, carrier: carrier ?? "other", trackingNumber: trackingNumber ?? "", promisedFrom: day(promisedFrom), promisedTo: day(promisedTo) };
};
