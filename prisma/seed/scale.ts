import { database } from "@/platform/db";

/** A copy's id: a mark and the copy's number take the place of six characters of chance, so that ids stay unique, well-formed and sorted by time. */
const copied = (column: string): string => `overlay(${column} placing 'zz' || lpad(to_hex(copy.n), 4, '0') from 15 for 6)`;

/**
 * Grows the seed to a number of listings by copying whole listings inside PostgreSQL, stock, texts, shelves and search documents included:
 * what a test of size needs is many rows of the right shape, and copying beats making them by two orders of magnitude.
 * A copy's title carries its number; reviews and orders are not copied.
 */
export const growTo = async (wanted: number): Promise<string> => {
  const have = await database().listing.count();
  const copies = Math.ceil((wanted - have) / have);
  if (copies < 1) return "nothing to add";
  const last = wanted - have - (copies - 1) * have;
  const run = async (sql: string): Promise<void> => void (await database().$executeRawUnsafe(sql));
  // The last round copies only as many as are still wanted.
  await run(`DROP TABLE IF EXISTS "growth"`);
  await run(`CREATE UNLOGGED TABLE "growth" AS
    SELECT l."id" AS "listingId", l."productId", copy.n FROM generate_series(1, ${copies}) AS copy(n)
    CROSS JOIN (SELECT "id", "productId", row_number() OVER (ORDER BY "number") AS place FROM "listing") l
    WHERE copy.n < ${copies} OR l.place <= ${last}`);
  await run(`CREATE INDEX ON "growth" ("listingId")`);
  await run(`CREATE INDEX ON "growth" ("productId")`);
  await run(`ANALYZE "growth"`);
  const from = (table: string, key: "listingId" | "productId", column: string) => `FROM "growth" copy JOIN "${table}" t ON t."${column}" = copy."${key}"`;
  await run(`INSERT INTO "product" SELECT (jsonb_populate_record(t, jsonb_build_object('id', ${copied('t."id"')}))).* ${from("product", "productId", "id")}`);
  await run(`INSERT INTO "product_text" SELECT ${copied('t."productId"')}, t."language", t."title" || ' · ' || copy.n, t."description", t."slug" || '-' || copy.n, t."keywords", t."writtenBy" ${from("product_text", "productId", "productId")}`);
  await run(`INSERT INTO "variant" SELECT (jsonb_populate_record(t, jsonb_build_object('id', ${copied('t."id"')}, 'productId', ${copied('t."productId"')}))).* ${from("variant", "productId", "productId")}`);
  await run(`INSERT INTO "picture" SELECT (jsonb_populate_record(t, jsonb_build_object('id', ${copied('t."id"')}, 'productId', ${copied('t."productId"')}))).* ${from("picture", "productId", "productId")}`);
  await run(`INSERT INTO "listing" SELECT (jsonb_populate_record(t, jsonb_build_object('id', ${copied('t."id"')}, 'productId', ${copied('t."productId"')}, 'number', t."number" + copy.n * 5000, 'basePrice', t."basePrice" + copy.n % 7 * (t."basePrice" / 50)))).* ${from("listing", "listingId", "id")}`);
  await run(`INSERT INTO "offer" SELECT (jsonb_populate_record(t, jsonb_build_object('id', ${copied('t."id"')}, 'listingId', ${copied('t."listingId"')}, 'variantId', ${copied('t."variantId"')}, 'sku', t."sku" || '-' || copy.n, 'price', t."price" + copy.n % 7 * (t."price" / 50)))).* ${from("offer", "listingId", "listingId")}`);
  await run(`INSERT INTO "stock" SELECT ${copied('t."offerId"')}, t."locationId", t."onHand", 0 FROM "growth" copy JOIN "offer" o ON o."listingId" = copy."listingId" JOIN "stock" t ON t."offerId" = o."id"`);
  await run(`INSERT INTO "shelf_entry" SELECT (jsonb_populate_record(t, jsonb_build_object('listingId', ${copied('t."listingId"')}, 'number', t."number" + copy.n * 5000, 'popularity', t."popularity" * (100 - copy.n % 90) / 100, 'referencePrice', t."referencePrice" + copy.n % 7 * (t."referencePrice" / 50)))).* ${from("shelf_entry", "listingId", "listingId")}`);
  await run(`INSERT INTO "search_document" SELECT ${copied('t."listingId"')}, t."language", t."document" ${from("search_document", "listingId", "listingId")}`);
  await run(`DROP TABLE "growth"`);
  return `${await database().listing.count()} listings`;
};

/** Copies and imports name their own numbers; the next new listing must come after them. */
export const continueNumbers = async (): Promise<void> => {
  await database().$executeRawUnsafe(`SELECT setval(pg_get_serial_sequence('listing', 'number'), (SELECT max("number") FROM "listing"))`);
  await database().$executeRawUnsafe(`ANALYZE`);
};
