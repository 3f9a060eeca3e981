import { refuse, type Refusal, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { changeOffers } from "@/modules/listing/commands/change-offers";
import type { ChangeRefusal, Saved } from "@/modules/listing/commands/change-listing";
import { chooseMarkets } from "@/modules/listing/commands/choose-markets";
import { publishListing } from "@/modules/listing/commands/publish-listing";
import { changeFacts, writeWords } from "@/modules/listing/commands/save-listing-draft";
import type { SeenListing } from "@/modules/listing/schema";
import { withdrawListing } from "@/modules/listing/commands/withdraw-listing";
import { transaction } from "@/platform/db";
import { marketBounds } from "../restricted-queries";
import { thenForget } from "./forget-answers";
import { indexListings } from "./index-listings";

// A merchant's verb on a listing and what shelves and search say of it are one change: found exactly when it is committed.
const thenShow = <I, R extends Refusal>(verb: (actor: MerchantActor, input: I) => Promise<Result<Saved, R>>) => (actor: MerchantActor, input: I): Promise<Result<Saved, R>> =>
  thenForget(transaction(async () => {
    const saved = await verb(actor, input);
    if (saved.ok && saved.value.isShown) await indexListings({ listingIds: [saved.value.listingId] });
    return saved;
  }));

export type BarredEverywhere = { readonly code: "customs.barred-everywhere" };

/**
 * Publishes a listing: on the shelves and found by search from the same moment. A market that its goods may not enter, or not without a paper that is missing,
 * is left out with its reason and the others go live; where that is every market, nothing is published.
 */
export const showListing = thenShow<SeenListing, ChangeRefusal | BarredEverywhere>(async (actor, seen) => {
  const published = await publishListing(actor, seen);
  if (!published.ok) return published;
  const bounds = (await marketBounds(actor, published.value.number)) ?? [];
  return bounds.length > 0 && bounds.every(({ bar }) => bar !== null) ? refuse({ code: "customs.barred-everywhere" }) : published;
});
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
