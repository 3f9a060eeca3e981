/** Who may open a paper of a listing: people of the merchant who showed it, and the staff. Nobody else, whatever link they hold. */
export const mayReadPaper = (who: { readonly userId: string; readonly isAdmin: boolean } | null, members: readonly string[]): boolean =>
  who !== null && (who.isAdmin || members.includes(who.userId));
