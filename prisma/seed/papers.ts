import { readRestrictions } from "@/modules/customs/restriction-book";
import type { RestrictedGoods } from "@/modules/customs/restriction";
import type { DocumentKind } from "@/modules/listing/paper";
import { storeDocument } from "@/platform/media/uploads";
import { insertRows, readData, seedId } from "./bulk";
import { pdfOf } from "./paper-files";
import type { SeededListing } from "./products";

const titles: Record<DocumentKind, string> = {
  "phytosanitary-certificate": "Phytosanitary certificate", "inspection-certificate": "Veterinary inspection certificate", "cites-permit": "CITES permit",
  "import-licence": "Import licence", "cultural-goods-licence": "Licence for cultural goods",
};

const validUntil = "2028-12-31";

// What a paper is needed for at every border; goods that need one only somewhere are sold elsewhere until their merchant has it.
const needs = readRestrictions(readData("restrictions.json")).filter((row) => row.formula === "needs-document" && row.market === "*" && row.hsPrefixes.length > 0 && row.flags.length === 0);

/** The paper of a seeded listing, and whether the back office has approved it: mostly, but one of two of a Canadian farm's still waits, so that there is something to decide. */
const paperOf = ({ archetype, merchant, number }: SeededListing): { readonly kind: DocumentKind; readonly isApproved: boolean } | null => {
  const row = needs.find(({ hsPrefixes }) => hsPrefixes.some((prefix) => archetype.hs.startsWith(prefix)));
  return row?.formula === "needs-document" ? { kind: row.document, isApproved: !(merchant.country === "CA" && number % 2 === 0) } : null;
};

/** The papers of a listing that count, as the shop's own functions take them. */
export const approvedPapers = (listing: SeededListing): RestrictedGoods["documents"] => {
  const paper = paperOf(listing);
  return paper?.isApproved ? [{ kind: paper.kind, validUntil }] : [];
};

/** The papers that merchants have shown for goods that need them, each a file that opens. */
export const seedPapers = async (listings: readonly SeededListing[]): Promise<string> => {
  const rows: object[] = [];
  for (const listing of listings) {
    const paper = paperOf(listing);
    if (!paper) continue;
    const stored = await storeDocument(pdfOf(titles[paper.kind], [`Goods: HS ${listing.archetype.hs}`, `Sender: ${listing.merchant.key} (${listing.merchant.country})`, `Valid until ${validUntil}`]));
    if (!stored.ok) throw new Error(stored.refusal.code);
    const decided = paper.isApproved ? { state: "approved", decidedAt: listing.at, decidedBy: seedId("user", "admin@entrepot.example", new Date("2024-01-02T08:00:00Z")) } : { state: "waiting", decidedAt: null, decidedBy: null };
    rows.push({ id: seedId("document", `paper ${listing.number}`, listing.at), listingId: listing.id, kind: paper.kind, fileName: `${paper.kind}.pdf`, ...stored.value, validUntil, createdAt: listing.at, ...decided, note: null });
  }
  if (rows.length > 0) await insertRows("listing_document", rows);
  return `${rows.length} papers`;
};
