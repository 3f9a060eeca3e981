import type Stripe from "stripe";

/** Stripe's rule: given keys replace, an empty value removes its key, an empty whole removes all. Values are text, whatever was sent. */
export const mergeMetadata = (current: Stripe.Metadata, given: Stripe.MetadataParam | "" | null | undefined): Stripe.Metadata => {
  if (given === undefined) return current;
  if (given === "" || given === null) return {};
  const merged = { ...current };
  for (const [key, value] of Object.entries(given)) {
    if (value === "" || value === null) delete merged[key];
    else merged[key] = String(value);
  }
  return merged;
};
