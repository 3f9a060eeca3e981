import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import type { MerchantActor } from "@/modules/access/actor";
import { arrangeProductPictures, attachPicture, type NoSuchPicture, type TooManyPictures } from "@/modules/catalog/commands/arrange-pictures";
import { storePicture, type UploadRefusal } from "@/platform/media/uploads";
import type { ListingNotFound } from "../listing";
import type { AddPicture, ArrangePictures } from "../schema";
import { loadListing } from "../store";
import { changeListing, savedOf, type ChangeRefusal, type Saved } from "./change-listing";

export type AddedPicture = Saved & { readonly picture: { readonly id: Id<"picture">; readonly path: string; readonly thumbhash: string } };

/**
 * Adds a picture to a listing of the merchant's own. Whose it is is asked before a byte is decoded. Pictures that arrive together do not make each other
 * stale: adding changes nothing that somebody else may have read.
 */
export const addPicture = async (actor: MerchantActor, { listingId, file }: AddPicture): Promise<Result<AddedPicture, ListingNotFound | UploadRefusal | TooManyPictures>> => {
  const listing = await loadListing(actor.merchantId, listingId);
  if (!listing) return refuse({ code: "listing.not-found" });
  if (file.size > 10 * 1024 * 1024) return refuse({ code: "media.too-large", megabytes: 10 });
  const stored = await storePicture(new Uint8Array(await file.arrayBuffer()));
  if (!stored.ok) return stored;
  const attached = await attachPicture({ productId: listing.productId, picture: stored.value });
  return attached.ok
    ? ok({ ...savedOf(listing, listing.state === "live"), picture: { id: attached.value.pictureId, path: stored.value.path, thumbhash: stored.value.thumbhash } })
    : attached;
};

/** Puts the pictures of a listing into their order, says which colour each shows, and drops those left out. A live listing keeps at least one. */
export const arrangePictures = (actor: MerchantActor, { listingId, version, pictures }: ArrangePictures): Promise<Result<Saved, ChangeRefusal | NoSuchPicture>> =>
  changeListing<NoSuchPicture>(actor, { listingId, version }, (_, listing) => arrangeProductPictures({ productId: listing.productId, pictures }));
