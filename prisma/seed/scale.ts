import { database, type Tx } from "@/platform/db";
import { loadWithoutIndexes } from "./bulk-load";

/** A copy's id: a mark and the copy's number take the place of six characters of chance, so that ids stay unique, well-formed and sorted by time. */
const copied = (column: string): string => `overlay(t."${column}" placing 'zz' || lpad(to_hex(copy.n), 4, '0') from 15 for 6)`;

// The seed's own listings have fewer numbers than this; a round of copies stands that much higher than the one before.
const span = 5000;

const higher = `t."number" + copy.n * ${span}`;
const lessPopular = `t."popularity" * (100 - copy.n % 90) / 100`;

type Copying = { readonly table: string; readonly key: "listingId" | "productId"; readonly by: string; readonly changes: Readonly<Record<string, string>> };

// Tables of a listing in the order of their references, by what each row is found, and what of it differs in a copy.
const copyings: readonly Copying[] = [
  { table: "product", key: "productId", by: "id", changes: { id: copied("id") } },
  { table: "product_text", key: "productId", by: "productId", changes: { productId: copied("productId"), title: `t."title" || ' · ' || copy.n`, slug: `t."slug" || '-' || copy.n` } },
  { table: "variant", key: "productId", by: "productId", changes: { id: copied("id"), productId: copied("productId") } },
  { table: "picture", key: "productId", by: "productId", changes: { id: copied("id"), productId: copied("productId") } },
  { table: "listing", key: "listingId", by: "id", changes: {
    id: copied("id"), productId: copied("productId"), number: higher, basePrice: `t."basePrice" + copy.n % 7 * (t."basePrice" / 50)`,
  } },
  { table: "offer", key: "listingId", by: "listingId", changes: {
    id: copied("id"), listingId: copied("listingId"), variantId: copied("variantId"), sku: `t."sku" || '-' || copy.n`, price: `t."price" + copy.n % 7 * (t."price" / 50)`,
  } },
  { table: "offer_price", key: "listingId", by: "offerId", changes: { offerId: copied("offerId"), amount: `t."amount" + copy.n % 7 * (t."amount" / 50)` } },
  { table: "stock", key: "listingId", by: "offerId", changes: { offerId: copied("offerId"), reserved: "0" } },
  { table: "shelf_entry", key: "listingId", by: "listingId", changes: {
    listingId: copied("listingId"), number: higher, popularity: lessPopular,
    referencePrice: `t."referencePrice" + copy.n % 7 * (t."referencePrice" / 50)`,
  } },
  { table: "search_document", key: "listingId", by: "listingId", changes: { listingId: copied("listingId"), number: higher, popularity: lessPopular } },
];

const copy = async (tx: Tx, { table, key, by, changes }: Copying): Promise<void> => {
  const columns = await tx.$queryRawUnsafe<{ name: string }[]>(
    `SELECT attname AS "name" FROM pg_attribute WHERE attrelid = '"${table}"'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`);
  const source = by === "offerId" ? `"offer" o ON o."listingId" = copy."listingId" JOIN "${table}" t ON t."offerId" = o."id"` : `"${table}" t ON t."${by}" = copy."${key}"`;
  await tx.$executeRawUnsafe(`INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(", ")})
    SELECT ${columns.map(({ name }) => changes[name] ?? `t."${name}"`).join(", ")} FROM "growth" copy JOIN ${source}`);
};

/**
 * Grows the seed to a number of listings by copying whole listings inside PostgreSQL, stock, texts, shelves and search documents included:
 * what a test of size needs is many rows of the right shape, and copying beats making them by two orders of magnitude.
 * All of it in one transaction: interrupted, it leaves the shop as it was. Only the seed's own listings are copied, so that it can grow again.
 * A copy's title carries its number; reviews and orders are not copied.
 */
export const growTo = async (wanted: number): Promise<string> => {
  const { _count: have, _min: { number: lowest }, _max: { number: highest } } = await database().listing.aggregate({ _count: true, _min: { number: true }, _max: { number: true } });
  if (lowest === null || highest === null) return "nothing to copy";
  const originals = await database().listing.count({ where: { number: { lt: lowest + span } } });
  const rounds = Math.ceil((wanted - have) / originals);
  if (rounds < 1) return "nothing to add";
  const first = Math.floor((highest - lowest) / span) + 1;
  const last = first + rounds - 1;
  await database().$transaction(async (tx) => {
    // The last round copies only as many as are still wanted.
    await tx.$executeRawUnsafe(`CREATE TEMPORARY TABLE "growth" ON COMMIT DROP AS
      SELECT l."id" AS "listingId", l."productId", copy.n FROM generate_series(${first}, ${last}) AS copy(n)
      CROSS JOIN (SELECT "id", "productId", row_number() OVER (ORDER BY "number") AS place FROM "listing" WHERE "number" < ${lowest + span}) l
      WHERE copy.n < ${last} OR l.place <= ${wanted - have - (rounds - 1) * originals}`);
    await tx.$executeRawUnsafe(`ANALYZE "growth"`);
    await loadWithoutIndexes(tx, copyings.map(({ table }) => table), async () => {
      for (const each of copyings) await copy(tx, each);
    });
  }, { maxWait: 10_000, timeout: 3_600_000 });
  return `${await database().listing.count()} listings`;
};

/** Copies and imports name their own numbers; the next new listing must come after them. */
export const continueNumbers = async (): Promise<void> => {
  await database().$executeRawUnsafe(`SELECT setval(pg_get_serial_sequence('listing', 'number'), (SELECT max("number") FROM "listing"))`);
  await database().$executeRawUnsafe(`ANALYZE`);
};
