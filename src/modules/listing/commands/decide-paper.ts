import { wordsFor, wordsIn } from "@/i18n/translator";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn } from "@/kernel/time";
import type { AdminActor } from "@/modules/access/actor";
import { recordAudit } from "@/platform/audit";
import { now } from "@/platform/clock";
import { transaction, type Tx } from "@/platform/db";
import { env } from "@/platform/env";
import { writeLetter } from "@/platform/mail/letters";
import { formatDay } from "@/ui/format/words";
import { hasRunOut, type NoSuchPaper, type PaperDecided, type PaperExpired, type PaperFault } from "../paper";
import { loadPaper, saveDecision, type PaperOfMerchant } from "../paper-store";
import type { ApprovePaper, DeclinePaper } from "../schema";
import { loadListing } from "../store";
import { savedOf, type Saved } from "./change-listing";

type Verdict = { readonly state: "approved" | "declined"; readonly reason: PaperFault | null; readonly note: string };

/**
 * Approves a paper: from now through its last day it counts for the goods of its listing in every market that asks for its kind. Of two admins at once exactly
 * one decides; one that has run out is refused. On record, and told to the merchant by letter in the merchant's language.
 */
export const approvePaper = (admin: AdminActor, { paperId }: ApprovePaper): Promise<Result<Saved, NoSuchPaper | PaperDecided | PaperExpired>> =>
  decide<PaperExpired>(admin, paperId, { state: "approved", reason: null, note: "" }, (paper) =>
    hasRunOut(paper.validUntil, dayIn(now(), "Etc/GMT+12")) ? refuse({ code: "listing.paper-expired" }) : ok(null));

/** Declines a paper with its reason, by letter in the merchant's language; what it was shown for stays closed. */
export const declinePaper = (admin: AdminActor, { paperId, reason, note }: DeclinePaper): Promise<Result<Saved, NoSuchPaper | PaperDecided>> =>
  decide<never>(admin, paperId, { state: "declined", reason, note }, () => ok(null));

const decide = <R extends PaperExpired = never>(admin: AdminActor, paperId: string, verdict: Verdict, may: (paper: PaperOfMerchant) => Result<null, R>): Promise<Result<Saved, NoSuchPaper | PaperDecided | R>> =>
  transaction<Saved, NoSuchPaper | PaperDecided | R>(async (tx) => {
    const paper = await loadPaper(tx, paperId);
    if (!paper) return refuse({ code: "listing.no-such-paper" });
    if (paper.state !== "waiting") return refuse({ code: "listing.paper-decided" });
    const allowed = may(paper);
    if (!allowed.ok) return allowed;
    if (!(await saveDecision(tx, paper.id, { ...verdict, by: admin.userId, at: now() }))) return refuse({ code: "listing.paper-decided" });
    await recordAudit(tx, { actorId: admin.userId, verb: `paper-${verdict.state}`, subjectId: paper.id, details: { listing: paper.listingId, kind: paper.kind, reason: verdict.reason } });
    const listing = await loadListing(paper.merchantId, paper.listingId);
    if (!listing) return refuse({ code: "listing.no-such-paper" });
    await tell(tx, paper, verdict);
    return ok(savedOf(listing, listing.state === "live"));
  });

/** What was decided on a paper, why, and where to look. The note stands as the admin wrote it. */
const tell = async (tx: Tx, { id, kind, number, listingId, validUntil, recipient: { name, email, language } }: PaperOfMerchant, { state, reason, note }: Verdict): Promise<void> => {
  const words = wordsIn(language);
  const about = { document: wordsFor(words, `customs.documents.${kind}`), number: String(number), date: formatDay(validUntil, language, undefined, { dateStyle: "long" }) };
  await writeLetter(tx, {
    kind: `paper-${state}`, subjectId: id, recipient: email, language,
    subject: words(`papers.letters.${state}.subject`, about),
    text: [
      words("application.letters.greeting", { name }),
      words(`papers.letters.${state}.body`, about),
      ...(reason ? [words(`papers.reasons.${reason}`)] : []),
      ...(note ? [words("application.letters.note", { note })] : []),
      `${env().APP_URL}/sell/listings/${listingId}?step=markets`,
    ].join("\n\n"),
  });
};
