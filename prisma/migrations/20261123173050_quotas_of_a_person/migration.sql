-- CreateTable
CREATE TABLE "quota_use" (
    "consignmentId" TEXT NOT NULL,
    "market" CHAR(2) NOT NULL,
    "person" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "goods" BIGINT NOT NULL,
    "delivery" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "usedRelief" BOOLEAN NOT NULL,

    CONSTRAINT "quota_use_pkey" PRIMARY KEY ("consignmentId")
);

-- CreateIndex
CREATE INDEX "quota_use_market_person_day_idx" ON "quota_use"("market", "person", "day");

-- CreateIndex
CREATE INDEX "quota_use_day_idx" ON "quota_use"("day");
