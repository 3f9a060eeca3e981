"use server";
import { requireMerchant } from "@/modules/access/who";
import { action } from "@/platform/action";
import { addPicture, arrangePictures } from "./commands/add-picture";
import { pagesShowing } from "./commands/change-listing";
import { draftListing } from "./commands/save-listing-draft";
import { addPictureSchema, arrangePicturesSchema, draftListingSchema } from "./schema";

export const draftListingAction = action({ who: requireMerchant, takes: draftListingSchema, does: draftListing });
export const addPictureAction = action({ who: requireMerchant, takes: addPictureSchema, does: addPicture, touches: pagesShowing });
export const arrangePicturesAction = action({ who: requireMerchant, takes: arrangePicturesSchema, does: arrangePictures, touches: pagesShowing });
