-- AlterTable
ALTER TABLE "listing_document" ADD COLUMN     "reason" TEXT;
