import type { Id } from "@/kernel/id";
import { toDate, type Instant, type PlainDate } from "@/kernel/time";
import type { Tx } from "@/platform/db";
import type { DocumentKind, PaperFault, PaperState } from "./paper";

const dayOf = (date: Date): PlainDate => date.toISOString().slice(0, 10) as PlainDate;

/** Papers of one listing are counted and added one after another: twelve at once do not become thirteen. Null when it is not the merchant's. */
export const countPapers = async (tx: Tx, merchantId: Id<"merchant">, listingId: string): Promise<number | null> => {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id from listing where id = ${listingId} and "merchantId" = ${merchantId} for update`;
  return locked.length === 0 ? null : tx.listingDocument.count({ where: { listingId, state: { not: "declined" } } });
};

export type NewPaper = {
  readonly id: Id<"document">; readonly listingId: string; readonly kind: DocumentKind; readonly fileName: string; readonly storedAs: string; readonly contentType: string;
  readonly bytes: number; readonly sha256: string; readonly validUntil: PlainDate; readonly at: Instant;
};

export const insertPaper = async (tx: Tx, { at, validUntil, ...paper }: NewPaper): Promise<void> => {
  await tx.listingDocument.create({ data: { ...paper, validUntil: new Date(`${validUntil}T00:00:00Z`), state: "waiting", createdAt: toDate(at) } });
};

/** Takes the merchant's own paper out while nobody has decided on it, and names its file; why not otherwise. */
export const deleteWaitingPaper = async (tx: Tx, merchantId: Id<"merchant">, id: string): Promise<{ readonly storedAs: string } | "decided" | null> => {
  const own = { id, listing: { merchantId } };
  const row = await tx.listingDocument.findFirst({ where: own, select: { storedAs: true } });
  if (!row) return null;
  const { count } = await tx.listingDocument.deleteMany({ where: { ...own, state: "waiting" } });
  return count === 1 ? row : "decided";
};

export type PaperOfMerchant = {
  readonly id: Id<"document">; readonly kind: DocumentKind; readonly state: PaperState; readonly validUntil: PlainDate; readonly listingId: Id<"listing">; readonly number: number;
  readonly merchantId: Id<"merchant">;
  /** Whom to tell, in the language of the merchant's first owner. */
  readonly recipient: { readonly name: string; readonly email: string; readonly language: string };
};

/** A paper as staff decide on it. */
export const loadPaper = async (tx: Tx, id: string): Promise<PaperOfMerchant | null> => {
  const row = await tx.listingDocument.findUnique({
    where: { id },
    include: { listing: { select: { id: true, number: true, merchantId: true, merchant: { select: { name: true, contactEmail: true, memberships: { orderBy: [{ role: "asc" }, { createdAt: "asc" }], take: 1, select: { user: { select: { storefront: true } } } } } } } } },
  });
  if (!row) return null;
  const { merchant, ...listing } = row.listing;
  return {
    id: row.id as Id<"document">, kind: row.kind as DocumentKind, state: row.state as PaperState, validUntil: dayOf(row.validUntil), listingId: listing.id as Id<"listing">, number: listing.number,
    merchantId: listing.merchantId as Id<"merchant">, recipient: { name: merchant.name, email: merchant.contactEmail, language: merchant.memberships[0]?.user.storefront?.slice(0, 2) ?? "en" },
  };
};

/** Decides on a paper only while it waits; false when another admin was quicker. */
export const saveDecision = async (
  tx: Tx, id: string, decision: { readonly state: "approved" | "declined"; readonly reason: PaperFault | null; readonly note: string; readonly by: Id<"user">; readonly at: Instant },
): Promise<boolean> => {
  const { count } = await tx.listingDocument.updateMany({
    where: { id, state: "waiting" },
    data: { state: decision.state, reason: decision.reason, note: decision.note || null, decidedBy: decision.by, decidedAt: toDate(decision.at) },
  });
  return count === 1;
};
