import type { OpenStorefront } from "@/modules/market/queries";
import { reader } from "@/platform/db";
import { Prisma } from "@/platform/db/generated/client";
import type { Card } from "./card";
import { listCards } from "./card-queries";
import { offeredIn } from "./shelf-queries";

export type MakerCursor = { readonly popularity: number; readonly number: number };
export type MakerShelf = { readonly cards: readonly Card[]; readonly total: number; readonly next: string | null };

const pageSize = 30;

/** "812.10423", as it stands in an address; anything else is the beginning. */
export const readMakerCursor = (text: unknown): MakerCursor | null => {
  const match = typeof text === "string" ? /^(\d{1,9})\.(\d{1,9})$/.exec(text) : null;
  return match ? { popularity: Number(match[1]), number: Number(match[2]) } : null;
};

/** What a merchant, or one of its brands, offers in a storefront, the most popular first. Three statements: the shelf, the cards, their prices. */
export const listOfMaker = async (of: { readonly merchantId: string } | { readonly brandId: string }, storefront: OpenStorefront, after: MakerCursor | null = null): Promise<MakerShelf> => {
  const whose = "merchantId" in of ? Prisma.sql`e."merchantId" = ${of.merchantId}` : Prisma.sql`e."brandId" = ${of.brandId}`;
  // Found through the maker's own listings: the shelf of everything has no index by maker.
  const own = "merchantId" in of
    ? Prisma.sql`select l.id from listing l where l."merchantId" = ${of.merchantId} and l.state = 'live'`
    : Prisma.sql`select l.id from product p join listing l on l."productId" = p.id where p."brandId" = ${of.brandId} and l.state = 'live'`;
  const rows = await reader().$queryRaw<{ listingId: string; number: number; popularity: number; total: number }[]>`
    with shelf as (select e."listingId", e.number, e.popularity from shelf_entry e
      where e."listingId" in (${own}) and e."categoryId" = 'all' and ${whose} and ${offeredIn(storefront.profile.code)})
    select shelf.*, (select count(*)::int from shelf) as total from shelf
    where ${after ? Prisma.sql`(popularity, number) < (${after.popularity}::int, ${after.number}::int)` : Prisma.sql`true`}
    order by popularity desc, number desc limit ${pageSize + 1}`;
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    cards: await listCards(shown.map((row) => row.listingId), storefront),
    total: rows[0]?.total ?? 0,
    next: rows.length > pageSize && last ? `${last.popularity}.${last.number}` : null,
  };
};
