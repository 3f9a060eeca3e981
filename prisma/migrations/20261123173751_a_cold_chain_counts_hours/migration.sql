-- AlterTable
ALTER TABLE "carrier_service" ADD COLUMN     "hoursMax" INTEGER,
ADD COLUMN     "hoursMin" INTEGER;
