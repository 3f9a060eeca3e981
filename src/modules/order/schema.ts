import { z } from "zod";
import { isIdOf, type Id } from "@/kernel/id";
import { carriers } from "./tracking";

const consignment = {
  consignmentId: z.string().max(40).refine((text): text is Id<"consignment"> => isIdOf("consignment", text)),
  version: z.int().min(1).max(2_147_483_647),
};

export const markShippedSchema = z.strictObject({ ...consignment, carrier: z.enum(carriers), trackingNumber: z.string().max(60) });
export const markDeliveredSchema = z.strictObject(consignment);

export type MarkShipped = z.output<typeof markShippedSchema>;
export type MarkDelivered = z.output<typeof markDeliveredSchema>;
