import type { PlainDate } from "@/kernel/time";

/** Papers that a merchant can show so that goods may enter a market; messages name them under customs.documents. */
export const documentKinds = ["phytosanitary-certificate", "inspection-certificate", "cites-permit", "import-licence", "cultural-goods-licence"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Why the back office does not take a paper; messages name them under papers.reasons. */
export const paperFaults = ["unreadable", "wrong-goods", "wrong-kind", "wrong-dates", "not-genuine"] as const;
export type PaperFault = (typeof paperFaults)[number];

export type PaperState = "waiting" | "approved" | "declined";

/** More than this that wait or count for one listing are not evidence but a heap. */
export const mostPapers = 12;

/** How a paper stands on a day: what was approved counts through its last day, and what has run out counts no more, decided or not. */
export const standingOf = ({ state, validUntil }: { readonly state: PaperState; readonly validUntil: PlainDate }, on: PlainDate): PaperState | "expired" =>
  state !== "declined" && hasRunOut(validUntil, on) ? "expired" : state;

/** Whether a paper's last day is over. A paper valid until 31 May counts on 31 May and not on 1 June. */
export const hasRunOut = (validUntil: PlainDate, on: PlainDate): boolean => validUntil < on;

export type PaperExpired = { readonly code: "listing.paper-expired" };
export type NoSuchPaper = { readonly code: "listing.no-such-paper" };
export type PaperDecided = { readonly code: "listing.paper-decided" };
export type TooManyPapers = { readonly code: "listing.too-many-papers"; readonly most: number };
