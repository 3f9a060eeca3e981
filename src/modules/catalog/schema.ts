import { z } from "zod";
import { isIdOf, type Id } from "@/kernel/id";
import { families, measures } from "@/modules/sizing/size-table";
import { garmentMeasures, mostLines } from "./size-chart";

const typed = z.string().max(16);
const chart = {
  brandId: z.string().max(40).refine((text): text is Id<"brand"> => isIdOf("brand", text)),
  family: z.enum(families),
  /** 0 where there is no chart yet. */
  version: z.int().min(0).max(2_147_483_647),
};

export const saveSizeChartSchema = z.strictObject({
  ...chart,
  system: z.string().regex(/^[A-Za-z_]{2,12}$/),
  unit: z.enum(["cm", "in"]),
  rows: z.array(z.strictObject({
    label: z.string().max(20), body: z.partialRecord(z.enum(measures), typed), garment: z.partialRecord(z.enum(garmentMeasures), typed),
  })).max(mostLines),
});
export const removeSizeChartSchema = z.strictObject(chart);

export type SaveSizeChart = z.output<typeof saveSizeChartSchema>;
export type RemoveSizeChart = z.output<typeof removeSizeChartSchema>;
