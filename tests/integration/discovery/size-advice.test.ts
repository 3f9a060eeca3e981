import { beforeAll, expect, test } from "vitest";
import { wordsIn } from "@/i18n/translator";
import { saveSizeChart } from "@/modules/catalog/commands/save-size-chart";
import { showListing } from "@/modules/discovery/commands/show-listing";
import { adviceText } from "@/modules/discovery/components/size-advice-words";
import type { Saved } from "@/modules/listing/commands/change-listing";
import { findSizedListing } from "@/modules/listing/size-queries";
import { findStorefront } from "@/modules/market/queries";
import { fitVotes } from "@/modules/review/queries";
import { database } from "@/platform/db";
import { aSeller, aWholeDraft, must, seedFloor, type Seller } from "../listing/selling";

let seller: Seller;
let sandal: Saved;
beforeAll(async () => {
  await seedFloor();
  await database().market.update({ where: { code: "JP" }, data: { sizeSystems: { shoes: "JP" } } });
  seller = await aSeller();
  sandal = await aWholeDraft(seller);
  must(await showListing(seller.actor, { listingId: sandal.listingId, version: sandal.version }));
});

const advised = async (foot: number) => {
  const [listing, storefront] = [await findSizedListing(sandal.number), await findStorefront("en-jp")];
  if (!listing || !storefront) throw new Error("a sandal and a storefront");
  return adviceText(listing, { foot }, await fitVotes(listing.id), storefront, wordsIn("en"));
};
const plain = (text: string | undefined) => text?.replace(/[\u2068\u2069]/g, "");

test("somebody's size is named in their own system with the merchant's label, moved by what buyers say", async () => {
  expect(plain((await advised(240))?.title)).toBe("Your size here: JP 24 (EU 38)");
  await database().ratingSummary.create({ data: { listingId: sandal.listingId, count: 6, sum: 24, byCountry: {}, byRating: {}, fit: { small: 5, true: 1 } } });
  const moved = await advised(240);
  expect(plain(moved?.title)).toBe("Your size here: JP 24.5 (EU 38.5)");
  expect(moved?.lines.map(plain)).toEqual(["Usually right, by general size tables.", "Most buyers say it runs small: this is one size up from your measurements.", "JP 24.5 (EU 38.5) is not offered here."]);
});

test("the brand's own chart wins, and buyers do not move it", async () => {
  const line = (label: string, foot: string) => ({ label, body: { foot }, garment: {} });
  must(await saveSizeChart(seller.actor, { brandId: seller.brandId, family: "women-shoes", version: 0, system: "EU", unit: "cm", rows: [line("38", "23.2"), line("39", "24"), line("40", "24.8")] }));
  const told = await advised(240);
  expect(plain(told?.title)).toBe("Your size here: JP 24 (EU 39)");
  expect(told?.lines).toEqual(["Usually right, by the brand’s own size chart.", "Most buyers say it runs small."]);
  expect((await advised(300))?.title).toBe("None of the sizes is made for your measurements.");
});

test("a listing that nobody may see has no sizes to advise", async () => {
  const draft = await aWholeDraft(seller);
  expect(await findSizedListing(draft.number)).toBeNull();
  expect(await findSizedListing(999_999)).toBeNull();
});
