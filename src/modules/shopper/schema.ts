import { z } from "zod";
import { isIdOf, type Id } from "@/kernel/id";
import { measures } from "@/modules/sizing/size-table";

const typed = z.string().max(200).optional();
const addressId = z.string().max(40).refine((text): text is Id<"address"> => isIdOf("address", text));
const listingId = z.string().max(40).refine((text): text is Id<"listing"> => isIdOf("listing", text));

/** An address as somebody typed it. What it must hold is the country's to say, not the schema's. */
export const typedAddressSchema = z.strictObject({
  recipient: typed, organization: typed, line1: typed, line2: typed, dependentLocality: typed, locality: typed, region: typed, postcode: typed,
  phone: typed, latinRecipient: typed, latinLine1: typed, latinLocality: typed,
});

export const saveAddressSchema = z.strictObject({
  addressId: addressId.nullable(),
  country: z.string().regex(/^[A-Z]{2}$/),
  address: typedAddressSchema,
  isDefault: z.boolean(),
});
export const addressOnlySchema = z.strictObject({ addressId });
export const saveMeasurementsSchema = z.strictObject({ unit: z.enum(["cm", "in"]), measures: z.partialRecord(z.enum(measures), z.string().max(12)) });
export const toggleWishSchema = z.strictObject({ listingId, isWished: z.boolean() });
export const saveStorefrontSchema = z.strictObject({ storefront: z.string().regex(/^[a-z]{2}-[a-z]{2}$/) });

export type SaveAddress = z.output<typeof saveAddressSchema>;
export type SaveMeasurements = z.output<typeof saveMeasurementsSchema>;
