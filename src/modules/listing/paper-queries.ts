import type { Id } from "@/kernel/id";
import { instant, type Instant, type PlainDate } from "@/kernel/time";
import type { MerchantActor } from "@/modules/access/actor";
import { textFor } from "@/modules/catalog/text";
import { reader } from "@/platform/db";
import type { DocumentKind, PaperFault, PaperState } from "./paper";
import { mayReadPaper } from "./policy";

export type PaperShown = {
  readonly id: Id<"document">; readonly kind: DocumentKind; readonly fileName: string; readonly contentType: string; readonly state: PaperState; readonly validUntil: PlainDate;
  readonly reason: PaperFault | null; readonly note: string; readonly createdAt: Instant; readonly decidedAt: Instant | null;
};

type Row = { id: string; kind: string; fileName: string; contentType: string; state: string; validUntil: Date; reason: string | null; note: string | null; createdAt: Date; decidedAt: Date | null };

const shownOf = ({ id, kind, fileName, contentType, state, validUntil, reason, note, createdAt, decidedAt }: Row): PaperShown => ({
  id: id as Id<"document">, kind: kind as DocumentKind, fileName, contentType, state: state as PaperState, validUntil: validUntil.toISOString().slice(0, 10) as PlainDate,
  reason: reason as PaperFault | null, note: note ?? "", createdAt: instant(createdAt), decidedAt: decidedAt && instant(decidedAt),
});

/** The papers of a merchant's own listing, the newest first. */
export const listOwnPapers = async (actor: MerchantActor, listingId: string): Promise<PaperShown[]> =>
  (await reader().listingDocument.findMany({ where: { listingId, listing: { merchantId: actor.merchantId } }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 100 })).map(shownOf);

const ofListing = {
  listing: {
    select: {
      id: true, number: true, state: true, merchant: { select: { id: true, name: true, country: true } },
      product: { select: { hs: true, texts: { where: { title: { not: "" } }, select: { language: true, title: true } } } },
    },
  },
} as const;

export type QueuedPaper = PaperShown & {
  readonly listing: { readonly number: number; readonly state: string; readonly hs: string; readonly title: string | null; readonly titleLanguage: string };
  readonly merchant: { readonly id: Id<"merchant">; readonly name: string; readonly country: string };
  readonly decidedBy: string | null;
};

type QueuedRow = Row & { listing: { number: number; state: string; merchant: { id: string; name: string; country: string }; product: { hs: string; texts: { language: string; title: string }[] } }; decidedBy: string | null };

const queuedOf = (row: QueuedRow, language: string): QueuedPaper => {
  const { merchant, product, number, state } = row.listing;
  const text = textFor(product.texts, language);
  return {
    ...shownOf(row), listing: { number, state, hs: product.hs.trim(), title: text?.title ?? null, titleLanguage: text?.language ?? language },
    merchant: { ...merchant, id: merchant.id as Id<"merchant"> }, decidedBy: row.decidedBy,
  };
};

/** The papers that wait for the staff, oldest first, or those that are decided, the latest first. */
export const listPaperQueue = async (of: "waiting" | "decided", language: string): Promise<QueuedPaper[]> => {
  const rows = await reader().listingDocument.findMany({
    where: { state: of === "waiting" ? "waiting" : { not: "waiting" } }, include: ofListing, take: 200,
    orderBy: of === "waiting" ? [{ createdAt: "asc" }, { id: "asc" }] : [{ decidedAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => queuedOf(row, language));
};

/** How many papers wait, and since when the oldest does. */
export const summarisePapers = async (): Promise<{ readonly waiting: number; readonly oldest: Instant | null }> => {
  const { _count, _min } = await reader().listingDocument.aggregate({ where: { state: "waiting" }, _count: true, _min: { createdAt: true } });
  return { waiting: _count, oldest: _min.createdAt && instant(_min.createdAt) };
};

/** A paper as staff read it; who decided on it is named. */
export const findPaperForStaff = async (id: string, language: string): Promise<QueuedPaper | null> => {
  const row = await reader().listingDocument.findUnique({ where: { id }, include: ofListing });
  if (!row) return null;
  const by = row.decidedBy ? await reader().user.findUnique({ where: { id: row.decidedBy }, select: { name: true } }) : null;
  return { ...queuedOf(row, language), decidedBy: by?.name ?? null };
};

/** The file of a paper for those who may read it; for everybody else there is none. */
export const findPaperFile = async (who: { readonly userId: string; readonly isAdmin: boolean } | null, id: string) => {
  if (!who) return null;
  const row = await reader().listingDocument.findUnique({
    where: { id }, select: { storedAs: true, contentType: true, fileName: true, listing: { select: { merchant: { select: { memberships: { select: { userId: true } } } } } } },
  });
  if (!row || !mayReadPaper(who, row.listing.merchant.memberships.map(({ userId }) => userId))) return null;
  return { storedAs: row.storedAs, contentType: row.contentType, fileName: row.fileName };
};
