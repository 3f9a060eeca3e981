import type { Cart } from "@/modules/cart/cart";
import type { Id } from "@/kernel/id";
import { plainDate, type Instant } from "@/kernel/time";
import type { Address } from "@/modules/shopper/address";
import { database, reader, type Tx } from "@/platform/db";
import type { CheckoutState } from "./checkout";
import { readPromise, writePromise } from "./promise-json";
import type { Quote } from "./quote";
import type { ShippedParcel } from "./checkout";

export type KeptQuote = { readonly id: Id<"quote">; readonly cartId: Id<"cart">; readonly cartVersion: number; readonly quote: Quote; readonly services: Readonly<Record<string, string>>; readonly expiresAt: Instant };

export const insertQuote = async ({ id, cart, quote, services }: { id: Id<"quote">; cart: Cart; quote: Quote; services: Readonly<Record<string, string>> }): Promise<void> => {
  await database().$executeRaw`
    /* plan kept */ insert into quote (id, "cartId", "cartVersion", storefront, currency, total, promise, "createdAt", "expiresAt")
    values (${id}, ${cart.id}, ${cart.version}, ${quote.storefront}, ${quote.currency}, ${quote.total.amount},
      jsonb_build_object('quote', ${writePromise(quote)}::jsonb, 'services', ${JSON.stringify(services)}::jsonb), ${quote.madeAt}::timestamptz, ${quote.expiresAt}::timestamptz)`;
};

type QuoteRow = { id: string; cartId: string; cartVersion: number; promise: { quote: unknown; services: Record<string, string> }; expiresAt: Date; sequence: bigint };

/**
 * A quote of a person's own cart or of the one a browser names, and a number for the order that may come of it; somebody else's is not found.
 * Numbers that no order takes are lost: they are scrambled, and nobody counts them.
 */
export const findQuote = async (id: string, { userId, cartId }: { readonly userId: string | null; readonly cartId: string | null }): Promise<(KeptQuote & { readonly sequence: bigint }) | null> => {
  const [row] = await reader().$queryRaw<QuoteRow[]>`
    /* plan kept */ select q.id, q."cartId", q."cartVersion", q.promise, q."expiresAt", nextval('order_number') as sequence from quote q join cart c on c.id = q."cartId"
    where q.id = ${id} and (c."userId" = ${userId} or (c.id = ${cartId} and c."userId" is null))`;
  return row ? {
    id: row.id as Id<"quote">, cartId: row.cartId as Id<"cart">, cartVersion: row.cartVersion, quote: readPromise(row.promise.quote), services: row.promise.services,
    expiresAt: row.expiresAt.toISOString() as Instant, sequence: row.sequence,
  } : null;
};

/** The address with the customs number closed: the only form in which it is kept. */
export type KeptAddress = Address & { readonly customsId?: { readonly kind: string; /** Gone once the parcels have cleared. */ readonly sealed?: string; readonly masked: string } };

export type CheckoutRow = {
  readonly id: Id<"checkout">; readonly number: string; readonly guestHash: string | null; readonly userId: string | null; readonly email: string; readonly storefront: string;
  readonly market: string; readonly language: string; readonly currency: string; readonly total: bigint; readonly state: CheckoutState; readonly address: KeptAddress;
  readonly promise: Quote & { readonly quoteId: string }; readonly cartId: string; readonly cartVersion: number; readonly createdAt: Instant; readonly holdUntil: Instant; readonly paidAt: Instant | null;
};

/**
 * Locks the cart and writes a checkout of the version that was quoted, in one statement. False: the cart is at another version, or a checkout of this
 * version is there already; nothing was written, and the cart is locked if it was at that version.
 */
export const insertCheckout = async (tx: Tx, { promise, ...row }: Omit<CheckoutRow, "paidAt">): Promise<boolean> => {
  const written = await tx.$executeRaw`
    /* plan kept */ with held as (select id from cart where id = ${row.cartId} and version = ${row.cartVersion} for update)
    insert into checkout select r.* from held, jsonb_populate_record(null::checkout, ${JSON.stringify({ ...row, total: row.total.toString() })}::jsonb || jsonb_build_object('promise', ${writePromise(promise)}::jsonb)) r
    on conflict ("cartId", "cartVersion") do nothing`;
  return written === 1;
};

type Kept = { address: unknown; promise: unknown; createdAt: Date; holdUntil: Date; paidAt: Date | null };
const rowOf = (row: Kept): CheckoutRow => ({
  ...(row as unknown as CheckoutRow), address: row.address as KeptAddress, promise: readPromise(row.promise) as CheckoutRow["promise"],
  createdAt: row.createdAt.toISOString() as Instant, holdUntil: row.holdUntil.toISOString() as Instant, paidAt: row.paidAt && (row.paidAt.toISOString() as Instant),
});

/** What decides who may see a checkout. */
export type WhoseCheckout = Pick<CheckoutRow, "id" | "number" | "userId" | "guestHash">;

export const findBySession = async (sessionId: string): Promise<WhoseCheckout | null> => {
  const [row] = await reader().$queryRaw<WhoseCheckout[]>`
    /* plan kept */ select c.id, c.number, c."userId", c."guestHash" from payment_attempt a join checkout c on c.id = a."checkoutId" where a."sessionId" = ${sessionId}`;
  return row ?? null;
};

export const findCheckout = async (where: { id: string } | { number: string } | { cartId_cartVersion: { cartId: string; cartVersion: number } }): Promise<CheckoutRow | null> => {
  const row = await reader().checkout.findUnique({ where: where as { id: string } });
  return row && rowOf(row);
};

/** The checkout with its row locked: webhook, return page and sweeper take turns. */
export const lockCheckout = async (tx: Tx, id: string): Promise<CheckoutRow | null> => {
  const rows = await tx.$queryRaw<(Kept & { total: bigint })[]>`select * from checkout where id = ${id} for update`;
  return rows[0] ? rowOf(rows[0]) : null;
};

export const setCheckoutState = async (tx: Tx, id: string, state: Exclude<CheckoutState, "paid">): Promise<void> => {
  await tx.checkout.updateMany({ where: { id }, data: { state } });
};

/** Whether something of a checkout was ordered once more out of the same cart, by an order that is paid or may still be. */
export const isOrderedAgain = async (tx: Tx, { id, cartId, cartVersion }: Pick<CheckoutRow, "id" | "cartId" | "cartVersion">): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    select exists (select 1 from checkout n join consignment c on c."checkoutId" = n.id join order_line l on l."consignmentId" = c.id
      where n."cartId" = ${cartId} and n."cartVersion" > ${cartVersion} and n.state in ('awaiting-payment', 'awaiting-async', 'paid')
        and l."offerId" in (select o."offerId" from order_line o join consignment p on p.id = o."consignmentId" where p."checkoutId" = ${id})) as is`;
  return row?.is ?? false;
};

/** Checkouts whose units were kept long enough, oldest first. */
export const listOverdueCheckouts = async (at: Instant): Promise<readonly string[]> =>
  (await database().checkout.findMany({ where: { state: "awaiting-payment", holdUntil: { lt: at } }, select: { id: true }, orderBy: { holdUntil: "asc" }, take: 200 })).map((row) => row.id);

type ToTell = { id: string; part: number; email: string; name: string; storefront: string; amount: bigint; currency: string; promisedFrom: Date; handlingDays: number };

/** Writes a checkout down as paid, and gives who is told of its consignments: the merchant's address, in the language of its first owner. */
export const setPaid = (tx: Tx, checkoutId: string, at: Instant): Promise<ToTell[]> => tx.$queryRaw<ToTell[]>`
  /* plan kept */ with paid as (update checkout set state = 'paid', "paidAt" = ${at}::timestamptz where id = ${checkoutId})
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
