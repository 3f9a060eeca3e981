"use server";
import { requireAdmin, requireMerchant } from "@/modules/access/who";
import { action } from "@/platform/action";
import { addPicture, arrangePictures } from "./commands/add-picture";
import { pagesShowing } from "./commands/change-listing";
import { declinePaper } from "./commands/decide-paper";
import { draftListing } from "./commands/save-listing-draft";
import { showPaper } from "./commands/show-paper";
import { takeBackPaper } from "./commands/take-back-paper";
import { addPictureSchema, arrangePicturesSchema, declinePaperSchema, draftListingSchema, showPaperSchema, takeBackPaperSchema } from "./schema";

export const draftListingAction = action({ who: requireMerchant, takes: draftListingSchema, does: draftListing });
export const addPictureAction = action({ who: requireMerchant, takes: addPictureSchema, does: addPicture, touches: pagesShowing });
export const arrangePicturesAction = action({ who: requireMerchant, takes: arrangePicturesSchema, does: arrangePictures, touches: pagesShowing });
export const showPaperAction = action({ who: requireMerchant, takes: showPaperSchema, does: showPaper });
export const takeBackPaperAction = action({ who: requireMerchant, takes: takeBackPaperSchema, does: takeBackPaper });
export const declinePaperAction = action({ who: requireAdmin, takes: declinePaperSchema, does: declinePaper });
