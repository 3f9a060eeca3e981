-- AlterTable
ALTER TABLE "shelf_entry" ADD COLUMN     "aisle" TEXT;

-- AlterTable
ALTER TABLE "search_document" ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "popularity" INTEGER NOT NULL DEFAULT 0;

-- What is on the shelves already says it for the documents and for the shelves above.
UPDATE "shelf_entry" e SET "aisle" = c."path"[2] FROM "listing" l JOIN "product" p ON p."id" = l."productId" JOIN "category" c ON c."id" = p."categoryId" WHERE l."id" = e."listingId";
UPDATE "search_document" d SET "popularity" = e."popularity", "number" = e."number" FROM "shelf_entry" e WHERE e."listingId" = d."listingId" AND e."categoryId" = 'all';
