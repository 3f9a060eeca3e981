-- CreateTable
CREATE TABLE "size_chart" (
    "brandId" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "size_chart_pkey" PRIMARY KEY ("brandId","family")
);

-- AddForeignKey
ALTER TABLE "size_chart" ADD CONSTRAINT "size_chart_brandId_fkey" FOREIGN KEY ("brandId") REFERENCES "brand"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A chart without a line says nothing.
ALTER TABLE "size_chart" ADD CONSTRAINT "size_chart_rows_check" CHECK (jsonb_typeof("rows") = 'array' AND jsonb_array_length("rows") > 0);
