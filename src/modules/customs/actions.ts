"use server";
import { requireAdmin } from "@/modules/access/who";
import { action } from "@/platform/action";
import { tags } from "@/platform/cache/tags";
import { approveRule } from "./commands/approve-rule";
import { declineRule } from "./commands/decline-rule";
import { proposeRule } from "./commands/propose-rule";
import { saveRuleDraft } from "./commands/save-rule-draft";
import { withdrawRule } from "./commands/withdraw-rule";
import { decideProposalSchema, onProposalSchema, saveRuleDraftSchema } from "./schema";

export const saveRuleDraftAction = action({ who: requireAdmin, takes: saveRuleDraftSchema, does: saveRuleDraft });
export const proposeRuleAction = action({ who: requireAdmin, takes: onProposalSchema, does: proposeRule });
export const withdrawRuleAction = action({ who: requireAdmin, takes: onProposalSchema, does: withdrawRule });
export const declineRuleAction = action({ who: requireAdmin, takes: decideProposalSchema, does: declineRule });
export const approveRuleAction = action({ who: requireAdmin, takes: decideProposalSchema, does: approveRule, touches: () => [tags.rules()] });
