import type { Id } from "@/kernel/id";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn } from "@/kernel/time";
import type { MerchantActor } from "@/modules/access/actor";
import { newId, now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { removeStored, storeDocument, type UploadRefusal } from "@/platform/media/uploads";
import type { ListingNotFound } from "../listing";
import { hasRunOut, mostPapers, type PaperExpired, type TooManyPapers } from "../paper";
import { countPapers, insertPaper } from "../paper-store";
import type { ShowPaper } from "../schema";

type Refusals = ListingNotFound | PaperExpired | TooManyPapers | UploadRefusal;

/**
 * Shows the back office a paper that customs asks for before the goods of a listing may enter: a PDF or an image, known by its content whatever it is called, at
 * most 10 MB, with its last day. It opens nothing before it is approved. Kept outside the web root; only the merchant's people and the staff can read it.
 * The file is written before the row, and removed again when the row is refused.
 */
export const showPaper = async (actor: MerchantActor, { listingId, kind, validUntil, file }: ShowPaper): Promise<Result<{ readonly paperId: Id<"document"> }, Refusals>> => {
  // By the calendar of the westernmost place on earth: a paper that still counts somewhere is taken.
  if (hasRunOut(validUntil, dayIn(now(), "Etc/GMT+12"))) return refuse({ code: "listing.paper-expired" });
  // Asked before the bytes are looked at: a stranger's megabytes are not worth decoding.
  const before = await transaction<null, Refusals>(async (tx) => mayAdd(await countPapers(tx, actor.merchantId, listingId)));
  if (!before.ok) return before;
  const stored = await storeDocument(new Uint8Array(await file.arrayBuffer()));
  if (!stored.ok) return stored;
  const added = await transaction<{ paperId: Id<"document"> }, Refusals>(async (tx) => {
    const may = mayAdd(await countPapers(tx, actor.merchantId, listingId));
    if (!may.ok) return may;
    const paperId = newId("document");
    const fileName = [...file.name.replace(/[\p{C}/\\]/gu, "")].slice(0, 120).join("");
    await insertPaper(tx, { id: paperId, listingId, kind, fileName, ...stored.value, validUntil, at: now() });
    return ok({ paperId });
  });
  if (!added.ok) await removeStored(stored.value.storedAs);
  return added;
};

const mayAdd = (count: number | null): Result<null, ListingNotFound | TooManyPapers> => {
  if (count === null) return refuse({ code: "listing.not-found" });
  return count >= mostPapers ? refuse({ code: "listing.too-many-papers", most: mostPapers }) : ok(null);
};
