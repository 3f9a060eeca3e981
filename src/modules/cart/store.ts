import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { money } from "@/kernel/money";
import type { Instant } from "@/kernel/time";
import { database, reader, type Tx } from "@/platform/db";
import type { Cart, CartLine } from "./cart";

type CartRow = { id: string; userId: string | null; storefront: string; version: number; lines: { id: string; offerId: string; quantity: number; amount: string; currency: string }[] };

const cartOf = (row: CartRow): Cart => ({
  id: row.id as Id<"cart">, userId: row.userId as Id<"user"> | null, storefront: row.storefront, version: row.version,
  lines: row.lines.map((line) => ({ id: line.id as Id<"cartLine">, offerId: line.offerId as Id<"offer">, quantity: line.quantity, accepted: money(BigInt(line.amount), line.currency as Currency) })),
});

/** A cart with its lines, oldest first, in one statement. */
export const findCart = async (cartId: string): Promise<Cart | null> => {
  const rows = await reader().$queryRaw<CartRow[]>`
    /* plan kept */ select c.id, c."userId", c.storefront, c.version, coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'offerId', l."offerId", 'quantity', l.quantity,
      'amount', l."acceptedPrice"::text, 'currency', l.currency) order by l."addedAt", l.id) from cart_line l where l."cartId" = c.id), '[]') as lines
    from cart c where c.id = ${cartId}`;
  return rows[0] ? cartOf(rows[0]) : null;
};

/** The cart with its row locked: two clicks at once take turns. */
export const lockCart = async (tx: Tx, cartId: string): Promise<Cart | null> => {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from cart where id = ${cartId} for update`;
  return locked[0] ? findCart(cartId) : null;
};

/** The carts that a browser may mean, with their lines, the one last touched first: a person's own, and the one that a cookie names while it is nobody's. */
export const findCartsOf = async (userId: string | null, cookieId: string | null): Promise<readonly Cart[]> => {
  if (!userId && !cookieId) return [];
  const rows = await reader().$queryRaw<CartRow[]>`
    /* plan kept */ select c.id, c."userId", c.storefront, c.version, coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'offerId', l."offerId", 'quantity', l.quantity,
      'amount', l."acceptedPrice"::text, 'currency', l.currency) order by l."addedAt", l.id) from cart_line l where l."cartId" = c.id), '[]') as lines
    from cart c where c."userId" = ${userId} or (c.id = ${cookieId} and c."userId" is null) order by c."updatedAt" desc`;
  return rows.map(cartOf);
};

/**
 * Puts one line into a cart as it was seen, and counts the cart on, in one statement; a cart that was not there yet is made with it.
 * False: the cart has changed since it was seen, and nothing was written.
 */
export const putLine = async (seen: { readonly id: Id<"cart">; readonly userId: string | null; readonly version: number; readonly storefront: string }, line: CartLine, at: Instant): Promise<boolean> => {
  const written = await database().$executeRaw`
    /* plan kept */ with kept as (
      insert into cart as c (id, "userId", storefront, version, "createdAt", "updatedAt")
      values (${seen.id}, ${seen.userId}, ${seen.storefront}, 1, ${at}::timestamptz, ${at}::timestamptz)
      on conflict (id) do update set version = c.version + 1, storefront = excluded.storefront, "updatedAt" = excluded."updatedAt" where c.version = ${seen.version}
      returning c.id)
    insert into cart_line (id, "cartId", "offerId", quantity, "acceptedPrice", currency)
    select ${line.id}, kept.id, ${line.offerId}, ${line.quantity}, ${line.accepted.amount}, ${line.accepted.currency} from kept
    on conflict ("cartId", "offerId") do update set quantity = excluded.quantity, "acceptedPrice" = excluded."acceptedPrice", currency = excluded.currency`;
  return written === 1;
};

export const giveCart = async (tx: Tx, cartId: string, userId: string): Promise<void> => {
  await tx.cart.updateMany({ where: { id: cartId, userId: null }, data: { userId, version: { increment: 1 } } });
};

/** Every change of a cart goes with its version: a checkout is of one version. */
export const touchCart = async (tx: Tx, cartId: string, storefront?: string): Promise<void> => {
  await tx.cart.update({ where: { id: cartId }, data: { version: { increment: 1 }, ...(storefront ? { storefront } : {}) }, select: { id: true } });
};

export const saveLine = async (tx: Tx, cartId: string, line: CartLine): Promise<void> => {
  await tx.$executeRaw`
    insert into cart_line (id, "cartId", "offerId", quantity, "acceptedPrice", currency)
    values (${line.id}, ${cartId}, ${line.offerId}, ${line.quantity}, ${line.accepted.amount}, ${line.accepted.currency})
    on conflict ("cartId", "offerId") do update set quantity = excluded.quantity, "acceptedPrice" = excluded."acceptedPrice", currency = excluded.currency`;
};

export const removeLineRow = async (tx: Tx, cartId: string, lineId: string): Promise<number> =>
  (await tx.cartLine.deleteMany({ where: { id: lineId, cartId } })).count;

export const removeCart = async (tx: Tx, cartId: string): Promise<void> => {
  await tx.cart.deleteMany({ where: { id: cartId } });
};

/** Takes what was bought out of a cart: only the pieces that were paid for, so that what was added since stays. */
export const takeOut = async (tx: Tx, cartId: string, bought: readonly { readonly offerId: string; readonly quantity: number }[]): Promise<void> => {
  const wanted = JSON.stringify(bought);
  await tx.$executeRaw`
    /* plan kept */ with bought as (select * from jsonb_to_recordset(${wanted}::jsonb) as b("offerId" text, quantity int)),
    gone as (delete from cart_line l using bought b where l."cartId" = ${cartId} and l."offerId" = b."offerId" and l.quantity <= b.quantity returning l.id),
    fewer as (update cart_line l set quantity = l.quantity - b.quantity from bought b where l."cartId" = ${cartId} and l."offerId" = b."offerId" and l.quantity > b.quantity returning l.id)
    update cart set version = version + 1, "updatedAt" = now() where id = ${cartId}`;
};
