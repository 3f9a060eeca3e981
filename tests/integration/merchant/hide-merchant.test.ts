import { beforeAll, expect, test } from "vitest";
import { mint } from "@/modules/access/actor";
import { openSession } from "@/modules/access/commands/open-session";
import { findSession } from "@/modules/access/store";
import { hideMerchant } from "@/modules/discovery/commands/hide-merchant";
import { showListing } from "@/modules/discovery/commands/show-listing";
import { showMerchant } from "@/modules/discovery/commands/show-merchant";
import { hashSecret } from "@/platform/auth/secret-hash";
import { newId } from "@/platform/clock";
import { database } from "@/platform/db";
import { aSeller, aWholeDraft, must, seedFloor } from "../listing/selling";

const admin = mint({ kind: "admin" as const, userId: newId("user") });
beforeAll(seedFloor);

const shelves = (listingId: string) => database().shelfEntry.count({ where: { listingId } });

test("a suspended merchant is off the shelves and out of its open sessions at once; restored, both are back", async () => {
  const [seller, neighbour] = [await aSeller(), await aSeller()];
  const live = must(await showListing(seller.actor, await aWholeDraft(seller)));
  const other = must(await showListing(neighbour.actor, await aWholeDraft(neighbour)));
  await database().membership.createMany({ data: [{ id: newId("membership"), merchantId: seller.actor.merchantId, userId: seller.actor.userId, role: "owner" }], skipDuplicates: true });
  const { secret } = await openSession({ userId: seller.actor.userId, userAgent: "test" });
  const mayAct = async () => (await findSession(hashSecret(secret)))?.memberships[0]?.isMerchantActive;
  expect([await mayAct(), await shelves(live.listingId)]).toEqual([true, 3]);

  const hidden = must(await hideMerchant(admin, { merchantId: seller.actor.merchantId, reason: "complaints", note: "12 in a week" }));
  expect(hidden).toMatchObject({ listingIds: [live.listingId], numbers: [live.number], categoryIds: ["aa", "aa-8"] });
  expect([await mayAct(), await shelves(live.listingId), await shelves(other.listingId)]).toEqual([false, 0, 3]);
  expect(await database().listing.findUnique({ where: { id: live.listingId } })).toMatchObject({ state: "live" });

  must(await showMerchant(admin, { merchantId: seller.actor.merchantId, note: "" }));
  expect([await mayAct(), await shelves(live.listingId)]).toEqual([true, 3]);
  const audits = await database().auditEntry.findMany({ where: { subjectId: seller.actor.merchantId }, orderBy: { at: "asc" } });
  expect(audits.map(({ verb, actorId }) => [verb, actorId])).toEqual([["suspend-merchant", admin.userId], ["restore-merchant", admin.userId]]);
});

test("two admins who suspend one merchant at once do it once, and one that does not exist is not found", async () => {
  const seller = await aSeller();
  const input = { merchantId: seller.actor.merchantId, reason: "counterfeit" as const, note: "" };
  const answers = await Promise.all([hideMerchant(admin, input), hideMerchant(admin, input)]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, refusal: { code: "merchant.already-suspended" } });
  expect(await database().auditEntry.count({ where: { subjectId: seller.actor.merchantId } })).toBe(1);
  expect(await hideMerchant(admin, { ...input, merchantId: newId("merchant") })).toEqual({ ok: false, refusal: { code: "merchant.not-found" } });
});
