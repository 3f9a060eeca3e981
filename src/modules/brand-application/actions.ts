"use server";
import { requireAdmin, requireShopper } from "@/modules/access/who";
import { action } from "@/platform/action";
import { tags } from "@/platform/cache/tags";
import { addDocument } from "./commands/add-document";
import { approveApplication } from "./commands/approve-application";
import { askForMore } from "./commands/ask-for-more";
import { claimApplication } from "./commands/claim-application";
import { declineApplication } from "./commands/decline-application";
import { releaseApplication } from "./commands/release-application";
import { removeDocument } from "./commands/remove-document";
import { saveDraft } from "./commands/save-draft";
import { submitApplication } from "./commands/submit-application";
import { addDocumentSchema, approveSchema, askForMoreSchema, declineSchema, onApplicationSchema, removeDocumentSchema, saveDraftSchema, submitSchema } from "./schema";

export const saveDraftAction = action({ who: requireShopper, takes: saveDraftSchema, does: saveDraft });
export const addDocumentAction = action({ who: requireShopper, takes: addDocumentSchema, does: addDocument });
export const removeDocumentAction = action({ who: requireShopper, takes: removeDocumentSchema, does: removeDocument });
export const submitApplicationAction = action({ who: requireShopper, takes: submitSchema, does: submitApplication });

export const claimApplicationAction = action({ who: requireAdmin, takes: onApplicationSchema, does: claimApplication });
export const releaseApplicationAction = action({ who: requireAdmin, takes: onApplicationSchema, does: releaseApplication });
export const askForMoreAction = action({ who: requireAdmin, takes: askForMoreSchema, does: askForMore });
export const declineApplicationAction = action({ who: requireAdmin, takes: declineSchema, does: declineApplication });
export const approveApplicationAction = action({
  who: requireAdmin, takes: approveSchema, does: approveApplication,
  touches: (approved) => [tags.brand(approved.brandSlug)],
});
