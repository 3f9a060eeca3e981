import { beforeAll, expect, it } from "vitest";
import { indexListings } from "@/modules/discovery/commands/index-listings";
import { search } from "@/modules/discovery/search-queries";
import { everything } from "@/modules/discovery/shelf-filter";
import { findStorefront } from "@/modules/market/queries";
import { database } from "@/platform/db";
import { growTo } from "../../../prisma/seed/scale";
import { addGoods, addMerchant, openShop } from "./shop";

const lawsOfTables = (): Promise<unknown> => database().$queryRawUnsafe(`
  SELECT indexname::text AS name, indexdef AS law FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`);

let before: unknown;
beforeAll(async () => {
  await openShop();
  await addMerchant("maker");
  await addGoods(Array.from({ length: 12 }, (_, index) => ({ number: 1 + index, titles: { pt: `Vestido ${index}`, en: `Dress ${index}` } })));
  await indexListings("all");
  before = await lawsOfTables();
});

it("a grown shop has exactly as many listings as were asked for, each with its offers and stock, and they are found", async () => {
  expect(await growTo(100)).toBe("100 listings");
  const [counted] = await database().$queryRawUnsafe<Record<string, number>[]>(`SELECT (SELECT count(*)::int FROM "listing") AS listings, (SELECT count(DISTINCT "listingId")::int FROM "offer") AS offered,
    (SELECT count(DISTINCT "offerId")::int FROM "stock") AS stocked, (SELECT count(DISTINCT "number")::int FROM "listing") AS numbers, (SELECT count(*)::int FROM "shelf_entry" WHERE "categoryId" = 'all') AS shown`);
  expect(counted).toEqual({ listings: 100, offered: 100, stocked: 100, numbers: 100, shown: 100 });
  const brazil = await findStorefront("pt-br");
  expect(brazil && (await search({ storefront: brazil, q: "vestido", filter: everything })).total).toBe(100);
});

it("growing takes no index and no reference away for good", async () => expect(await lawsOfTables()).toEqual(before));

it("a grown shop can grow again", async () => {
  expect(await growTo(130)).toBe("130 listings");
  expect(await growTo(90)).toBe("nothing to add");
});

it("a growth that fails leaves the shop as it was", async () => {
  await database().$executeRawUnsafe(`ALTER TABLE "stock" ADD CONSTRAINT "no_more" CHECK ("offerId" NOT LIKE '%zz000c')`);
  await expect(growTo(300)).rejects.toThrow(/no_more/);
  await database().$executeRawUnsafe(`ALTER TABLE "stock" DROP CONSTRAINT "no_more"`);
  expect(await database().listing.count()).toBe(130);
  expect(await lawsOfTables()).toEqual(before);
});
