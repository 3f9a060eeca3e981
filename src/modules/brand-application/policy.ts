import type { AdminActor, ShopperActor } from "@/modules/access/actor";

/** Who may open the papers of an application: the one who applied, and the staff. Nobody else, whatever link they hold. */
export const mayReadPapers = (who: { readonly userId: string; readonly isAdmin: boolean } | null, application: { readonly applicantId: string }): boolean =>
  who !== null && (who.isAdmin || who.userId === application.applicantId);

export type Applicant = Pick<ShopperActor, "userId" | "isEmailVerified" | "storefront" | "email">;
export type Reviewer = AdminActor;
