-- CreateTable
CREATE TABLE "trade_restriction" (
    "id" TEXT NOT NULL,
    "market" TEXT NOT NULL,
    "formula" TEXT NOT NULL,
    "document" TEXT,
    "pieces" INTEGER,
    "hsPrefixes" TEXT[],
    "categories" TEXT[],
    "flags" TEXT[],
    "transports" TEXT[],
    "shipFrom" TEXT[],
    "effectiveFrom" DATE NOT NULL,
    "effectiveTo" DATE,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "checkedOn" DATE NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "trade_restriction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_document" (
    "id" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "storedAs" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "validUntil" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "note" TEXT,

    CONSTRAINT "listing_document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "trade_restriction_market_effectiveFrom_idx" ON "trade_restriction"("market", "effectiveFrom");

-- CreateIndex
CREATE INDEX "listing_document_listingId_state_idx" ON "listing_document"("listingId", "state");

-- CreateIndex
CREATE INDEX "listing_document_state_createdAt_idx" ON "listing_document"("state", "createdAt");

-- AddForeignKey
ALTER TABLE "listing_document" ADD CONSTRAINT "listing_document_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
