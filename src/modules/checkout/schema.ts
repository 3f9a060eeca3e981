import { z } from "zod";
import { isIdOf, type Id } from "@/kernel/id";
import { storefrontTag } from "@/modules/cart/schema";

const text = (most: number) => z.string().max(most);
const typed = text(200).optional();

export const prepareQuoteSchema = z.strictObject({
  storefront: storefrontTag,
  region: text(60).nullable(),
  postcode: text(20).nullable(),
  // "<merchant>.<location>" → service: what was chosen for each parcel.
  // Whose limits are counted, as far as it is typed; neither is kept with a price.
  customsId: text(64).nullable().optional(),
  email: text(254).nullable().optional(),
  services: z.record(z.string().max(80), z.string().max(80)).refine((chosen) => Object.keys(chosen).length <= 60),
});

export const placeOrderSchema = z.strictObject({
  quoteId: z.string().max(40).refine((id): id is Id<"quote"> => isIdOf("quote", id)),
  email: text(254),
  address: z.strictObject({
    recipient: typed, organization: typed, line1: typed, line2: typed, dependentLocality: typed, locality: typed, region: typed, postcode: typed,
    phone: typed, latinRecipient: typed, latinLine1: typed, latinLocality: typed,
  }),
  customsId: text(64).nullable(),
  hasAgreed: z.boolean(),
});
export type PlaceOrder = z.output<typeof placeOrderSchema>;
export type PrepareQuote = z.output<typeof prepareQuoteSchema>;
