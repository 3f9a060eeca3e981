"use server";
import { requireMerchant } from "@/modules/access/who";
import { action } from "@/platform/action";
import { tags } from "@/platform/cache/tags";
import { addPicture, arrangePictures } from "./commands/add-picture";
import type { Saved } from "./commands/change-listing";
import { draftListing } from "./commands/save-listing-draft";
import { addPictureSchema, arrangePicturesSchema, draftListingSchema } from "./schema";

// Cards show the first picture: wherever the listing may stand on a shelf.
const touches = ({ isShown, number, merchantSlug, brandSlug, categoryPath }: Saved) =>
  isShown ? [tags.listing(number), tags.merchant(merchantSlug), tags.brand(brandSlug), ...categoryPath.map(tags.category), tags.home()] : [];

export const draftListingAction = action({ who: requireMerchant, takes: draftListingSchema, does: draftListing });
export const addPictureAction = action({ who: requireMerchant, takes: addPictureSchema, does: addPicture, touches });
export const arrangePicturesAction = action({ who: requireMerchant, takes: arrangePicturesSchema, does: arrangePictures, touches });
