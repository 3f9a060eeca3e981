import type { MerchantActor } from "@/modules/access/actor";
import type { Parcel } from "@/modules/logistics/parcel";
import { reader } from "@/platform/db";
import { readPromise } from "./promise-json";
import type { QuoteConsignment } from "./quote";

/** What the papers of a consignment need beside the consignment itself: who sends it, how heavy its goods are, and the parcels that were promised. */
export type PaperFacts = {
  readonly part: number;
  readonly serviceId: string;
  readonly sender: { readonly name: string; readonly email: string };
  /** Of each offer: a piece as it is packed. */
  readonly pieces: ReadonlyMap<string, Parcel & { readonly flags: readonly string[] }>;
  /** As the checkout packed them; null for orders from before it kept them. */
  readonly parcels: QuoteConsignment["parcels"] | null;
};

/** Those facts of the merchant's own consignment; ownership is in the `where`. */
export const findPaperFacts = async (actor: MerchantActor, id: string): Promise<PaperFacts | null> => {
  const row = await reader().consignment.findFirst({
    where: { id, merchantId: actor.merchantId },
    select: { part: true, serviceId: true, merchant: { select: { legalName: true, contactEmail: true } }, checkout: { select: { promise: true } }, lines: { select: { offerId: true } } },
  });
  if (!row) return null;
  const offers = await reader().offer.findMany({
    where: { id: { in: row.lines.map(({ offerId }) => offerId) } },
    select: { id: true, variant: { select: { weightGrams: true, product: { select: { lengthMm: true, widthMm: true, heightMm: true, flags: true } } } } },
  });
  const promise = readPromise(row.checkout.promise) as { readonly consignments?: readonly QuoteConsignment[] };
  return {
    part: row.part, serviceId: row.serviceId, sender: { name: row.merchant.legalName, email: row.merchant.contactEmail },
    pieces: new Map(offers.map(({ id: offerId, variant: { weightGrams, product } }) => [offerId, { weightGrams, sizeMm: [product.lengthMm, product.widthMm, product.heightMm] as const, flags: product.flags }])),
    parcels: promise.consignments?.[row.part - 1]?.parcels ?? null,
  };
};
