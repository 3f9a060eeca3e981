import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { arrangeVariants } from "@/modules/catalog/commands/arrange-variants";
import { newId, now } from "@/platform/clock";
import { checkOffers, type OffersInvalid } from "../offers";
import type { ChangeOffers } from "../schema";
import { countOwnLocations, loadOffers, moveStock, saveOffers } from "../store";
import { changeListing, type ChangeRefusal, type Saved } from "./change-listing";

export type StockReserved = { readonly code: "listing.stock-reserved" };
export type NoSuchLocation = { readonly code: "listing.no-such-location" };
export type NoSuchOffer = { readonly code: "listing.no-such-offer" };
export type CurrencyFixed = { readonly code: "listing.currency-fixed" };
export type OffersRefusal = ChangeRefusal | OffersInvalid | StockReserved | NoSuchLocation | NoSuchOffer | CurrencyFixed;

/**
 * Sets the variants of a listing with their prices and counted stock.
 *
 * A draft may change everything. Once shoppers have seen it, an offer's colour and size stay what they were (somebody may have ordered it), an offer that is
 * left out is taken off and kept, and the currency stays. Stock moves by what the merchant changed and never below what checkouts hold.
 * Faults of single rows come back by field ("offers.2.price"), so that nothing typed is lost.
 */
export const changeOffers = (actor: MerchantActor, { listingId, version, currency, offers }: ChangeOffers): Promise<Result<Saved, OffersRefusal>> =>
  changeListing<OffersRefusal>(actor, { listingId, version }, async (tx, listing) => {
    const wasSeen = listing.publishedAt !== null;
    if (wasSeen && currency !== listing.currency) return refuse({ code: "listing.currency-fixed" });
    const stored = new Map((await loadOffers(tx, listing.id)).map((offer) => [offer.id, offer]));
    if (offers.some(({ offerId }) => offerId !== null && !stored.has(offerId))) return refuse({ code: "listing.no-such-offer" });
    const checked = checkOffers(offers, currency, wasSeen ? stored : new Map());
    if (!checked.ok) return checked;
    const places = new Set(offers.flatMap((offer) => offer.stock.map((stock) => stock.locationId)));
    if ((await countOwnLocations(tx, actor.merchantId, [...places])) !== places.size) return refuse({ code: "listing.no-such-location" });

    const rows = checked.value.map((offer, position) => {
      const known = offer.offerId === null ? undefined : stored.get(offer.offerId);
      return { ...offer, position, id: known?.id ?? newId("offer"), variantId: known?.variantId ?? newId("variant"), isNew: !known };
    });
    const kept = new Set<Id<"offer">>(rows.map((row) => row.id));
    const gone = [...stored.values()].filter((offer) => !kept.has(offer.id));
    const variants = rows.map(({ variantId: id, position, colour, sizeSystem, sizeLabel, capacity, weightGrams, isNew }) => ({ id, position, colour, sizeSystem, sizeLabel, capacity, weightGrams, isNew }));
    await arrangeVariants({ productId: listing.productId, variants });
    await saveOffers(tx, listing.id, currency, rows, { offers: gone.map((offer) => offer.id), isForEver: !wasSeen });
    if (!wasSeen) await arrangeVariants({ productId: listing.productId, variants: [], gone: gone.map((offer) => offer.variantId) });
    const counted = rows.flatMap((row) => row.stock.map((stock) => ({ ...stock, movementId: newId("movement"), offerId: row.id })));
    return (await moveStock(tx, listing.id, counted, actor.userId, now())) ? ok(null) : refuse({ code: "listing.stock-reserved" });
  });
