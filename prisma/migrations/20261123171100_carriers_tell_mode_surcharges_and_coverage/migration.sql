-- AlterTable
ALTER TABLE "carrier_service" ADD COLUMN     "coverage" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "insurance" JSONB,
ADD COLUMN     "mode" TEXT NOT NULL DEFAULT 'courier',
ADD COLUMN     "surcharges" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "transitShares" JSONB NOT NULL DEFAULT '[]';
