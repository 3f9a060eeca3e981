import type { Currency } from "@/kernel/currency";
import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { variantKey, type VariantFacts } from "@/modules/catalog/product";
import { typedPrice } from "./typed-price";

/** An offer as typed: a variant with its price in the listing's money and what lies where. `was` is the count that the merchant was shown. */
export type TypedOffer = VariantFacts & {
  readonly offerId: Id<"offer"> | null;
  readonly sku: string;
  readonly price: string;
  readonly isActive: boolean;
  readonly stock: readonly { readonly locationId: Id<"location">; readonly count: number; readonly was: number }[];
};

export type OfferFault = "bad-price" | "same-variant" | "variant-fixed" | "size-needs-system";
export type OffersInvalid = { readonly code: "listing.offers-invalid"; readonly fields: Readonly<Record<string, OfferFault>> };
export type CheckedOffer = Omit<TypedOffer, "price"> & { readonly price: bigint };

/**
 * The rows of the offer table read as prices and variants, or every fault by field ("offers.2.price").
 * No two offers may be the same variant, a size label needs its system, and an offer that shoppers have seen (`fixed`) keeps its variant.
 */
export const checkOffers = (
  offers: readonly TypedOffer[], currency: Currency, fixed: ReadonlyMap<Id<"offer">, Omit<VariantFacts, "weightGrams">>,
): Result<CheckedOffer[], OffersInvalid> => {
  const fields: Record<string, OfferFault> = {};
  const seen = new Set<string>();
  const checked = offers.map((offer, row): CheckedOffer => {
    const at = `offers.${row}`;
    const key = variantKey(offer);
    if (seen.has(key)) fields[`${at}.form`] = "same-variant";
    seen.add(key);
    if (offer.sizeLabel !== null && offer.sizeSystem === null) fields[`${at}.sizeLabel`] = "size-needs-system";
    const before = offer.offerId === null ? undefined : fixed.get(offer.offerId);
    if (before && variantKey(before) !== key) fields[`${at}.form`] = "variant-fixed";
    const price = typedPrice(offer.price, currency);
    if (!price.ok) fields[`${at}.price`] = "bad-price";
    return { ...offer, sizeSystem: offer.sizeLabel === null ? null : offer.sizeSystem, price: price.ok ? price.value.amount : 0n };
  });
  return Object.keys(fields).length > 0 ? refuse({ code: "listing.offers-invalid", fields }) : ok(checked);
};
