import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { changeProduct, writeProductWords, type NoSuchProduct } from "@/modules/catalog/commands/change-product";
import { createProduct, type NoSuchBrand, type NoSuchCategory } from "@/modules/catalog/commands/create-product";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import type { ListingNotFound } from "../listing";
import type { ChangeFacts, DraftListingInput, WriteWords } from "../schema";
import { insertListing, loadListing } from "../store";
import { changeListing, savedOf, type ChangeRefusal, type Saved } from "./change-listing";

/** Starts a listing: what it is comes first, everything else may follow on another day. Nobody but the merchant sees it. */
export const draftListing = (actor: MerchantActor, facts: DraftListingInput): Promise<Result<Saved, NoSuchBrand | NoSuchCategory | ListingNotFound>> =>
  transaction<Saved, NoSuchBrand | NoSuchCategory | ListingNotFound>(async (tx) => {
    const product = await createProduct(actor, facts);
    if (!product.ok) return product;
    const id = newId("listing");
    await insertListing(tx, { id, merchantId: actor.merchantId, productId: product.value.productId, at: now() });
    const listing = await loadListing(actor.merchantId, id);
    return listing ? ok(savedOf(listing, false)) : refuse({ code: "listing.not-found" });
  });

/** Changes what a listed thing is. Live listings too, as long as customs and carriers still get what they need. */
export const changeFacts = (actor: MerchantActor, { listingId, version, ...facts }: ChangeFacts): Promise<Result<Saved, ChangeRefusal | NoSuchProduct | NoSuchCategory>> =>
  changeListing<NoSuchProduct | NoSuchCategory>(actor, { listingId, version }, (_, listing) => changeProduct(actor, { ...facts, productId: listing.productId }));

/** Writes the words of a listing in all its languages at once. A language left empty is no language of the listing. */
export const writeWords = (actor: MerchantActor, { listingId, version, words }: WriteWords): Promise<Result<Saved, ChangeRefusal>> =>
  changeListing<never>(actor, { listingId, version }, (_, listing) => writeProductWords({ productId: listing.productId, words }));
