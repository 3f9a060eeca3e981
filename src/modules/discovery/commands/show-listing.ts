import type { Refusal, Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { changeOffers } from "@/modules/listing/commands/change-offers";
import type { Saved } from "@/modules/listing/commands/change-listing";
import { chooseMarkets } from "@/modules/listing/commands/choose-markets";
import { publishListing } from "@/modules/listing/commands/publish-listing";
import { changeFacts, writeWords } from "@/modules/listing/commands/save-listing-draft";
import { withdrawListing } from "@/modules/listing/commands/withdraw-listing";
import { transaction } from "@/platform/db";
import { indexListings } from "./index-listings";

// A merchant's verb on a listing and what shelves and search say of it are one change: found exactly when it is committed.
const thenShow = <I, R extends Refusal>(verb: (actor: MerchantActor, input: I) => Promise<Result<Saved, R>>) => (actor: MerchantActor, input: I): Promise<Result<Saved, R>> =>
  transaction(async () => {
    const saved = await verb(actor, input);
    if (saved.ok && saved.value.isShown) await indexListings({ listingIds: [saved.value.listingId] });
    return saved;
  });

/** Publishes a listing: on the shelves and found by search from the same moment. */
export const showListing = thenShow(publishListing);
/** Withdraws a listing: off the shelves and out of search from the same moment. */
export const hideListing = thenShow(withdrawListing);
/** What a listed thing is, as shelves and search know it. */
export const showFacts = thenShow(changeFacts);
/** The words of a listing, found in all their languages. */
export const showWords = thenShow(writeWords);
/** Variants, prices and stock of a listing, as shelves sort and filter by them. */
export const showOffers = thenShow(changeOffers);
/** Where a listing is offered. */
export const showMarkets = thenShow(chooseMarkets);
