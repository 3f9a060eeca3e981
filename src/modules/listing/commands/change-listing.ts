import type { Id } from "@/kernel/id";
import { ok, refuse, type Refusal, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { tags, type CacheTag } from "@/platform/cache/tags";
import { now } from "@/platform/clock";
import { transaction, type Tx } from "@/platform/db";
import { missingOf, type Listing, type ListingIncomplete, type ListingNotFound, type ListingStale } from "../listing";
import { loadCompleteness, loadListing, recordPrices, takeVersion, type OwnListing } from "../store";

/** What a merchant's change of a listing gives back: its next version, and the words by which cached pages that show it are named. */
export type Saved = {
  readonly listingId: Id<"listing">;
  readonly number: number;
  readonly version: number;
  readonly state: Listing["state"];
  /** Whether shoppers saw the listing before or see it now: only then pages, shelves and search change. */
  readonly isShown: boolean;
  readonly merchantSlug: string;
  readonly brandSlug: string;
  readonly categoryPath: readonly string[];
};

/** Every page that may show the listing, its price or its place on a shelf: cards show the first picture wherever it stands. */
export const pagesShowing = ({ isShown, number, merchantSlug, brandSlug, categoryPath }: Saved): CacheTag[] =>
  isShown ? [tags.listing(number), tags.merchant(merchantSlug), tags.brand(brandSlug), ...categoryPath.map(tags.category), tags.home()] : [];

export type ChangeRefusal = ListingNotFound | ListingStale | ListingIncomplete;

export const savedOf = (listing: OwnListing, isShown: boolean): Saved => ({
  listingId: listing.id, number: listing.number, version: listing.version, state: listing.state, isShown,
  merchantSlug: listing.merchantSlug, brandSlug: listing.brandSlug, categoryPath: listing.categoryPath,
});

/**
 * A change of a merchant's own listing, from the version that the merchant saw: two people who edit at once cannot overwrite each other
 * (the second is told `listing.stale`). A live listing stays complete: a change that would take away what shoppers need is refused as a whole.
 * Whatever the change was, the prices that shoppers see from now on are written down (the EU's rule of the lowest price of 30 days asks for them).
 */
export const changeListing = <R extends Refusal>(
  actor: MerchantActor, seen: { readonly listingId: Id<"listing">; readonly version: number }, change: (tx: Tx, listing: OwnListing) => Promise<Result<unknown, R>>,
): Promise<Result<Saved, R | ChangeRefusal>> =>
  transaction<Saved, R | ChangeRefusal>(async (tx) => {
    const listing = await takeVersion(tx, actor.merchantId, seen.listingId, seen.version);
    if (!listing) return refuse({ code: (await loadListing(actor.merchantId, seen.listingId)) ? "listing.stale" : "listing.not-found" });
    const changed = await change(tx, listing);
    if (!changed.ok) return changed;
    const after = await loadListing(actor.merchantId, listing.id);
    if (!after) return refuse({ code: "listing.not-found" });
    await recordPrices(tx, listing.id, now());
    const missing = after.state === "live" ? missingOf(await loadCompleteness(tx, listing.id)) : [];
    return missing.length > 0 ? refuse({ code: "listing.incomplete", missing }) : ok({
      ...savedOf(after, listing.state === "live" || after.state === "live"), categoryPath: [...new Set([...listing.categoryPath, ...after.categoryPath])],
    });
  });
